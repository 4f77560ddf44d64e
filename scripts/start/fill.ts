import { Problem } from '#contract/problem';
import { hubspotCrm } from '#crm/hubspot-crm';
import type { Portal } from '#portal/portal';
import type { Crm } from '#usecases/crm';
import { installSchema } from '#usecases/install-schema';
import { demoDataset } from '../demo/demo.ts';
import type { Dataset, ReadFiles } from '../import/dataset.ts';
import { request, type PortalDoor } from '../import/door.ts';
import { load, type Loaded } from '../import/load.ts';
import { summaryOf } from '../import/summary.ts';
import { demoSettings } from './demo-settings.ts';

/** What a portal is started with; files have been read before, because they tell the home currency. */
export type Filling =
  | { readonly kind: 'demo'; readonly seed: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'files'; readonly read: ReadFiles };

/** Installs the app's schema and loads the records, unless an earlier start has done so. Answers what to tell. */
export async function fill(portal: Portal, filling: Filling, now: number): Promise<string> {
  const door = doorOf(portal);
  const crm = crmOf(door);
  if ((await storedCurrency(portal)) !== null) {
    return filling.kind === 'files'
      ? 'The data file holds records from an earlier start: the exports were not loaded again.'
      : 'The records of the data file are in place.';
  }
  const homeCurrency = filling.kind === 'files' ? filling.read.dataset.homeCurrency : 'EUR';
  const { address } = await installSchema(crm, homeCurrency);
  switch (filling.kind) {
    case 'empty':
      return 'The portal has no records.';
    case 'files':
      return summaryOf(filling.read, await load(filling.read.dataset, door, address));
    case 'demo': {
      const dataset = demoDataset({ seed: filling.seed, today: now });
      // The demo brings its own pipelines; HubSpot's default one would stand empty beside them.
      const loaded = await load(dataset, door, address);
      await request(door, 'DELETE', '/crm/pipelines/2026-09/deals/default');
      await saveDemoSettings(crm);
      return demoText(dataset, loaded);
    }
  }
}

// The token of the portal's own pages: loading is no work of the app, so HubSpot's limits do not slow it down.
const doorOf = ({ url, uiToken, portalId }: Portal): PortalDoor => ({ url, token: uiToken, portalId });

const crmOf = (door: PortalDoor): Crm =>
  hubspotCrm({ ...door, baseUrl: door.url, now: Date.now, limits: 'off', attemptMs: 60_000 });

/** The home currency with which an earlier start has filled the portal; null where the app is not installed in it. */
export async function storedCurrency(portal: Portal): Promise<string | null> {
  try {
    return (await crmOf(doorOf(portal)).installed()).settings.homeCurrency;
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_installed') return null;
    throw error;
  }
}

async function saveDemoSettings(crm: Crm): Promise<void> {
  const [installed, pipelines] = await Promise.all([crm.installed(), crm.pipelines()]);
  await crm.saveInstalled({
    ...installed,
    settings: demoSettings(pipelines),
    version: installed.version + 1,
  });
}

function demoText(dataset: Dataset, { refused }: Loaded): string {
  const { deals, companies, involvements } = dataset;
  if (refused.length > 0) throw new Error(`The portal refused demo records: ${refused[0]?.message ?? ''}`);
  const counts = [deals, companies, involvements].map(({ length }) => length.toLocaleString('en'));
  return `Demo data: ${counts[0]} deals, ${counts[1]} companies, ${counts[2]} partner tags. Partners change next to nothing in it.`;
}
