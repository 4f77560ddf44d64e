import type { PortfolioDoor, Table, TableRow } from '../crm/portfolio.ts';
import { bytesOfRows } from './segment-rows.ts';

/** Rows that go into one segment, and their payload. */
export interface Piece {
  readonly rows: readonly TableRow[];
  readonly payload: string;
}

type Packer = Pick<PortfolioDoor, 'pack' | 'payloadLimit'>;

/** A new segment is filled to three quarters: later stage dates and tags make its rows longer. */
const fillShare = 0.75;

/** The rows as one piece, or as equal ones where they outgrow a payload. No rows, no piece. */
export function fitting(
  packer: Packer,
  table: Table,
  rows: readonly TableRow[],
  bytes = bytesOfRows(table, rows),
): Piece[] {
  if (rows.length === 0) return [];
  const piece = { rows, payload: packer.pack(bytes) };
  if (piece.payload.length <= packer.payloadLimit) return [piece];
  if (rows.length === 1) throw new Error(`A record of ${table} does not fit into a segment`);
  const parts = Math.ceil(piece.payload.length / (packer.payloadLimit * fillShare));
  const size = Math.ceil(rows.length / Math.max(2, parts));
  const pieces: Piece[] = [];
  for (let start = 0; start < rows.length; start += size)
    pieces.push(...fitting(packer, table, rows.slice(start, start + size)));
  return pieces;
}

export interface Filled {
  readonly pieces: readonly Piece[];
  /** Too few to fill another. */
  readonly rest: readonly TableRow[];
  /** Rows that fill a piece. */
  readonly fill: number;
}

/** Sizes tried before a piece is taken as it is, where how well rows compress swings. */
const mostTries = 3;

/** Cuts full pieces off the front, as many as there are. `fill` is how many rows filled the last one. */
export function filled(packer: Packer, table: Table, rows: readonly TableRow[], fill: number): Filled {
  const pieces: Piece[] = [];
  let rest = rows;
  let size = fill;
  let tries = 0;
  while (rest.length >= size) {
    const first = rest.slice(0, size);
    const piece = { rows: first, payload: packer.pack(bytesOfRows(table, first)) };
    const next = Math.max(1, Math.floor((size * packer.payloadLimit * fillShare) / piece.payload.length));
    const isTooLong = piece.payload.length > packer.payloadLimit;
    if (isTooLong && size === 1) throw new Error(`A record of ${table} does not fit into a segment`);
    const isTooShort = next > size * 1.15 && tries++ < mostTries;
    size = isTooLong ? Math.min(next, size - 1) : next;
    if (isTooLong || isTooShort) continue;
    tries = 0;
    pieces.push(piece);
    rest = rest.slice(piece.rows.length);
  }
  return { pieces, rest, fill: size };
}
