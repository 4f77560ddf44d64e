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
  const p1 = successes1 / trials1;
  const p2 = successes2 / trials2;
  const value = p1 - p2;
  return {
    value,
    interval: [value - Math.hypot(p1 - one[0], two[1] - p2), value + Math.hypot(one[1] - p1, p2 - two[0])],
  };
}
