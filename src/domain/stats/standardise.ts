import type { Interval } from './interval.ts';
import { ratioOfRates, type RatioEstimate } from './mover-ratio.ts';
import { differenceOfRates, type Estimate } from './newcombe.ts';
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
 * Each arm's interval is Wilson's at its effective sample size, as surveys do (Kott & Carr, J Off Stat 1997;13:367,
 * UNVERIFIED); the difference and the ratio combine the two as Newcombe and MOVER-R do, and equal them where there is
 * one stratum. Example: kidney stones 81/87 v 234/270 and 192/263 v 55/80 give 0.7800 against 0.7320, so 0.0480.
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
  return {
    partnerRate: partner.rate,
    noneRate: none.rate,
    difference: differenceOfRates(partner.rate, partner.interval, none.rate, none.interval),
    ratio: ratioOfRates(partner.rate, partner.interval, none.rate, none.interval),
    variance: partner.variance + none.variance,
    overlap: sum(both.map((s) => s.partnerClosed)) / sum(strata.map((s) => s.partnerClosed)),
  };
}

interface WeightedRate {
  readonly rate: number;
  readonly variance: number;
  readonly interval: Interval;
}

/**
 * The plain variance takes every stratum's own rate for true, which in strata of few deals makes it far too small (one
 * deal has none at all). So each stratum borrows from the arm's rate as much as its own lacks, but for one stratum's
 * worth, which Wilson's interval makes up for. `test/soak/null-worlds.soak.ts` measures what that gives.
 */
function weightedRate(
  counts: readonly (readonly [won: number, closed: number])[],
  weights: readonly number[],
): WeightedRate {
  const total = sum(weights);
  const shares = counts.map(([, closed], i) => (weights[i]! / total) ** 2 / closed);
  const rate = sum(counts.map(([won, closed], i) => ((weights[i]! / total) * won) / closed));
  const variance = sum(counts.map(([won, closed], i) => shares[i]! * (won / closed) * (1 - won / closed)));
  const spread = rate * (1 - rate);
  const borrowed = (1 - 1 / counts.length) * spread * sum(counts.map(([, closed], i) => shares[i]! / closed));
  const effective = spread > 0 ? spread / (variance + borrowed) : 1 / sum(shares);
  return { rate, variance, interval: wilson(rate * effective, effective)! };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
