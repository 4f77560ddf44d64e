import type { SchemaAddress } from '#contract/involvement';
import { involvementObject, qualifiedName } from '#contract/schema';
import { newInvolvementText } from '#crm/involvement-record';
import { mirrorOf, type DealMirror } from '#domain/deal-mirror';
import type { NewInvolvement } from '#domain/involvement';
import type { ContactRecord, Dataset, DealRecord } from './dataset.ts';
import {
  importRecords,
  request,
  type PortalAssociation,
  type PortalDoor,
  type PortalRecord,
  type Refused,
} from './door.ts';
import { ensureOwners } from './owners.ts';
import { ensurePipelines } from './pipelines.ts';
import { placeOf, type PortalPipeline, type StagePlace } from './stages.ts';

/** Association types of HubSpot (https://developers.hubspot.com/docs/guides/api/crm/associations/associations-v4). */
const dealToPrimaryCompany = 5;
const dealToCompany = 341;
const contactToCompany = 279;

export interface Loaded {
  /** What was made in the portal for the data to fit, one sentence each. */
  readonly notes: readonly string[];
  readonly refused: readonly Refused[];
  /** Owner ids by what the deals call their owners. */
  readonly owners: ReadonlyMap<string, string>;
}

export interface LoadOptions {
  /** False: records stand alone, for a portal that nobody will look at. The deal then states its company itself. */
  readonly linked: boolean;
}

/** Puts a dataset into a portal whose schema is installed: companies, deals with their mirrors, involvements. */
export async function load(
  dataset: Dataset,
  door: PortalDoor,
  address: SchemaAddress,
  { linked }: LoadOptions = { linked: true },
): Promise<Loaded> {
  const { pipelines, notes } = await ensurePipelines(door, dataset.stages);
  const owners = await ensureOwners(door, dataset.deals);
  const tags = byDeal(dataset.involvements);
  const place = { stageOf: stageFinder(pipelines), owners, linked };
  const deals = dataset.deals.map((deal) => dealRecord(deal, mirrorOf(tags.get(deal.id) ?? []), place));
  const involvements = dataset.involvements.map((one) => involvementRecord(one, linked ? address : null));
  const refused = [
    ...(await importRecords(door, 'companies', dataset.companies)),
    ...(await importRecords(door, 'contacts', dataset.contacts.map(contactRecord))),
    ...(await importRecords(door, 'deals', deals)),
    ...(await importRecords(door, qualifiedName(door.portalId, involvementObject), involvements)),
  ];
  await request(door, 'POST', '/portal/settle');
  return { notes, refused, owners };
}

function byDeal(involvements: readonly NewInvolvement[]): ReadonlyMap<string, readonly NewInvolvement[]> {
  const tags = new Map<string, NewInvolvement[]>();
  for (const involvement of involvements) {
    const known = tags.get(involvement.dealId);
    if (known === undefined) tags.set(involvement.dealId, [involvement]);
    else known.push(involvement);
  }
  return tags;
}

interface Place {
  readonly stageOf: (pipeline: string, stage: string) => StagePlace | null;
  readonly owners: ReadonlyMap<string, string>;
  readonly linked: boolean;
}

/** Finds each named stage once: an export names the same few a hundred thousand times. */
function stageFinder(pipelines: readonly PortalPipeline[]): Place['stageOf'] {
  const places = new Map<string, StagePlace | null>();
  return (pipeline, stage) => {
    const key = `${pipeline}\n${stage}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = placeOf(pipelines, { pipeline, stage });
    places.set(key, place);
    return place;
  };
}

function dealRecord(deal: DealRecord, mirror: DealMirror, { stageOf, owners, linked }: Place): PortalRecord {
  const { pipeline, stage } = deal;
  const at = stageOf(pipeline, stage);
  const owner = deal.owner === null ? undefined : owners.get(deal.owner);
  return {
    id: deal.id,
    properties: {
      ...deal.properties,
      pipeline: at?.pipeline.id ?? pipeline,
      dealstage: at?.stage.id ?? stage,
      ...(owner === undefined ? {} : { hubspot_owner_id: owner }),
      ...stageProperties(deal, stageOf),
      ...mirrorProperties(deal, mirror),
      ...(linked ? {} : { hs_primary_associated_company: deal.primaryCompanyId }),
    },
    associations: linked ? companiesOf(deal) : [],
  };
}

const companiesOf = ({ primaryCompanyId, otherCompanyIds }: DealRecord): readonly PortalAssociation[] => [
  ...(primaryCompanyId === null ? [] : [toCompany(primaryCompanyId, dealToPrimaryCompany)]),
  ...otherCompanyIds.map((id) => toCompany(id, dealToCompany)),
];

function stageProperties(
  { pipeline, stageEntered, timeInStage }: DealRecord,
  stageOf: Place['stageOf'],
): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [stage, at] of stageEntered) {
    const id = stageOf(pipeline, stage)?.stage.id;
    if (id !== undefined) properties[`hs_v2_date_entered_${id}`] = new Date(at).toISOString();
  }
  for (const [stage, ms] of timeInStage ?? []) {
    const id = stageOf(pipeline, stage)?.stage.id;
    if (id !== undefined) properties[`hs_v2_cumulative_time_in_${id}`] = String(ms);
  }
  return properties;
}

/** Tags decide; without any, the answer "no partner" of the source holds. */
const mirrorProperties = ({ answer }: DealRecord, mirror: DealMirror): Record<string, string> => ({
  partner_answer: mirror.answer === 'tagged' ? 'tagged' : answer === 'none' ? 'none' : 'unanswered',
  partner_count: String(mirror.count),
  ...(mirror.tier === null ? {} : { partner_tier: mirror.tier }),
  ...(mirror.origin === null ? {} : { partner_origin: mirror.origin }),
});

const toCompany = (toId: string, typeId: number): PortalAssociation => ({
  toObjectType: 'companies',
  toId,
  typeId,
});

const contactRecord = ({ id, properties, companyId }: ContactRecord): PortalRecord => ({
  id,
  properties,
  associations: companyId === null ? [] : [toCompany(companyId, contactToCompany)],
});

/** Without the address of the schema, the record stands alone. */
const involvementRecord = (involvement: NewInvolvement, address: SchemaAddress | null): PortalRecord => ({
  properties: newInvolvementText(involvement),
  associations: address === null ? [] : endsOf(involvement, address),
});

const endsOf = (
  { dealId, accountId, partnerId }: NewInvolvement,
  address: SchemaAddress,
): readonly PortalAssociation[] => [
  { toObjectType: 'deals', toId: dealId, typeId: address.involvementToDeal },
  ...(accountId === null ? [] : [toCompany(accountId, address.involvementToAccount)]),
  toCompany(partnerId, address.involvementToPartner),
];
