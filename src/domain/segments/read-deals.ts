import { missing } from '../columns/minute.ts';
import type { ByteReader } from './bytes.ts';
import {
  hasAmount,
  hasClose,
  hasCreated,
  hasLossReason,
  hasWeighted,
  toShape,
  type DealShape,
} from './deal-shape.ts';
import { readDecimals } from './decimal-column.ts';
import { readDictionary, readListColumn, readTextColumn, type TextColumn } from './dictionaries.ts';
import { inTurn, readIds, readSigned, readUnsigned } from './number-columns.ts';
import type { TextList } from './text-columns.ts';
import { weighted } from './weighted-amounts.ts';

/** The deals of one segment as columns; codes are places in the segment's own dictionaries. */
export interface DealSegment extends DealTimes, DealAmounts, Shapes {
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

interface Shapes {
  readonly shapes: readonly DealShape[];
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
  const { lists, codes } = readListColumn(from, count);
  const shapes = lists.map((list) => toShape(list, pipelines.length, stages.length));
  const shaped = { shapes, shape: codes };
  const owner = readTextColumn(from, count);
  const account = readTextColumn(from, count);
  const dealType = readTextColumn(from, count);
  const counted = countedIn(shaped);
  const lossReason = readTextColumn(from, counted(has(hasLossReason)));
  const times = readTimes(from, shaped, counted);
  const amounts = readAmounts(from, shaped, stages.length, counted);
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

type Counted = (each: (shape: DealShape) => number) => number;

/** Sums over all deals what is the same for the deals of a shape. */
function countedIn({ shapes, shape }: Shapes): Counted {
  const deals = new Float64Array(shapes.length);
  for (const place of shape) deals[place]!++;
  return (each) => shapes.reduce((sum, one, place) => sum + each(one) * deals[place]!, 0);
}

const has =
  (value: number) =>
  (shape: DealShape): number =>
    (shape.has & value) === 0 ? 0 : 1;
const startsEntered = ({ path }: DealShape): number => (path[0]?.entered === true ? 1 : 0);
const entered = ({ path }: DealShape): number => path.filter((step) => step.entered).length;
const timed = ({ path }: DealShape): number => path.filter((step) => step.timed).length;

function readTimes(from: ByteReader, { shapes, shape }: Shapes, counted: Counted): DealTimes {
  const nextCreated = inTurn(readSigned(from, counted(has(hasCreated))));
  const nextFirst = inTurn(readSigned(from, counted(startsEntered)));
  const nextLater = inTurn(
    readUnsigned(
      from,
      counted((each) => entered(each) - startsEntered(each)),
    ),
  );
  const nextSpent = inTurn(readSigned(from, counted(timed)));
  const nextClose = inTurn(readSigned(from, counted(has(hasClose))));
  const created = new Int32Array(shape.length).fill(missing);
  const close = new Int32Array(shape.length).fill(missing);
  const entries = counted(({ path }) => path.length);
  const entryMinute = new Int32Array(entries).fill(missing);
  const entrySpent = new Int32Array(entries).fill(missing);
  let entry = 0;
  let before = 0;
  for (let deal = 0; deal < shape.length; deal++) {
    const { has: values, path } = shapes[shape[deal]!]!;
    if ((values & hasCreated) !== 0) created[deal] = before += nextCreated();
    let last = before;
    for (let at = 0; at < path.length; at++, entry++) {
      const step = path[at]!;
      if (step.entered) {
        const passed = at === 0 ? nextFirst() : nextLater();
        if (at > 0 && path[at - 1]!.timed) entrySpent[entry - 1]! += passed;
        entryMinute[entry] = last += passed;
      }
      if (step.timed) entrySpent[entry] = nextSpent();
    }
    if ((values & hasClose) !== 0) close[deal] = last + nextClose();
  }
  return { created, close, entryMinute, entrySpent };
}

function readAmounts(
  from: ByteReader,
  { shapes, shape }: Shapes,
  stages: number,
  counted: Counted,
): DealAmounts {
  const chances = readUnsigned(from, stages);
  const nextAmount = inTurn(readDecimals(from, counted(has(hasAmount))));
  const amount = new Float64Array(shape.length).fill(NaN);
  const expected = new Float64Array(counted(has(hasWeighted)));
  for (let deal = 0, place = 0; deal < shape.length; deal++) {
    const { has: values, stage } = shapes[shape[deal]!]!;
    if ((values & hasAmount) !== 0) amount[deal] = nextAmount();
    if ((values & hasWeighted) !== 0) expected[place++] = weighted(amount[deal]!, chances[stage]!);
  }
  const nextWeight = inTurn(readDecimals(from, expected.length, expected));
  const weights = shape.map((place) => ((shapes[place]!.has & hasWeighted) === 0 ? NaN : nextWeight()));
  return { amount, weighted: weights };
}
