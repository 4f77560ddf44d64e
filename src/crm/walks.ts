import { Problem } from '#contract/problem';
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
      const page: Page | null = await objects.page(type, properties, after).catch(endOfTime(until, read));
      if (page === null) return { read, complete: false };
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

type Page = Awaited<ReturnType<Objects['page']>>;

/** A walk with a time to keep that has got somewhere stops where HubSpot holds it up; any other failure is one. */
const endOfTime =
  (until: number | null, read: number) =>
  (problem: unknown): null => {
    const isHeldUp = problem instanceof Problem && heldUp.has(problem.code);
    if (until !== null && read > 0 && isHeldUp) return null;
    throw problem;
  };

const heldUp: ReadonlySet<string> = new Set(['out_of_time', 'crm_busy', 'crm_unreachable']);
