import { decodeRows, encodeRows } from '#domain/segments/codec';
import { SegmentUnreadable } from '#domain/segments/segment-unreadable';
import type { CompanyRow, DealRow, InvolvementRow } from '#domain/rows';
import type { Table, TableRow } from '../crm/portfolio.ts';

export const rowId = (row: TableRow): number => Number(row.id);

/** Rows of one table, ascending by id, as the bytes of a segment. */
export function bytesOfRows(table: Table, rows: readonly TableRow[]): Uint8Array {
  switch (table) {
    case 'deals':
      return encodeRows(table, rows as readonly DealRow[]);
    case 'involvements':
      return encodeRows(table, rows as readonly InvolvementRow[]);
    case 'companies':
      return encodeRows(table, rows as readonly CompanyRow[]);
  }
}

/** Null where these are not the bytes of a segment of this table and version. */
export function rowsOfBytes(table: Table, bytes: Uint8Array): readonly TableRow[] | null {
  try {
    return decodeRows(table, bytes);
  } catch (error) {
    if (error instanceof SegmentUnreadable) return null;
    throw error;
  }
}
