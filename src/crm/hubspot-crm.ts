import '#contract/english';
import { Problem } from '#contract/problem';
import { qualifiedName, storeObject } from '#contract/schema';
import type { DealMirror } from '#domain/deal-mirror';
import type { Crm } from '#usecases/crm';
import { dealPropertyNames, readDeal, readPipelines } from './deals.ts';
import { createInvolvementDoor } from './involvement-door.ts';
import { createObjects, type Objects, type Properties } from './objects.ts';
import { readOwners } from './owners.ts';
import { companyProperties, propertyNames, storeProperties } from './records.ts';
import { companyOf, dealRowOf } from './rows.ts';
import { callPaceOf, createPace } from './pace.ts';
import { createPortfolioStore } from './portfolio-store.ts';
import { createRecordSource } from './record-source.ts';
import { createSchemaDoor } from './schema-door.ts';
import { createSearch, found, type FilterGroups, type Search } from './search.ts';
import { installedOf, settingsKey, settingsText } from './settings-record.ts';
import { createTransport, type TransportOptions } from './transport.ts';
import { createWalks } from './walks.ts';

export interface HubspotOptions extends TransportOptions {
  readonly portalId: number;
}

/** The CRM port over HubSpot's API. */
export function hubspotCrm(options: HubspotOptions): Crm {
  const { portalId } = options;
  const pace = createPace(options.limits);
  const send = createTransport(options, pace);
  const objects = createObjects(send);
  const search = createSearch(send);
  return {
    portalId,
    ...settingsOf(objects, portalId),
    pipelines: () => readPipelines(send),
    owners: () => readOwners(send),
    deal: (id) => readDeal(send, objects, portalId, id),
    writeMirror: (dealId, mirror) => problemOf(objects.patch('deals', dealId, mirrorText(mirror))),
    deals: async (ids, reading) =>
      (await objects.batchRead('deals', ids, dealPropertyNames(reading))).map((record) =>
        dealRowOf(record, reading),
      ),
    dealsOfCompany: async (id, reading, most) => {
      const groups = [[{ propertyName: 'associations.company', operator: 'EQ', value: id }]] as const;
      const answer = await search.all('deals', groups, dealPropertyNames(reading), most);
      return found(answer, (record) => dealRowOf(record, reading));
    },
    countDeals: async () => (await search.first('deals', [], [], 1)).total,
    ...companiesOf(objects, search),
    ...createInvolvementDoor(objects, search, portalId),
    ...createWalks(objects, portalId, options.now),
    portfolio: {
      ...createRecordSource(objects, search, portalId),
      ...createPortfolioStore(objects, portalId),
      ...callPaceOf(pace, options.now),
    },
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
async function problemOf(write: Promise<boolean>): Promise<Problem | null> {
  try {
    return (await write) ? null : new Problem('deal_not_found');
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function settingsOf(objects: Objects, portalId: number): Pick<Crm, 'installed' | 'saveInstalled'> {
  const type = qualifiedName(portalId, storeObject);
  const idProperty = 'store_key';
  return {
    async installed() {
      const record = await objects.get(type, settingsKey, {
        properties: propertyNames(storeProperties),
        idProperty,
      });
      if (!record) throw new Problem('not_installed');
      return installedOf(record.properties);
    },
    async saveInstalled(installed) {
      const { store_key: key = settingsKey, ...properties } = settingsText(installed);
      const isThere = await objects.patch(type, key, properties, idProperty);
      if (!isThere)
        await objects.create(type, { properties: { ...properties, store_key: key }, key: idProperty });
    },
  };
}

function companiesOf(objects: Objects, search: Search): Pick<Crm, 'companies' | 'findPartners'> {
  const properties = propertyNames(companyProperties);
  return {
    companies: async (ids) => (await objects.batchRead('companies', ids, properties)).map(companyOf),
    async findPartners(query, limit) {
      const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length === 0) return { partners: [], total: 0 };
      const groups = partnerFilters(words);
      const { records, total } = await search.first('companies', groups, properties, limit, {
        sort: 'name',
      });
      return { partners: records.map(companyOf), total };
    },
  };
}

/** Every word in the name, or the first in the domain; a search takes six filters a group at most. */
function partnerFilters(words: readonly string[]): FilterGroups {
  const isPartner = { propertyName: 'partner_type', operator: 'HAS_PROPERTY' } as const;
  const contains = (propertyName: string, word: string) =>
    ({ propertyName, operator: 'CONTAINS_TOKEN', value: `*${word}*` }) as const;
  return [
    [isPartner, ...words.slice(0, 5).map((word) => contains('name', word))],
    [isPartner, ...words.slice(0, 1).map((word) => contains('domain', word))],
  ];
}
