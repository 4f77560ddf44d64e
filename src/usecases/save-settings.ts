import { Problem } from '#contract/problem';
import type { SaveSettingsInput, SettingsView } from '#contract/settings';
import type { Crm } from './crm.ts';
import { nameOf } from './deal-verbs.ts';
import { settingsView } from './read-settings.ts';

/**
 * Saves the settings unless somebody saved newer ones since they were read. Two saves within the same moment can still
 * both pass: HubSpot has no compare-and-set, and then the later one stays.
 */
export async function saveSettings(crm: Crm, input: SaveSettingsInput, now: number): Promise<SettingsView> {
  const [current, pipelines] = await Promise.all([crm.installed(), crm.pipelines()]);
  if (current.version !== input.version) throw new Problem('settings_changed');
  const stages = new Set(pipelines.flatMap((pipeline) => pipeline.stages.map(({ id }) => id)));
  const { landmarkStage } = input.settings;
  if (landmarkStage !== null && !stages.has(landmarkStage)) {
    throw new Problem('invalid_input', {
      detail: 'The landmark stage no longer exists. Choose another one.',
      field: 'settings.landmarkStage',
    });
  }
  const next = {
    ...current,
    settings: input.settings,
    version: current.version + 1,
    savedAt: now,
    savedBy: nameOf(input.actor),
  };
  await crm.saveInstalled(next);
  return settingsView(next, pipelines);
}
