import { involvementObject, qualifiedName } from '#contract/schema';
import type { DealReading } from '#usecases/crm';
import type { PerTable, TableRow } from '#usecases/crm/portfolio';
import { dealPropertyNames } from './deals.ts';
import { companyProperties, involvementFigures, propertyNames, type CrmRecord } from './records.ts';
import { companyRowOf, dealRowOf, involvementRowOf } from './rows.ts';

/** Where a table's records are, which properties are read of them, and what becomes of one. */
interface TableRecords {
  readonly type: string;
  readonly properties: (reading: DealReading) => readonly string[];
  /** Null for a record that says nothing. */
  readonly rowOf: (record: CrmRecord, reading: DealReading) => TableRow | null;
}

export const tableRecordsOf = (portalId: number): PerTable<TableRecords> => ({
  deals: { type: 'deals', properties: dealPropertyNames, rowOf: dealRowOf },
  involvements: {
    type: qualifiedName(portalId, involvementObject),
    properties: () => propertyNames(involvementFigures),
    rowOf: involvementRowOf,
  },
  companies: {
    type: 'companies',
    properties: () => propertyNames(companyProperties),
    rowOf: companyRowOf,
  },
});
