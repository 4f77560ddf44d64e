import type { Found } from '#usecases/crm';
import { recordPage, type CrmRecord } from './records.ts';
import type { Send } from './transport.ts';
import { apiVersion } from './version.ts';

/** https://developers.hubspot.com/docs/api-reference/search/guide */
const pageSize = 200;
const windowSize = 10_000;

export interface Filter {
  readonly propertyName: string;
  readonly operator: 'EQ' | 'GT' | 'GTE' | 'LT' | 'IN' | 'HAS_PROPERTY' | 'CONTAINS_TOKEN';
  readonly value?: string;
  readonly values?: readonly string[];
}

/** Groups are alternatives; the filters of one group all hold. */
export type FilterGroups = readonly (readonly Filter[])[];

export interface SearchAnswer {
  readonly records: readonly CrmRecord[];
  readonly total: number;
}

interface PageOptions {
  readonly limit: number;
  readonly after: number;
  readonly sort: string;
  readonly until?: number | null;
}

async function pageOf(
  send: Send,
  [type, groups, properties]: [string, FilterGroups, readonly string[]],
  { limit, after, sort, until = null }: PageOptions,
): Promise<SearchAnswer> {
  const body = {
    filterGroups: groups.map((filters) => ({ filters })),
    properties,
    sorts: [{ propertyName: sort, direction: 'ASCENDING' }],
    limit,
    ...(after > 0 ? { after: String(after) } : {}),
  };
  const path = `/crm/objects/${apiVersion}/${type}/search`;
  const answer = await send({ method: 'POST', path, body, budget: 'search', repeatable: true, until });
  const { results, total } = recordPage.parse(answer.body);
  return { records: results, total: total ?? results.length };
}

/** HubSpot's search. Its index lags behind writes by moments, and gives 10,000 records of a query at most. */
export function createSearch(send: Send) {
  return {
    first: (
      type: string,
      groups: FilterGroups,
      properties: readonly string[],
      limit: number,
      { sort = 'hs_object_id', until = null }: { sort?: string; until?: number | null } = {},
    ): Promise<SearchAnswer> => pageOf(send, [type, groups, properties], { limit, after: 0, sort, until }),

    /** Every match: the first page tells the total, the others follow at the same time, unless there are too many. */
    async all(
      type: string,
      groups: FilterGroups,
      properties: readonly string[],
      most = Infinity,
    ): Promise<SearchAnswer> {
      const query: [string, FilterGroups, readonly string[]] = [type, groups, properties];
      const page = (after: number) => pageOf(send, query, { limit: pageSize, after, sort: 'hs_object_id' });
      const first = await page(0);
      if (first.total > most) return first;
      const offsets: number[] = [];
      for (let after = pageSize; after < Math.min(first.total, windowSize); after += pageSize)
        offsets.push(after);
      const rest = await Promise.all(offsets.map(page));
      return { records: [first, ...rest].flatMap(({ records }) => records), total: first.total };
    },
  };
}

export type Search = ReturnType<typeof createSearch>;

/** A search answer as rows; records that say nothing are left out. */
export function found<Row>(
  { records, total }: SearchAnswer,
  rowOf: (record: CrmRecord) => Row | null,
): Found<Row> {
  const rows = records.map(rowOf).filter((row): row is Awaited<Row> & Row => row !== null);
  return { rows, complete: records.length >= total };
}
