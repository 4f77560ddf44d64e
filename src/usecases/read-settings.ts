import type { SettingsView } from '#contract/settings';
import type { Crm, Installed, Pipeline } from './crm.ts';

/** The settings and the pipelines they speak of: two calls at the same time. */
export async function readSettings(crm: Crm): Promise<SettingsView> {
  const [installed, pipelines] = await Promise.all([crm.installed(), crm.pipelines()]);
  return settingsView(installed, pipelines);
}

export const settingsView = (installed: Installed, pipelines: readonly Pipeline[]): SettingsView => ({
  settings: installed.settings,
  version: installed.version,
  savedAt: installed.savedAt === null ? null : new Date(installed.savedAt).toISOString(),
  savedBy: installed.savedBy,
  pipelines: pipelines.map(({ id, label, stages }) => ({
    id,
    label,
    stages: stages.map((stage) => ({ id: stage.id, label: stage.label, closed: stage.outcome !== 'open' })),
  })),
});
