import type { Interval } from './interval.ts';
import { ratioOfRates, type RatioEstimate } from './mover-ratio.ts';
import type { Estimate } from './newcombe.ts';
import { comparable, type StratumCounts } from './stratum-counts.ts';
import { wilson } from './wilson.ts';

/** Whose mix of strata the rates are standardised to. */
export type Mix = 'partner' | 'total';

export interface Standardised {
  readonly partnerRate: number;
  /** What the same mix of deals wins without a partner. */
  readonly noneRate: number;
  readonly difference: Estimate;
  /** Null where the rate without a partner is zero. */
  readonly ratio: RatioEstimate | null;
  /** Sampling variance of the difference, by strata; too small where strata hold very few deals. */
  readonly variance: number;
  /** Share of the partner deals that lie in strata which also hold deals without a partner. */
  readonly overlap: number;
}

/**
 * Direct standardisation: what would these partner deals have won at the rates of deals without a partner in the same
 * strata? Strata that lack an arm drop out and lower the overlap; null where none is left.
 * The intervals come from Wilson intervals by stratum, combined in squares (Yan & Su, Stat Biopharm Res 2010;2:482), so
 * a stratum of one or two deals still widens them; with a single stratum they are Newcombe's and MOVER-R.
 * Example: kidney stones 81/87 v 234/270 and 192/263 v 55/80 give 0.7800 against 0.7320, a difference of 0.0480.
 */
export function standardise(strata: readonly StratumCounts[], mix: Mix = 'partner'): Standardised | null {
  const both = comparable(strata);
  if (both.length === 0) return null;
  const weights = both.map((s) => (mix === 'partner' ? s.partnerClosed : s.partnerClosed + s.noneClosed));
  const partner = weightedRate(
    both.map((s) => [s.partnerWon, s.partnerClosed]),
    weights,
  );
  const none = weightedRate(
    both.map((s) => [s.noneWon, s.noneClosed]),
    weights,
  );
  const value = partner.rate - none.rate;
  return {
    partnerRate: partner.rate,
    noneRate: none.rate,
    difference: {
      value,
      interval: [
        value - Math.hypot(partner.below, none.above),
        value + Math.hypot(partner.above, none.below),
      ],
    },
    ratio: ratioOfRates(partner.rate, bounds(partner), none.rate, bounds(none)),
    variance: partner.variance + none.variance,
    overlap: sum(both.map((s) => s.partnerClosed)) / sum(strata.map((s) => s.partnerClosed)),
  };
}

interface WeightedRate {
  readonly rate: number;
  readonly variance: number;
  /** Distance from the rate to the lower and to the upper end of its interval. */
  readonly below: number;
  readonly above: number;
}

function weightedRate(
  counts: readonly (readonly [won: number, closed: number])[],
  weights: readonly number[],
): WeightedRate {
  const total = sum(weights);
  let rate = 0;
  let variance = 0;
  let below = 0;
  let above = 0;
  counts.forEach(([won, closed], i) => {
    const weight = weights[i]! / total;
    const p = won / closed;
    const [lower, upper] = wilson(won, closed)!;
    rate += weight * p;
    variance += (weight * weight * p * (1 - p)) / closed;
    below += (weight * (p - lower)) ** 2;
    above += (weight * (upper - p)) ** 2;
  });
  return { rate, variance, below: Math.sqrt(below), above: Math.sqrt(above) };
}

const bounds = ({ rate, below, above }: WeightedRate): Interval => [
  Math.max(0, rate - below),
  Math.min(1, rate + above),
];

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
