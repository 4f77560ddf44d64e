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
import { placeOf, type PortalPipeline } from './stages.ts';

/** Association types of HubSpot (https://developers.hubspot.com/docs/guides/api/crm/associations/associations-v4). */
const dealToPrimaryCompany = 5;
const dealToCompany = 341;
const contactToCompany = 279;

export interface Loaded {
  /** What was made in the portal for the data to fit, one sentence each. */
  readonly notes: readonly string[];
  readonly refused: readonly Refused[];
}

/** Puts a dataset into a portal whose schema is installed: companies, deals with their mirrors, involvements. */
export async function load(dataset: Dataset, door: PortalDoor, address: SchemaAddress): Promise<Loaded> {
  const { pipelines, notes } = await ensurePipelines(door, dataset.stages);
  const owners = await ensureOwners(door, dataset.deals);
  const tags = byDeal(dataset.involvements);
  const place = { pipelines, owners };
  const deals = dataset.deals.map((deal) => dealRecord(deal, mirrorOf(tags.get(deal.id) ?? []), place));
  const involvements = dataset.involvements.map((one) => involvementRecord(one, address));
  const refused = [
    ...(await importRecords(door, 'companies', dataset.companies)),
    ...(await importRecords(door, 'contacts', dataset.contacts.map(contactRecord))),
    ...(await importRecords(door, 'deals', deals)),
    ...(await importRecords(door, qualifiedName(door.portalId, involvementObject), involvements)),
  ];
  await request(door, 'POST', '/portal/settle');
  return { notes, refused };
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
  readonly pipelines: readonly PortalPipeline[];
  readonly owners: ReadonlyMap<string, string>;
}

function dealRecord(deal: DealRecord, mirror: DealMirror, { pipelines, owners }: Place): PortalRecord {
  const { pipeline, stage } = deal;
  const at = placeOf(pipelines, { pipeline, stage });
  const owner = deal.owner === null ? undefined : owners.get(deal.owner);
  return {
    id: deal.id,
    properties: {
      ...deal.properties,
      pipeline: at?.pipeline.id ?? pipeline,
      dealstage: at?.stage.id ?? stage,
      ...(owner === undefined ? {} : { hubspot_owner_id: owner }),
      ...enteredProperties(deal, pipelines),
      ...mirrorProperties(deal, mirror),
    },
    associations: [
      ...(deal.primaryCompanyId === null ? [] : [toCompany(deal.primaryCompanyId, dealToPrimaryCompany)]),
      ...deal.otherCompanyIds.map((id) => toCompany(id, dealToCompany)),
    ],
  };
}

function enteredProperties(
  { pipeline, stageEntered }: DealRecord,
  pipelines: readonly PortalPipeline[],
): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [stage, at] of stageEntered) {
    const id = placeOf(pipelines, { pipeline, stage })?.stage.id;
    if (id !== undefined) properties[`hs_v2_date_entered_${id}`] = new Date(at).toISOString();
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

const involvementRecord = (involvement: NewInvolvement, address: SchemaAddress): PortalRecord => ({
  properties: newInvolvementText(involvement),
  associations: [
    { toObjectType: 'deals', toId: involvement.dealId, typeId: address.involvementToDeal },
    ...(involvement.accountId === null
      ? []
      : [toCompany(involvement.accountId, address.involvementToAccount)]),
    toCompany(involvement.partnerId, address.involvementToPartner),
  ],
});
