import {
  segmentKey,
  type ChangeSearch,
  type Payload,
  type SegmentEntry,
  type Table,
  type TableRow,
} from '../crm/portfolio.ts';
import { PayloadQueue } from '../payload-queue.ts';
import { OpenSegment } from './open-segment.ts';
import { endOfRange, segmentWith } from './segment-index.ts';
import { rowId } from './segment-rows.ts';
import { inTime, type Step } from './step.ts';

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
  const merge = new Merge(step, search, repairs);
  const rest = await followPages(step, search, merge);
  await merge.close();
  return rest;
}

async function followPages(step: Step, search: ChangeSearch, merge: Merge): Promise<ChangeSearch | null> {
  const { table } = search;
  const { counts } = step;
  let at = search;
  for (;;) {
    const page = await inTime(step, (until) => step.door.changedIds(table, at, until));
    const change =
      page && (await inTime(step, (until) => readChange(step, table, page.ids, { until, open: merge.from })));
    if (!page || !change) return at;
    const { ids, total } = page;
    counts.recordsTotal = Math.max(counts.recordsTotal, counts.recordsRead + total);
    const merged = await merge.take(at, change);
    change.payloads.release();
    counts.recordsRead += ids.filter((id) => id <= merged).length;
    at = { ...at, above: merged };
    if (merged < (ids.at(-1) ?? 0)) return at;
    if (total <= ids.length) return null;
  }
}

/** Up to three megabytes an answer; a page of changes touches up to two hundred segments. */
const payloadsPerRead = 50;

interface Change {
  readonly ids: readonly number[];
  readonly rows: ReadonlyMap<number, TableRow>;
  readonly payloads: PayloadQueue;
}

async function readChange(
  step: Step,
  table: Table,
  ids: readonly number[],
  { until, open }: { readonly until: number; readonly open: number | null },
): Promise<Change> {
  const index = step.segments[table];
  const touched = new Set(ids.flatMap((id) => segmentWith(index, id) ?? []));
  const wanted = [...touched]
    .filter(({ from }) => from !== open)
    .map(({ key }) => segmentKey(table, key))
    .filter((key) => !step.writes.has(key));
  const payloads = new PayloadQueue(step.door, wanted, payloadsPerRead);
  const [rows] = await Promise.all([
    ids.length === 0 ? [] : step.door.rows(table, ids, step.reading, until),
    payloads.read(until),
  ]);
  return { ids, rows: new Map(rows.map((row) => [rowId(row), row])), payloads };
}

/** Takes pages of changes in the order of ids into one segment after the other. */
class Merge {
  readonly #step: Step;
  readonly #table: Table;
  readonly #repairs: ChangeSearch[];
  #open: OpenSegment | null = null;

  constructor(step: Step, { table }: ChangeSearch, repairs: ChangeSearch[]) {
    this.#step = step;
    this.#table = table;
    this.#repairs = repairs;
  }

  /** Where the segment begins that is open; null for none. */
  get from(): number | null {
    return this.#open?.from ?? null;
  }

  /** As far as the time goes. Answers the last id that is in. */
  async take(search: ChangeSearch, change: Change): Promise<number> {
    let merged = search.above;
    let left = change.ids;
    while (left.length > 0 && this.#step.clock() < this.#step.until) {
      const index = this.#step.segments[this.#table];
      const segment = segmentWith(index, left[0] ?? 0);
      const end = segment ? endOfRange(index, segment.from) : null;
      const ids = end === null ? left : left.filter((id) => id < end);
      const payload = await this.#payloadOf(segment, change.payloads);
      if (payload === null) return merged;
      const open = await this.#opened(segment, search, payload);
      open?.merge(ids, change.rows);
      merged = ids.at(-1) ?? merged;
      left = left.slice(ids.length);
    }
    return merged;
  }

  async close(): Promise<void> {
    await this.#open?.close();
    this.#open = null;
  }

  /** Null where there is no time to read it; undefined where there is none, or the segment is open. */
  async #payloadOf(
    segment: SegmentEntry | undefined,
    payloads: PayloadQueue,
  ): Promise<Payload | undefined | null> {
    if (!segment || this.#open?.from === segment.from) return undefined;
    const key = segmentKey(this.#table, segment.key);
    const waiting = this.#step.writes.get(key);
    return waiting ?? inTime(this.#step, (until) => payloads.take(key, until));
  }

  /** Null where the segment is damaged: a repair will read all of it. */
  async #opened(
    segment: SegmentEntry | undefined,
    search: ChangeSearch,
    payload: Payload | undefined,
  ): Promise<OpenSegment | null> {
    const from = segment?.from ?? 0;
    if (this.#open?.from === from) return this.#open;
    await this.close();
    this.#open = OpenSegment.of(this.#step, this.#table, from, payload);
    // A repair has yet to read all of the segment; any other change waits until it has.
    const isToFill = !segment || (search.since === null && from > search.above);
    if (!this.#open && isToFill) this.#open = OpenSegment.empty(this.#step, this.#table, from);
    if (!this.#open) this.#askForRepair(from);
    return this.#open;
  }

  #askForRepair(from: number): void {
    const above = from - 1;
    const isSame = (one: ChangeSearch) =>
      one.table === this.#table && one.since === null && one.above === above;
    if (this.#repairs.some(isSame)) return;
    const below = endOfRange(this.#step.segments[this.#table], from);
    this.#repairs.push({ table: this.#table, since: null, above, below });
    this.#step.counts.rebuilt++;
  }
}
