import { segmentKey, type Payload, type Table, type TableRow } from '../crm/portfolio.ts';
import { filled, fitting, type Piece } from './cut.ts';
import { endOfRange, withRange } from './segment-index.ts';
import { bytesOfRows, rowId, rowsOfBytes } from './segment-rows.ts';
import { flushWhenMany, newSegments, putSegment, type Step } from './step.ts';

/** The segment that changes are being merged into: decoded once, and written once, however many pages touch it. */
export class OpenSegment {
  readonly #step: Step;
  readonly #table: Table;
  readonly from: number;
  readonly #before: Uint8Array | null;
  readonly #rows: Map<number, TableRow>;

  private constructor(
    step: Step,
    table: Table,
    from: number,
    before: Uint8Array | null,
    rows: readonly TableRow[],
  ) {
    this.#step = step;
    this.#table = table;
    this.from = from;
    this.#before = before;
    this.#rows = new Map(rows.map((row) => [rowId(row), row]));
  }

  /** Null where the payload cannot be read. */
  static of(step: Step, table: Table, from: number, payload: Payload | undefined): OpenSegment | null {
    const bytes = payload === undefined ? null : step.door.unpack(payload);
    const rows = bytes && rowsOfBytes(table, bytes);
    return rows && new OpenSegment(step, table, from, bytes, rows);
  }

  static empty(step: Step, table: Table, from: number): OpenSegment {
    return new OpenSegment(step, table, from, null, []);
  }

  /** These records are as `fresh` has them now, or gone. */
  merge(ids: readonly number[], fresh: ReadonlyMap<number, TableRow>): void {
    for (const id of ids) {
      const row = fresh.get(id);
      if (row) this.#rows.set(id, row);
      else this.#rows.delete(id);
    }
  }

  /** Written where its bytes differ from those that were read. */
  async close(): Promise<void> {
    const rows = [...this.#rows.values()].sort((one, other) => rowId(one) - rowId(other));
    const bytes = bytesOfRows(this.#table, rows);
    if (this.#before && isSame(this.#before, bytes)) return;
    replaceSegment(this.#step, this.#table, this.from, rows, bytes);
    await flushWhenMany(this.#step);
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** A segment that its rows outgrow becomes two and more: at the end of the table full ones, else equal ones. */
function replaceSegment(
  step: Step,
  table: Table,
  from: number,
  rows: readonly TableRow[],
  bytes: Uint8Array,
): void {
  const index = step.segments[table];
  const before = index.find((entry) => entry.from === from);
  const pieces = fitting(step.door, table, rows, bytes);
  const [only] = pieces;
  if (before && only && pieces.length === 1) {
    putSegment(step, table, before.key, only.payload);
    step.segments[table] = withRange(index, from, [{ ...before, rows: rows.length }]);
    return;
  }
  const isLast = endOfRange(index, from) === null;
  const made = isLast && before ? fullPieces(step, table, rows, before.rows) : pieces;
  step.segments[table] = withRange(index, from, newSegments(step, table, from, made));
  if (before) step.trash.add(segmentKey(table, before.key));
}

function fullPieces(step: Step, table: Table, rows: readonly TableRow[], fill: number): Piece[] {
  const { pieces, rest } = filled(step.door, table, rows, Math.max(1, fill));
  return [...pieces, ...fitting(step.door, table, rest)];
}
