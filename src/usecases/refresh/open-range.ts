import {
  segmentKey,
  type SegmentEntry,
  type Table,
  type TableRow,
  type WalkPlace,
} from '../crm/portfolio.ts';
import { filled, fitting, type Piece } from './cut.ts';
import { endOfRange, withRange } from './segment-index.ts';
import { rowId } from './segment-rows.ts';
import { newSegments, putSegment, type Step } from './step.ts';

type RangePlace = Omit<WalkPlace, 'after' | 'isDone' | 'tailMark'>;

/**
 * The range of the index that a walk is in: takes pages in the order of ids, closes ranges as they are passed. A range
 * keeps its segment's key unless its rows outgrow it: a reader holds either index, and both are whole.
 */
export class OpenRange {
  readonly #step: Step;
  readonly #table: Table;
  readonly #pages: { readonly id: number; readonly cursor: string | null }[] = [];
  #place: RangePlace;
  #rows: readonly TableRow[];

  constructor(step: Step, table: Table, start: WalkPlace, waiting: readonly TableRow[]) {
    this.#step = step;
    this.#table = table;
    const { from, pieces, tailFrom, tailAfter, fill } = start;
    this.#place = { from, pieces, tailFrom, tailAfter, fill };
    this.#rows = waiting;
  }

  place(): RangePlace {
    return this.#place;
  }

  /** `cursor` led to the page; `isLast`: there is no other. */
  take(page: readonly TableRow[], cursor: string | null, isLast: boolean): void {
    const [first] = page;
    const last = page.at(-1);
    if (first) this.#pages.push({ id: rowId(first), cursor });
    this.#rows = [...this.#rows, ...page.filter((row) => rowId(row) >= this.#place.tailFrom)];
    for (let end = this.#end(); end !== null; end = this.#end()) {
      if (!isLast && (!last || rowId(last) < end)) return;
      this.#close(end);
    }
    const { pieces, rest, fill } = filled(this.#step.door, this.#table, this.#rows, this.#place.fill);
    this.#keep(pieces);
    this.#place = { ...this.#place, fill };
    this.#rows = rest;
    if (isLast) this.#close(null);
  }

  /** Rows that no segment has yet: at most what fits into one record; null for none. */
  tail(): Piece | null {
    const parts = fitting(this.#step.door, this.#table, this.#rows);
    this.#keep(parts.slice(0, -1));
    const last = parts.at(-1) ?? null;
    this.#rows = last?.rows ?? [];
    return last;
  }

  #end(): number | null {
    return endOfRange(this.#step.segments[this.#table], this.#place.from);
  }

  /** Written as segments of their own, which count when the range is closed. */
  #keep(made: readonly Piece[]): void {
    const { from, pieces, tailFrom } = this.#place;
    const last = made.at(-1)?.rows.at(-1);
    if (!last) return;
    const segments = newSegments(this.#step, this.#table, pieces.length === 0 ? from : tailFrom, made);
    this.#place = { ...this.#place, pieces: [...pieces, ...segments] };
    this.#tailBegins(rowId(last) + 1);
  }

  /** What is below `id` is in segments; should the tail be lost, reading goes on at the page that has `id`. */
  #tailBegins(id: number): void {
    const page = this.#pages.findLast((one) => one.id <= id);
    this.#place = { ...this.#place, tailFrom: id, ...(page && { tailAfter: page.cursor }) };
  }

  #close(end: number | null): void {
    const { segments: tables, trash } = this.#step;
    const index = tables[this.#table];
    const { from } = this.#place;
    const inside = end === null ? this.#rows : this.#rows.filter((row) => rowId(row) < end);
    this.#rows = this.#rows.slice(inside.length);
    const before = index.find((entry) => entry.from === from);
    const made = fitting(this.#step.door, this.#table, inside);
    const segments = this.#inPlaceOf(before, made);
    if (before && segments[0]?.key !== before.key) trash.add(segmentKey(this.#table, before.key));
    tables[this.#table] = withRange(index, from, segments);
    if (end !== null) this.#tailBegins(end);
    // An empty range falls to the next one.
    const next = end !== null && segments.length > 0 ? end : from;
    this.#place = { ...this.#place, pieces: [], from: next };
  }

  #inPlaceOf(before: SegmentEntry | undefined, made: readonly Piece[]): readonly SegmentEntry[] {
    const [only] = made;
    if (before && only && made.length === 1 && this.#place.pieces.length === 0) {
      putSegment(this.#step, this.#table, before.key, only.payload);
      return [{ ...before, rows: only.rows.length }];
    }
    this.#keep(made);
    return this.#place.pieces;
  }
}
