import { involvementObject, qualifiedName } from '#contract/schema';
import type { Crm, Walk } from '#usecases/crm';
import { dealPropertyNames } from './deals.ts';
import type { Objects } from './objects.ts';
import { companyProperties, involvementFigures, propertyNames, type CrmRecord } from './records.ts';
import { companyRowOf, dealRowOf, involvementRowOf } from './rows.ts';

/** Lists read the primary store in the order of ids, without the 10,000 of a search. */
export function createWalks(
  objects: Objects,
  portalId: number,
  now: () => number,
): Pick<Crm, 'walkDeals' | 'walkInvolvements' | 'walkCompanies'> {
  async function walk(
    type: string,
    properties: readonly string[],
    add: (record: CrmRecord) => void,
    until: number | null,
  ): Promise<Walk> {
    let read = 0;
    for (let after: string | null = null; ;) {
      if (until !== null && now() >= until) return { read, complete: false };
      const page = await objects.page(type, properties, after);
      page.results.forEach(add);
      read += page.results.length;
      if (page.after === null) return { read, complete: true };
      after = page.after;
    }
  }

  return {
    walkDeals: (reading, add, until) =>
      walk('deals', dealPropertyNames(reading), (record) => add(dealRowOf(record, reading)), until),
    walkInvolvements: (add, until) =>
      walk(
        qualifiedName(portalId, involvementObject),
        propertyNames(involvementFigures),
        (record) => {
          const row = involvementRowOf(record);
          if (row) add(row);
        },
        until,
      ),
    walkCompanies: (add, until) =>
      walk('companies', propertyNames(companyProperties), (record) => add(companyRowOf(record)), until),
  };
}
