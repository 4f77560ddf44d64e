import { hubspotCrm } from '#crm/hubspot-crm';
import { involvementObject, qualifiedName } from '#contract/schema';
import { startPortal, type Portal, type PortalOptions } from '#portal/portal';
import type { Pipeline } from '#usecases/crm';
import { installSchema } from '#usecases/install-schema';
import { pipelineStages } from '../synthetic-deal.ts';
import type { SyntheticPortfolio } from '../synthetic-portfolio.ts';
import { companyRecord, dealRecord, involvementRecord, type ImportedRecord } from './portal-records.ts';

/** A portal that holds a synthetic portfolio, with HubSpot's rate limits. */
export interface ScalePortal {
  readonly portal: Portal;
  readonly pipelines: readonly Pipeline[];
  readonly loaded: { readonly deals: number; readonly involvements: number; readonly companies: number };
  /** A call of the portal's own pages, for which no limit holds; without a body, a GET. */
  ask(path: string, body?: unknown): Promise<unknown>;
}

export async function scalePortal(
  portfolio: SyntheticPortfolio,
  options: Pick<PortalOptions, 'buildDir' | 'now'>,
): Promise<ScalePortal> {
  const portal = await startPortal({ ...options, quiet: true });
  const ask = callerOf(portal);
  await addPipelines(ask);
  const pipelines = await install(portal, portfolio);
  const { deals, syntheticCompanies, syntheticDeals, syntheticInvolvements } = portfolio;
  const involvements = qualifiedName(portal.portalId, involvementObject);
  const loaded = {
    companies: await load(ask, 'companies', recordsOf(syntheticCompanies(), companyRecord)),
    deals: await load(ask, 'deals', recordsOf(syntheticDeals(0, deals), dealRecord)),
    involvements: await load(
      ask,
      involvements,
      recordsOf(syntheticInvolvements(0, deals), involvementRecord),
    ),
  };
  return { portal, pipelines, loaded, ask };
}

function callerOf({ url, uiToken }: Portal): ScalePortal['ask'] {
  // A connection that waits while this process is busy for a minute is closed by its other end at any moment.
  const headers = {
    authorization: `Bearer ${uiToken}`,
    'content-type': 'application/json',
    connection: 'close',
  };
  return async (path, body) => {
    const given = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(url + path, { headers, ...given });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
}

async function install(
  { url, uiToken, portalId }: Portal,
  { question }: SyntheticPortfolio,
): Promise<readonly Pipeline[]> {
  const crm = hubspotCrm({ token: uiToken, baseUrl: url, portalId, now: Date.now, limits: 'off' });
  await installSchema(crm);
  await crm.saveInstalled({ ...(await crm.installed()), settings: question.settings });
  return crm.pipelines();
}

/** Stages by the ids that the synthetic deals have; HubSpot's own default pipeline keeps its name. */
async function addPipelines(ask: ScalePortal['ask']): Promise<void> {
  const at = '/crm/pipelines/2026-09/deals';
  for (const [place, { id, stages }] of pipelineStages.entries()) {
    const given = stages.map((stage, displayOrder) => ({
      stageId: stage.id,
      label: `Stage ${stage.id}`,
      displayOrder,
      metadata: { probability: String(stage.probability) },
    }));
    if (id === 'default') for (const stage of given) await ask(`${at}/${id}/stages`, stage);
    else
      await ask(at, { pipelineId: id, label: `Pipeline ${place + 1}`, displayOrder: place, stages: given });
  }
}

function* recordsOf<Row>(rows: Iterable<Row>, toRecord: (row: Row) => ImportedRecord) {
  for (const row of rows) yield toRecord(row);
}

/** Larger loads settle what HubSpot counts over associations less often. */
const loadSize = 20_000;

async function load(
  ask: ScalePortal['ask'],
  objectType: string,
  records: Iterable<ImportedRecord>,
): Promise<number> {
  let count = 0;
  let waiting: ImportedRecord[] = [];
  const send = async () => {
    const { errors } = (await ask('/portal/import', { objectType, records: waiting })) as {
      errors: unknown[];
    };
    if (errors.length > 0) throw new Error(`${objectType}: ${JSON.stringify(errors[0])}`);
    count += waiting.length;
    waiting = [];
  };
  for (const record of records) {
    waiting.push(record);
    if (waiting.length === loadSize) await send();
  }
  if (waiting.length > 0) await send();
  return count;
}
