import type { SchemaAddress } from '#contract/involvement';
import { Problem } from '#contract/problem';
import { involvementKey, involvementObject, qualifiedName } from '#contract/schema';
import type { Involvement, NewInvolvement } from '#domain/involvement';
import type { Crm, Found } from '#usecases/crm';
import { differenceText, newInvolvementText } from './involvement-record.ts';
import { chunksOf, type Association, type Objects } from './objects.ts';
import { involvementProperties, propertyNames } from './records.ts';
import { involvementOf } from './rows.ts';
import { found, type FilterGroups, type Search } from './search.ts';
import { toInstant } from './values.ts';

/** UNVERIFIED how many values an IN filter takes; a hundred ids keep the whole body under HubSpot's 3,000 characters. */
const valuesPerSearch = 100;

const properties = propertyNames(involvementProperties);

type Reads =
  | 'involvements'
  | 'involvementOf'
  | 'removedInvolvement'
  | 'involvementsOfAccounts'
  | 'involvementsWith'
  | 'involvementsOfDeals';
type Writes = 'createInvolvement' | 'updateInvolvement' | 'removeInvolvement';

/** Partner involvements in HubSpot. By id and by key from the primary store; by company and by deal from search. */
export function createInvolvementDoor(
  objects: Objects,
  search: Search,
  portalId: number,
): Pick<Crm, Reads | Writes> {
  const type = qualifiedName(portalId, involvementObject);
  return { ...readsOf(objects, search, type), ...writesOf(objects, type) };
}

function readsOf(objects: Objects, search: Search, type: string): Pick<Crm, Reads> {
  const matching = async (groups: FilterGroups, most?: number): Promise<Found<Involvement>> =>
    found(await search.all(type, groups, properties, most), involvementOf);
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
    involvementsOfAccounts: (ids) =>
      matching([[{ propertyName: 'account_id', operator: 'IN', values: ids.slice(0, valuesPerSearch) }]]),
    involvementsWith: (id, most) =>
      matching(
        ['account_id', 'partner_id'].map((propertyName) => [{ propertyName, operator: 'EQ', value: id }]),
        most,
      ),
    async involvementsOfDeals(ids) {
      const answers = await Promise.all(
        chunksOf(ids, valuesPerSearch).map((values) =>
          matching([[{ propertyName: 'deal_id', operator: 'IN', values }]]),
        ),
      );
      return {
        rows: answers.flatMap(({ rows }) => rows),
        complete: answers.every(({ complete }) => complete),
      };
    },
  };
}

const writesOf = (objects: Objects, type: string): Pick<Crm, Writes> => ({
  createInvolvement: (involvement, address) =>
    objects.create(type, {
      properties: newInvolvementText(involvement),
      key: 'involvement_key',
      associations: associationsOf(involvement, address),
    }),
  async updateInvolvement(before, after) {
    const isThere = await objects.patch(type, before.id, differenceText(before, after));
    if (!isThere) throw new Problem('involvement_not_found');
  },
  removeInvolvement: (id) => objects.archive(type, id),
});

const associationsOf = (involvement: NewInvolvement, address: SchemaAddress): Association[] => [
  { toId: involvement.dealId, typeId: address.involvementToDeal },
  { toId: involvement.partnerId, typeId: address.involvementToPartner },
  ...(involvement.accountId === null
    ? []
    : [{ toId: involvement.accountId, typeId: address.involvementToAccount }]),
];
