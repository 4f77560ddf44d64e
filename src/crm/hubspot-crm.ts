import { Problem } from '#contract/problem';
import { involvementKey, involvementObject, qualifiedName, storeObject } from '#contract/schema';
import type { DealMirror } from '#domain/deal-mirror';
import type { Involvement } from '#domain/involvement';
import type { Crm, Found } from '#usecases/crm';
import { dealPropertyNames, readDeal, readPipelines } from './deals.ts';
import { differenceText, newInvolvementText } from './involvement-record.ts';
import { createObjects, type Properties } from './objects.ts';
import { companyProperties, involvementProperties, propertyNames, storeProperties, type CrmRecord } from './records.ts';
import { companyOf, dealRowOf, involvementOf } from './rows.ts';
import { createSchemaDoor } from './schema-door.ts';
import { createSearch, type FilterGroups, type SearchAnswer } from './search.ts';
import { installedOf, settingsKey, settingsText } from './settings-record.ts';
import { createTransport, type TransportOptions } from './transport.ts';
import { toInstant } from './values.ts';
import { createWalks } from './walks.ts';

export interface HubspotOptions extends TransportOptions {
  readonly portalId: number;
}

/** The CRM port over HubSpot's API. */
export function hubspotCrm(options: HubspotOptions): Crm {
  const { portalId } = options;
  const send = createTransport(options);
  const objects = createObjects(send);
  const search = createSearch(send);
  return {
    portalId,
    ...settingsOf(objects, portalId),
    pipelines: () => readPipelines(send),
    deal: (id) => readDeal(send, objects, portalId, id),
    writeMirror: (dealId, mirror) => problemOf(objects.patch('deals', dealId, mirrorText(mirror))),
    deals: async (ids, reading) =>
      (await objects.batchRead('deals', ids, dealPropertyNames(reading))).map((record) => dealRowOf(record, reading)),
    dealsOfCompany: async (id, reading) => {
      const groups = [[{ propertyName: 'associations.company', operator: 'EQ', value: id }]] as const;
      const answer = await search.all('deals', groups, dealPropertyNames(reading));
      return found(answer, (record) => dealRowOf(record, reading));
    },
    countDeals: async () => (await search.first('deals', [], [], 1)).total,
    ...companiesOf(objects, search),
    ...involvementsOf(objects, search, portalId),
    ...createWalks(objects, portalId, options.now),
    schema: createSchemaDoor(send, portalId),
  };
}

const mirrorText = (mirror: DealMirror): Properties => ({
  partner_answer: mirror.answer,
  partner_tier: mirror.tier ?? '',
  partner_origin: mirror.origin ?? '',
  partner_count: String(mirror.count),
});

/** A problem as a value: the edge between what must succeed and what may fall behind. */
async function problemOf(write: Promise<void>): Promise<Problem | null> {
  try {
    await write;
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function found<Row>({ records, total }: SearchAnswer, rowOf: (record: CrmRecord) => Row | null): Found<Row> {
  const rows = records.map(rowOf).filter((row): row is Awaited<Row> & Row => row !== null);
  return { rows, complete: records.length >= total };
}

type Objects = ReturnType<typeof createObjects>;
type Search = ReturnType<typeof createSearch>;

function settingsOf(objects: Objects, portalId: number): Pick<Crm, 'installed' | 'saveInstalled'> {
  const type = qualifiedName(portalId, storeObject);
  const idProperty = 'store_key';
  return {
    async installed() {
      const record = await objects.get(type, settingsKey, { properties: propertyNames(storeProperties), idProperty });
      if (!record) throw new Problem('not_installed');
      return installedOf(record.properties);
    },
    async saveInstalled(installed) {
      const { store_key: key = settingsKey, ...properties } = settingsText(installed);
      const created = await objects.create(type, { ...properties, store_key: key }, idProperty);
      if (created === null) await objects.patch(type, key, properties, idProperty);
    },
  };
}

function companiesOf(objects: Objects, search: Search): Pick<Crm, 'companies' | 'findPartners'> {
  const properties = propertyNames(companyProperties);
  return {
    companies: async (ids) => (await objects.batchRead('companies', ids, properties)).map(companyOf),
    async findPartners(query, limit) {
      const { records, total } = await search.first('companies', partnerFilters(query), properties, limit, 'name');
      return { partners: records.map(companyOf), total };
    },
  };
}

/** Every word in the name, or the first in the domain; a search takes six filters a group at most. */
function partnerFilters(query: string): FilterGroups {
  const isPartner = { propertyName: 'partner_type', operator: 'HAS_PROPERTY' } as const;
  const words = query.replaceAll('*', ' ').trim().split(/\s+/).slice(0, 5);
  const contains = (propertyName: string, word: string) =>
    ({ propertyName, operator: 'CONTAINS_TOKEN', value: `*${word}*` }) as const;
  return [
    [isPartner, ...words.map((word) => contains('name', word))],
    [isPartner, contains('domain', words[0] ?? '')],
  ];
}

type InvolvementDoor =
  | 'involvements'
  | 'involvementOf'
  | 'removedInvolvement'
  | 'createInvolvement'
  | 'updateInvolvement'
  | 'removeInvolvement'
  | 'involvementsOfAccounts'
  | 'involvementsWith'
  | 'involvementsOfDeals';

function involvementsOf(objects: Objects, search: Search, portalId: number): Pick<Crm, InvolvementDoor> {
  const type = qualifiedName(portalId, involvementObject);
  const properties = propertyNames(involvementProperties);
  const matching = async (groups: FilterGroups): Promise<Found<Involvement>> =>
    found(await search.all(type, groups, properties), involvementOf);
  return {
    involvements: async (ids) =>
      (await objects.batchRead(type, ids, properties)).map(involvementOf).filter((one) => one !== null),
    async involvementOf(dealId, partnerId) {
      const key = involvementKey(dealId, partnerId);
      const record = await objects.get(type, key, { properties, idProperty: 'involvement_key' });
      return record && involvementOf(record);
    },
    async removedInvolvement(id) {
      const record = await objects.get(type, id, { properties, archived: true });
      const involvement = record && involvementOf(record);
      return involvement && { involvement, removedAt: toInstant(record.archivedAt ?? null) };
    },
    createInvolvement: (involvement, address) =>
      objects.create(type, newInvolvementText(involvement), 'involvement_key', [
        { toId: involvement.dealId, typeId: address.involvementToDeal },
        { toId: involvement.partnerId, typeId: address.involvementToPartner },
        ...(involvement.accountId === null
          ? []
          : [{ toId: involvement.accountId, typeId: address.involvementToAccount }]),
      ]),
    updateInvolvement: (before, after) => objects.patch(type, before.id, differenceText(before, after)),
    removeInvolvement: (id) => objects.archive(type, id),
    involvementsOfAccounts: (ids) => matching([[{ propertyName: 'account_id', operator: 'IN', values: ids }]]),
    involvementsWith: (id) =>
      matching(['account_id', 'partner_id'].map((propertyName) => [{ propertyName, operator: 'EQ', value: id }])),
    async involvementsOfDeals(ids) {
      return matching([[{ propertyName: 'deal_id', operator: 'IN', values: ids }]]);
    },
  };
}
