import type { CompanyRow, DealRow, InvolvementRow } from '../rows.ts';
import { byteReader, byteWriter, readByte, writeByte, type ByteReader, type ByteWriter } from './bytes.ts';
import { companyRowsOf, readCompanies, writeCompanies } from './company-segment.ts';
import { dealRowsOf } from './deal-rows.ts';
import { involvementRowsOf } from './involvement-rows.ts';
import { readInvolvements } from './involvement-segment.ts';
import { readCount, writeCount } from './number-columns.ts';
import { readDeals } from './read-deals.ts';
import type { Room } from './room.ts';
import { damaged, SegmentUnreadable } from './segment-unreadable.ts';
import { writeDeals } from './write-deals.ts';
import { writeInvolvements } from './write-involvements.ts';

export type Table = 'deals' | 'involvements' | 'companies';

export interface TableRows {
  readonly deals: DealRow;
  readonly involvements: InvolvementRow;
  readonly companies: CompanyRow;
}

/**
 * Version of the bytes. It grows with every change of them; there is no reading of older ones (docs/decisions/0008).
 * Words of a vocabulary are kept by their place in it.
 */
export const formatVersion = 1;

const mark = 0x50;
const tables: readonly Table[] = ['deals', 'involvements', 'companies'];

const writers: { readonly [T in Table]: (out: ByteWriter, rows: readonly TableRows[T][]) => void } = {
  deals: writeDeals,
  involvements: writeInvolvements,
  companies: writeCompanies,
};

const readers: { readonly [T in Table]: (from: ByteReader, count: number) => TableRows[T][] } = {
  deals: (from, count) => dealRowsOf(readDeals(from, count)),
  involvements: (from, count) => involvementRowsOf(readInvolvements(from, count)),
  companies: (from, count) => companyRowsOf(readCompanies(from, count)),
};

/**
 * Rows of one table, ascending by id, as bytes. Instants are kept to the minute; the names of companies that are no
 * partners are not kept. The same rows always give the same bytes.
 */
export function encodeRows<T extends Table>(table: T, rows: readonly TableRows[T][]): Uint8Array {
  const out = byteWriter();
  for (const byte of [mark, formatVersion, tables.indexOf(table)]) writeByte(out, byte);
  writeCount(out, rows.length);
  writers[table](out, rows);
  return out.written();
}

/** The rows of `encodeRows`. Throws SegmentUnreadable for anything else. */
export function decodeRows<T extends Table>(table: T, bytes: Uint8Array): TableRows[T][] {
  return readSegment(table, bytes, readers[table]);
}

/** Reads the body of a segment once its head is found to be of this version and table. */
export function readSegment<S>(
  table: Table,
  bytes: Uint8Array,
  read: (from: ByteReader, count: number) => S,
  room?: Room,
): S {
  const from = byteReader(bytes, room);
  if (readByte(from) !== mark) throw damaged('it does not start as a segment');
  const version = readByte(from);
  if (version < formatVersion) throw new SegmentUnreadable('old_version', `version ${version}`);
  if (version > formatVersion) throw new SegmentUnreadable('unknown_version', `version ${version}`);
  if (tables[readByte(from)] !== table) throw damaged('it is of another table');
  const segment = read(from, readCount(from));
  from.end();
  return segment;
}
