import type { Interval } from './interval.ts';
import { medianLowerRank } from './median-interval.ts';
import { sumOf } from './sum.ts';

/** Whole numbers from 0, each kept as how often it occurs: `counts[3]` is the number of threes. */
export type CountedValues = ArrayLike<number>;

/** The value of the given rank; 0 is the smallest. */
function valueAt(counts: CountedValues, rank: number): number {
  let value = 0;
  for (let below = counts[0]!; below <= rank; below += counts[value]!) value++;
  return value;
}

/** As `median` has it; null where there are no values. Example: medianOfCounts([0, 0, 0, 1, 0, 0, 0, 0, 0, 1]) is 6. */
export function medianOfCounts(counts: CountedValues): number | null {
  const count = sumOf(counts);
  if (count === 0) return null;
  return (valueAt(counts, (count - 1) >> 1) + valueAt(counts, count >> 1)) / 2;
}

/** As `medianInterval` has it; null under six values. */
export function medianIntervalOfCounts(counts: CountedValues): Interval | null {
  const count = sumOf(counts);
  const rank = medianLowerRank(count);
  return rank === 0 ? null : [valueAt(counts, rank - 1), valueAt(counts, count - rank)];
}
