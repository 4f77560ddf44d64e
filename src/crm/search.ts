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

const asSearch = { budget: 'search', repeatable: true } as const;

/** HubSpot's search. Its index lags behind writes by moments, and gives 10,000 records of a query at most. */
export function createSearch(send: Send) {
  async function page(
    type: string,
    groups: FilterGroups,
    properties: readonly string[],
    options: { limit: number; after: number; sort: string; until?: number | null },
  ): Promise<SearchAnswer> {
    const body = {
      filterGroups: groups.map((filters) => ({ filters })),
      properties,
      sorts: [{ propertyName: options.sort, direction: 'ASCENDING' }],
      limit: options.limit,
      ...(options.after > 0 ? { after: String(options.after) } : {}),
    };
    const path = `/crm/objects/${apiVersion}/${type}/search`;
    const answer = await send({ method: 'POST', path, body, ...asSearch, until: options.until ?? null });
    const { results, total } = recordPage.parse(answer.body);
    return { records: results, total: total ?? results.length };
  }

  return {
    first: (
      type: string,
      groups: FilterGroups,
      properties: readonly string[],
      limit: number,
      { sort = 'hs_object_id', until = null }: { sort?: string; until?: number | null } = {},
    ): Promise<SearchAnswer> => page(type, groups, properties, { limit, after: 0, sort, until }),

    /** Every match: the first page tells the total, the others follow at the same time. */
    async all(type: string, groups: FilterGroups, properties: readonly string[]): Promise<SearchAnswer> {
      const sort = 'hs_object_id';
      const first = await page(type, groups, properties, { limit: pageSize, after: 0, sort });
      const offsets: number[] = [];
      for (let after = pageSize; after < Math.min(first.total, windowSize); after += pageSize)
        offsets.push(after);
      const rest = await Promise.all(
        offsets.map((after) => page(type, groups, properties, { limit: pageSize, after, sort })),
      );
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
