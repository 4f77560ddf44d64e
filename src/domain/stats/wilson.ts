import { z95, type Interval } from './interval.ts';

/**
 * Wilson score interval of a rate, without continuity correction; null where there are no trials.
 * Wilson, JASA 1927;22:209. Example: wilson(8, 10) is [0.490162, 0.943318].
 */
export function wilson(successes: number, trials: number): Interval | null {
  if (trials <= 0) return null;
  const rate = successes / trials;
  const zz = z95 * z95;
  const centre = rate + zz / (2 * trials);
  const half = z95 * Math.sqrt((rate * (1 - rate)) / trials + zz / (4 * trials * trials));
  const scale = 1 + zz / trials;
  // The ends at no and at all successes are exactly 0 and 1; rounding would leave a stray last digit.
  return [successes === 0 ? 0 : (centre - half) / scale, successes === trials ? 1 : (centre + half) / scale];
}
