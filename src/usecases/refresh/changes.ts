import {
  segmentKey,
  type ChangeSearch,
  type Payloads,
  type SegmentEntry,
  type Table,
  type TableRow,
} from '../crm/portfolio.ts';
import { filled, fitting } from './cut.ts';
import { endOfRange, segmentWith, withRange } from './segment-index.ts';
import { bytesOfRows, rowId, rowsOfBytes } from './segment-rows.ts';
import { flushWhenMany, inTime, newSegments, putSegment, type Step } from './step.ts';

/**
 * Goes on reading what changed, one search after the other, and rewrites the segments whose rows differ. Answers the
 * searches that are left. Repairs of damaged segments that come up wait for the next step: what is to be repaired is
 * written down before anything is overwritten.
 */
export async function followChanges(
  step: Step,
  searches: readonly ChangeSearch[],
  asked: readonly ChangeSearch[],
): Promise<readonly ChangeSearch[]> {
  const known = searches.filter(({ since }) => since === null).length;
  const repairs = [...searches.filter(({ since }) => since === null), ...asked];
  const left: ChangeSearch[] = [];
  for (const search of searches) {
    const rest = left.length > 0 ? search : await follow(step, search, repairs);
    if (rest) left.push(rest);
  }
  return [...left, ...repairs.slice(known)];
}

/** Null at the end of the search, else where to go on. */
async function follow(
  step: Step,
  search: ChangeSearch,
  repairs: ChangeSearch[],
): Promise<ChangeSearch | null> {
  const { table } = search;
  const { counts } = step;
  let at = search;
  for (;;) {
    const page = await inTime(step, (until) => step.door.changedIds(table, at, until));
    const change = page && (await inTime(step, (until) => readChange(step, table, page.ids, until)));
    if (!page || !change) return at;
    const { ids, total } = page;
    counts.recordsTotal = Math.max(counts.recordsTotal, counts.recordsRead + total);
    const merged = await mergeAll(step, at, change, repairs);
    counts.recordsRead += ids.filter((id) => id <= merged).length;
    at = { ...at, above: merged };
    if (merged < (ids.at(-1) ?? 0)) return at;
    if (total <= ids.length) return null;
  }
}

interface Change {
  readonly ids: readonly number[];
  readonly rows: ReadonlyMap<number, TableRow>;
  readonly payloads: Payloads;
}

async function readChange(step: Step, table: Table, ids: readonly number[], until: number): Promise<Change> {
  const index = step.segments[table];
  const keys = new Set(ids.flatMap((id) => segmentWith(index, id)?.key ?? []));
  if (ids.length === 0) return { ids, rows: new Map(), payloads: new Map() };
  const wanted = [...keys].map((key) => segmentKey(table, key)).filter((key) => !step.writes.has(key));
  const [rows, payloads] = await Promise.all([
    step.door.rows(table, ids, step.reading, until),
    wanted.length === 0 ? new Map<string, string>() : step.door.payloads(wanted, until),
  ]);
  return { ids, rows: new Map(rows.map((row) => [rowId(row), row])), payloads };
}

/** Segment by segment, as far as the time goes. Answers the last id that is in. */
async function mergeAll(
  step: Step,
  search: ChangeSearch,
  change: Change,
  repairs: ChangeSearch[],
): Promise<number> {
  let merged = search.above;
  let left = change.ids;
  while (left.length > 0 && step.clock() < step.until) {
    const index = step.segments[search.table];
    const segment = segmentWith(index, left[0] ?? 0);
    const end = segment ? endOfRange(index, segment.from) : null;
    const ids = end === null ? left : left.filter((id) => id < end);
    left = left.slice(ids.length);
    const rows = segment ? rowsOf(step, search.table, segment, change.payloads) : [];
    // A repair has yet to read all of the segment; any other change waits until it has.
    if (rows === null && segment && !(search.since === null && segment.from > search.above))
      askForRepair(step, { table: search.table, since: null, above: segment.from - 1, below: end }, repairs);
    else mergeInto(step, search.table, segment?.from ?? 0, rows, ids, change.rows);
    merged = ids.at(-1) ?? merged;
    await flushWhenMany(step);
  }
  return merged;
}

/** The rows of a segment as this step has it; null where it is damaged. */
function rowsOf(
  { door, writes }: Step,
  table: Table,
  { key }: SegmentEntry,
  payloads: Payloads,
): readonly TableRow[] | null {
  const name = segmentKey(table, key);
  const payload = writes.get(name) ?? payloads.get(name);
  const bytes = payload === undefined ? null : door.unpack(payload);
  return bytes && rowsOfBytes(table, bytes);
}

function askForRepair({ counts }: Step, repair: ChangeSearch, repairs: ChangeSearch[]): void {
  const { table, above } = repair;
  const isKnown = repairs.some((one) => one.table === table && one.since === null && one.above === above);
  if (isKnown) return;
  repairs.push(repair);
  counts.rebuilt++;
}

function mergeInto(
  step: Step,
  table: Table,
  from: number,
  rows: readonly TableRow[] | null,
  ids: readonly number[],
  fresh: ReadonlyMap<number, TableRow>,
): void {
  const next = mergedRows(rows ?? [], ids, fresh);
  const isSame = rows !== null && sameBytes(bytesOfRows(table, rows), bytesOfRows(table, next));
  if (!isSame) replaceSegment(step, table, from, next);
}

function mergedRows(
  rows: readonly TableRow[],
  ids: readonly number[],
  fresh: ReadonlyMap<number, TableRow>,
): readonly TableRow[] {
  const byId = new Map(rows.map((row) => [rowId(row), row]));
  for (const id of ids) {
    const row = fresh.get(id);
    if (row) byId.set(id, row);
    else byId.delete(id);
  }
  return [...byId.values()].sort((one, other) => rowId(one) - rowId(other));
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** A segment that its rows outgrow becomes two and more: at the end of the table full ones, else equal ones. */
function replaceSegment(step: Step, table: Table, from: number, rows: readonly TableRow[]): void {
  const index = step.segments[table];
  const before = index.find((entry) => entry.from === from);
  const pieces = fitting(step.door, table, rows);
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

function fullPieces(step: Step, table: Table, rows: readonly TableRow[], fill: number) {
  const { pieces, rest } = filled(step.door, table, rows, Math.max(1, fill));
  return [...pieces, ...fitting(step.door, table, rest)];
}
