import { Problem } from '#contract/problem';
import { involvementObject, qualifiedName } from '#contract/schema';
import type { Crm, Walk } from '#usecases/crm';
import { dealPropertyNames } from './deals.ts';
import type { Objects } from './objects.ts';
import { companyProperties, involvementFigures, propertyNames, type CrmRecord } from './records.ts';
import { companyRowOf, dealRowOf, involvementRowOf } from './rows.ts';

interface Way {
  readonly type: string;
  readonly properties: readonly string[];
  readonly add: (record: CrmRecord) => void;
  readonly until: number | null;
}

/** Lists read the primary store in the order of ids, without the 10,000 of a search. */
export function createWalks(
  objects: Objects,
  portalId: number,
  now: () => number,
): Pick<Crm, 'walkDeals' | 'walkInvolvements' | 'walkCompanies'> {
  const walk = (way: Way) => walked(objects, now, way);
  const involvements = qualifiedName(portalId, involvementObject);
  return {
    walkDeals: (reading, give, until) => {
      const add = (record: CrmRecord) => give(dealRowOf(record, reading));
      return walk({ type: 'deals', properties: dealPropertyNames(reading), add, until });
    },
    walkInvolvements: (give, until) => {
      const add = (record: CrmRecord) => {
        const row = involvementRowOf(record);
        if (row) give(row);
      };
      return walk({ type: involvements, properties: propertyNames(involvementFigures), add, until });
    },
    walkCompanies: (give, until) => {
      const add = (record: CrmRecord) => give(companyRowOf(record));
      return walk({ type: 'companies', properties: propertyNames(companyProperties), add, until });
    },
  };
}

async function walked(
  objects: Objects,
  now: () => number,
  { type, properties, add, until }: Way,
): Promise<Walk> {
  let read = 0;
  let after: string | null = null;
  for (;;) {
    if (until !== null && now() >= until) return { read, complete: false };
    const place: Place = { after, until };
    const page: Page | null = await objects.page(type, properties, place).catch(endOfTime(until, read));
    if (page === null) return { read, complete: false };
    page.results.forEach(add);
    read += page.results.length;
    if (page.after === null) return { read, complete: true };
    after = page.after;
  }
}

type Place = Parameters<Objects['page']>[2];
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
