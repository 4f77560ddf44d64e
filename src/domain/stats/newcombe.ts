import type { Interval } from './interval.ts';
import { wilson } from './wilson.ts';

/** A number with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval;
}

/**
 * Difference of two rates, first minus second, with Newcombe's interval (method 10: from the two Wilson intervals, no
 * continuity correction); null where a side has no trials. Newcombe, Stat Med 1998;17:873.
 * Example: 56/70 - 48/80 is 0.2 with [0.0524, 0.3339].
 */
export function newcombe(
  successes1: number,
  trials1: number,
  successes2: number,
  trials2: number,
): Estimate | null {
  const one = wilson(successes1, trials1);
  const two = wilson(successes2, trials2);
  if (one === null || two === null) return null;
  return differenceOfRates(successes1 / trials1, one, successes2 / trials2, two);
}

/** Newcombe's interval of p1 - p2 from an interval of each. */
export function differenceOfRates(p1: number, [l1, u1]: Interval, p2: number, [l2, u2]: Interval): Estimate {
  const value = p1 - p2;
  return { value, interval: [value - Math.hypot(p1 - l1, u2 - p2), value + Math.hypot(u1 - p1, p2 - l2)] };
}
