import type { Interval, OpenInterval } from './interval.ts';
import { wilson } from './wilson.ts';

/** A ratio with its 95 % interval; an upper end of null means no upper limit. */
export interface RatioEstimate {
  readonly value: number;
  readonly interval: OpenInterval;
}

/**
 * Ratio of two rates, first over second, with the MOVER-R interval from the two Wilson intervals; null where a side has
 * no trials or the second no success. Newcombe & Fagerland 2013, Table VIII.
 * Example: 24/73 over 53/65 is 0.4032 with [0.2816, 0.5625].
 */
export function moverRatio(
  successes1: number,
  trials1: number,
  successes2: number,
  trials2: number,
): RatioEstimate | null {
  const one = wilson(successes1, trials1);
  const two = wilson(successes2, trials2);
  if (one === null || two === null) return null;
  return ratioOfRates(successes1 / trials1, one, successes2 / trials2, two);
}

/** The MOVER-R interval of p1 / p2 from an interval of each; null where p2 is zero. */
export function ratioOfRates(
  p1: number,
  [l1, u1]: Interval,
  p2: number,
  [l2, u2]: Interval,
): RatioEstimate | null {
  if (p2 === 0) return null;
  const product = p1 * p2;
  const rootBelow = Math.sqrt(Math.max(0, product ** 2 - l1 * u2 * (2 * p1 - l1) * (2 * p2 - u2)));
  const rootAbove = Math.sqrt(Math.max(0, product ** 2 - u1 * l2 * (2 * p1 - u1) * (2 * p2 - l2)));
  const lower = (product - rootBelow) / (u2 * (2 * p2 - u2));
  const floor = l2 * (2 * p2 - l2);
  return { value: p1 / p2, interval: [Math.max(0, lower), floor > 0 ? (product + rootAbove) / floor : null] };
}
