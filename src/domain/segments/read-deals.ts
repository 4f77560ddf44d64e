import { missing } from '../columns/minute.ts';
import type { ByteReader } from './bytes.ts';
import {
  hasAmount,
  hasClose,
  hasCreated,
  hasEntry,
  hasLossReason,
  hasSpent,
  hasWeighted,
  toShapes,
  type DealShapes,
} from './deal-shape.ts';
import { readDecimals } from './decimal-column.ts';
import { readDictionary, readListColumn, readTextColumn, type TextColumn } from './dictionaries.ts';
import { readIds, readSigned, readUnsigned } from './number-columns.ts';
import type { TextList } from './text-columns.ts';
import { weighted } from './weighted-amounts.ts';

/** The deals of one segment as columns; codes are places in the segment's own dictionaries. */
export interface DealSegment extends DealTimes, DealAmounts, Shaped {
  readonly count: number;
  readonly id: Float64Array;
  readonly pipelines: TextList;
  readonly stages: TextList;
  readonly owner: TextColumn;
  readonly account: TextColumn;
  readonly dealType: TextColumn;
  /** Of the deals that have one, in their order. */
  readonly lossReason: TextColumn;
}

interface Shaped {
  readonly shapes: DealShapes;
  /** Place of each deal's shape. */
  readonly shape: Float64Array;
}

/** Minutes since 1970, `missing` where there is none. */
interface DealTimes {
  readonly created: Int32Array;
  readonly close: Int32Array;
  /** The entries of deal d follow those of deal d - 1; how many they are is in its shape. */
  readonly entryMinute: Int32Array;
  readonly entrySpent: Int32Array;
}

/** Minor units, NaN where there is none. */
interface DealAmounts {
  readonly amount: Float64Array;
  readonly weighted: Float64Array;
}

export function readDeals(from: ByteReader, count: number): DealSegment {
  const id = readIds(from, count);
  const pipelines = readDictionary(from);
  const stages = readDictionary(from);
  const lists = readListColumn(from, count);
  const shaped = { shapes: toShapes(lists, pipelines.length, stages.length), shape: lists.codes };
  const owner = readTextColumn(from, count);
  const account = readTextColumn(from, count);
  const dealType = readTextColumn(from, count);
  const counts = countsOf(shaped);
  const lossReason = readTextColumn(from, counts.having(hasLossReason));
  const times = readTimes(from, shaped, counts);
  const amounts = readAmounts(from, shaped, stages.length, counts);
  return {
    count,
    id,
    pipelines,
    stages,
    ...shaped,
    owner,
    account,
    dealType,
    lossReason,
    ...times,
    ...amounts,
  };
}

interface Counts {
  /** Deals that have a value. */
  readonly having: (value: number) => number;
  readonly steps: number;
  readonly entered: number;
  readonly enteredFirst: number;
  readonly timed: number;
}

/** How long the columns are: what is the same for the deals of a shape, times how many they are. */
function countsOf({ shapes, shape }: Shaped): Counts {
  const { size, has, pathStart, stepHas } = shapes;
  const deals = new Float64Array(size);
  for (let deal = 0; deal < shape.length; deal++) deals[shape[deal]!]!++;
  const counts = { steps: 0, entered: 0, enteredFirst: 0, timed: 0 };
  for (let place = 0; place < size; place++) {
    for (let step = pathStart[place]!; step < pathStart[place + 1]!; step++) {
      const entered = (stepHas[step]! & hasEntry) === 0 ? 0 : deals[place]!;
      counts.steps += deals[place]!;
      counts.entered += entered;
      if (step === pathStart[place]) counts.enteredFirst += entered;
      if ((stepHas[step]! & hasSpent) !== 0) counts.timed += deals[place]!;
    }
  }
  const having = (value: number): number =>
    deals.reduce((sum, often, place) => sum + ((has[place]! & value) === 0 ? 0 : often), 0);
  return { ...counts, having };
}

function readTimes(from: ByteReader, { shapes, shape }: Shaped, counts: Counts): DealTimes {
  const { has, pathStart, stepHas } = shapes;
  const createds = readSigned(from, counts.having(hasCreated));
  const firsts = readSigned(from, counts.enteredFirst);
  const laters = readUnsigned(from, counts.entered - counts.enteredFirst);
  const spents = readSigned(from, counts.timed);
  const closes = readSigned(from, counts.having(hasClose));
  const created = from.room(Int32Array, shape.length).fill(missing);
  const close = from.room(Int32Array, shape.length).fill(missing);
  const entryMinute = from.room(Int32Array, counts.steps).fill(missing);
  const entrySpent = from.room(Int32Array, counts.steps).fill(missing);
  const next = { created: 0, first: 0, later: 0, spent: 0, close: 0, entry: 0 };
  let before = 0;
  for (let deal = 0; deal < shape.length; deal++) {
    const place = shape[deal]!;
    if ((has[place]! & hasCreated) !== 0) created[deal] = before += createds[next.created++]!;
    let last = before;
    const first = pathStart[place]!;
    for (let step = first; step < pathStart[place + 1]!; step++, next.entry++) {
      if ((stepHas[step]! & hasEntry) !== 0) {
        const passed = step === first ? firsts[next.first++]! : laters[next.later++]!;
        if (step > first && (stepHas[step - 1]! & hasSpent) !== 0) entrySpent[next.entry - 1]! += passed;
        entryMinute[next.entry] = last += passed;
      }
      if ((stepHas[step]! & hasSpent) !== 0) entrySpent[next.entry] = spents[next.spent++]!;
    }
    if ((has[place]! & hasClose) !== 0) close[deal] = last + closes[next.close++]!;
  }
  return { created, close, entryMinute, entrySpent };
}

function readAmounts(
  from: ByteReader,
  { shapes, shape }: Shaped,
  stages: number,
  counts: Counts,
): DealAmounts {
  const { has, stage } = shapes;
  const chances = readUnsigned(from, stages);
  const amounts = readDecimals(from, counts.having(hasAmount));
  const amount = from.room(Float64Array, shape.length).fill(NaN);
  const expected = from.room(Float64Array, counts.having(hasWeighted));
  for (let deal = 0, at = 0, place = 0; deal < shape.length; deal++) {
    const values = has[shape[deal]!]!;
    if ((values & hasAmount) !== 0) amount[deal] = amounts[at++]!;
    if ((values & hasWeighted) !== 0)
      expected[place++] = weighted(amount[deal]!, chances[stage[shape[deal]!]!]!);
  }
  const weights = readDecimals(from, expected.length, expected);
  const weightedAmount = from.room(Float64Array, shape.length).fill(NaN);
  for (let deal = 0, at = 0; deal < shape.length; deal++)
    if ((has[shape[deal]!]! & hasWeighted) !== 0) weightedAmount[deal] = weights[at++]!;
  return { amount, weighted: weightedAmount };
}
