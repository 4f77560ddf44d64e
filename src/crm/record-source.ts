import type { RecordSource } from '#usecases/crm/portfolio';
import type { Objects } from './objects.ts';
import type { CrmRecord } from './records.ts';
import type { Filter, Search } from './search.ts';
import { tableRecordsOf } from './table-records.ts';

/** Calls of the window that a reading leaves to the writes that end a step: what was read must get into the store. */
export const keptForWrites = 8;

/** https://developers.hubspot.com/docs/api-reference/search/guide */
const mostFound = 200;

/**
 * Lists read the primary store in the order of ids. A search only tells which records changed: its index lags, and the
 * stage properties of a deal would not fit into the 3,000 characters of its body. The rows come from batch reads.
 */
export function createRecordSource(objects: Objects, search: Search, portalId: number): RecordSource {
  const tables = tableRecordsOf(portalId);
  return {
    async page(table, reading, { after, until }) {
      const { type, properties, rowOf } = tables[table];
      const place = { after, until, keep: keptForWrites };
      const page = await objects.page(type, properties(reading), place);
      return { rows: rowsOf(page.results, (record) => rowOf(record, reading)), after: page.after };
    },
    async changedIds(table, change, until) {
      const filters = [
        ...whereText('hs_lastmodifieddate', 'GTE', change.since),
        ...whereText('hs_object_id', 'GT', change.above),
        ...whereText('hs_object_id', 'LT', change.below),
      ];
      const found = await search.first(tables[table].type, [filters], ['hs_object_id'], mostFound, { until });
      return { ids: found.records.map(({ id }) => Number(id)), total: found.total };
    },
    async rows(table, ids, reading, until) {
      const { type, properties, rowOf } = tables[table];
      const options = { until, keep: keptForWrites };
      const records = await objects.batchRead(type, ids.map(String), properties(reading), options);
      return rowsOf(records, (record) => rowOf(record, reading));
    },
    countRecords: async (table) => (await search.first(tables[table].type, [], [], 1)).total,
  };
}

const whereText = (propertyName: string, operator: Filter['operator'], value: number | null): Filter[] =>
  value === null ? [] : [{ propertyName, operator, value: String(value) }];

const rowsOf = <Row>(records: readonly CrmRecord[], rowOf: (record: CrmRecord) => Row | null): Row[] =>
  records.flatMap((record) => rowOf(record) ?? []);
