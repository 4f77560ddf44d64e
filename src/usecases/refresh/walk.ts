import {
  tables,
  type Payload,
  type Payloads,
  type PerTable,
  type SegmentEntry,
  type Table,
  type TableRow,
  type WalkPlace,
} from '../crm/portfolio.ts';
import { markOf } from './mark.ts';
import { OpenRange } from './open-range.ts';
import { rowId, rowsOfBytes } from './segment-rows.ts';
import { inTime, type Step } from './step.ts';

export const tailKey = (table: Table): string => `tail:${table}`;

const firstFill = 1_000;

/** The start of a walk. The segments that are there tell how many rows fill one. */
export const walkStart = (segments: readonly SegmentEntry[]): WalkPlace => ({
  after: null,
  isDone: false,
  from: 0,
  pieces: [],
  tailFrom: 0,
  tailAfter: null,
  tailMark: null,
  fill: segments.reduce((most, { rows }) => Math.max(most, rows), 0) || firstFill,
});

/**
 * Goes on reading everything: three lists side by side, because the cursor of one list gives one page at a time. Ends
 * with the step's time; what was read is in `step.writes` then.
 */
export async function walkOn(
  step: Step,
  walks: PerTable<WalkPlace>,
  tails: Payloads,
): Promise<PerTable<WalkPlace>> {
  const on = (table: Table) => walkTable(step, table, walks[table], tails.get(tailKey(table)));
  const [deals, involvements, companies] = await Promise.all(tables.map(on));
  if (!deals || !involvements || !companies) throw new Error('A walk ended without a place');
  return { deals, involvements, companies };
}

async function walkTable(
  step: Step,
  table: Table,
  place: WalkPlace,
  tail: Payload | undefined,
): Promise<WalkPlace> {
  if (place.isDone) return place;
  const rows = tailRows(step, table, place, tail);
  const range = new OpenRange(step, table, place, rows ?? []);
  // Another step has overwritten the tail and was killed before its head: what was in it is read again.
  let after = rows === null ? place.tailAfter : place.after;
  for (;;) {
    const page = await inTime(step, (until) => step.door.page(table, step.reading, { after, until }));
    if (page === null) return pause(step, table, range, after);
    checkOrder(table, page.rows);
    step.counts.recordsRead += page.rows.length;
    range.take(page.rows, after, page.after === null);
    if (page.after === null) return { ...range.place(), after: null, isDone: true, tailMark: null };
    after = page.after;
  }
}

/** The rows that waited for this step; null where they are not those of the place. */
function tailRows({ door }: Step, table: Table, { tailMark }: WalkPlace, tail: Payload | undefined) {
  if (tailMark === null) return [];
  if (tail === undefined || markOf(tail) !== tailMark) return null;
  const bytes = door.unpack(tail);
  return bytes && rowsOfBytes(table, bytes);
}

/** Rows that fill no segment yet wait in the table's tail record. */
function pause(step: Step, table: Table, range: OpenRange, after: string | null): WalkPlace {
  const tail = range.tail();
  if (tail) step.writes.set(tailKey(table), tail.payload);
  return { ...range.place(), after, isDone: false, tailMark: tail && markOf(tail.payload) };
}

/** Ranges are closed as ids pass: a list in another order would lose records. */
function checkOrder(table: Table, rows: readonly TableRow[]): void {
  const isAscending = rows.every((row, place) => place === 0 || rowId(rows[place - 1] ?? row) < rowId(row));
  if (!isAscending) throw new Error(`The list of ${table} is not in the order of ids`);
}
