import { Problem } from '#contract/problem';
import type { Crm, DealReading, Walk } from '#usecases/crm';
import type { Table, TableRow } from '#usecases/crm/portfolio';
import type { Objects } from './objects.ts';
import type { CrmRecord } from './records.ts';
import { tableRecordsOf } from './table-records.ts';

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
  const tables = tableRecordsOf(portalId);
  const walk = <Row extends TableRow>(
    table: Table,
    reading: DealReading,
    give: (row: Row) => void,
    until: number | null,
  ) => {
    const { type, properties, rowOf } = tables[table];
    const add = (record: CrmRecord) => {
      const row = rowOf(record, reading);
      if (row) give(row as Row);
    };
    return walked(objects, now, { type, properties: properties(reading), add, until });
  };
  return {
    walkDeals: (reading, give, until) => walk('deals', reading, give, until),
    walkInvolvements: (give, until) => walk('involvements', asItIs, give, until),
    walkCompanies: (give, until) => walk('companies', asItIs, give, until),
  };
}

/** Only deals have amounts and stages. */
const asItIs: DealReading = { homeCurrency: '', stages: [], outcomes: {} };

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
