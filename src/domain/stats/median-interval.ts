import type { Interval } from './interval.ts';
import { selectInPlace } from './order-statistic.ts';

/**
 * Exact 95 % interval of a median by order statistics: the values of rank r and n + 1 - r, where r is the 2.5 % point
 * of the binomial distribution (n, 1/2). Null under six values, where no such interval reaches 95 %.
 * Leaves `values` in another order. Example: for 1 to 10 it is [2, 9], which covers 97.85 %.
 */
export function medianInterval(values: Float64Array): Interval | null {
  const rank = medianLowerRank(values.length);
  if (rank === 0) return null;
  const lower = selectInPlace(values, rank - 1);
  return [lower, selectInPlace(values, values.length - rank, rank - 1)];
}

/**
 * Rank, counted from 1, of the lower end of the interval of a median; 0 where there is none.
 * Example: medianLowerRank(10) is 2.
 */
export function medianLowerRank(count: number): number {
  const centre = count >> 1;
  const weights = weightsBelow(count, centre);
  const below = weights.reduce((sum, weight) => sum + weight, 0);
  const total = count % 2 === 0 ? 2 * below + 1 : 2 * (below + 1);
  let rank = centre - weights.length;
  let tail = 0;
  for (const weight of weights) {
    tail += weight;
    if (tail >= 0.025 * total) return rank;
    rank++;
  }
  return rank;
}

/** Binomial probabilities below the centre over the one at the centre, farthest first, until they stop mattering. */
function weightsBelow(count: number, centre: number): number[] {
  const weights: number[] = [];
  let weight = 1;
  for (let k = centre; weight > 1e-25; k--) {
    weight *= k / (count - k + 1);
    weights.push(weight);
  }
  return weights.reverse();
}
