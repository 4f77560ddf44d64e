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
 * The difference and the ratio combine the intervals of the two arms as Newcombe and MOVER-R do, and equal them where
 * there is one stratum. Example: kidney stones 81/87 v 234/270 and 192/263 v 55/80 give 0.7800 against 0.7320, so 0.0480.
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

type WonOf = readonly [won: number, closed: number];

interface WeightedRate {
  readonly rate: number;
  readonly variance: number;
  readonly interval: Interval;
}

/**
 * A weighted rate, with the wider of two intervals, each of which is Wilson's where there is one stratum. One combines
 * the strata's own Wilson intervals in squares: too narrow where strata hold few deals. The other is Wilson's at the
 * effective sample size: too narrow where strata win all or nothing. `test/soak/null-worlds.soak.ts` measures both.
 */
function weightedRate(counts: readonly WonOf[], weights: readonly number[]): WeightedRate {
  const total = sum(weights);
  const shares = weights.map((weight) => weight / total);
  const rate = Math.min(1, sum(counts.map(([won, closed], i) => (shares[i]! * won) / closed)));
  const variance = sum(
    counts.map(([won, closed], i) => (shares[i]! ** 2 * won * (closed - won)) / closed ** 3),
  );
  const ends = counts.map(([won, closed]) => wilson(won, closed)!);
  const distance = (end: 0 | 1) =>
    Math.sqrt(sum(counts.map(([won, closed], i) => (shares[i]! * (won / closed - ends[i]![end])) ** 2)));
  const [lower, upper] = atEffectiveSize(rate, variance, counts, shares);
  return {
    rate,
    variance,
    interval: [
      Math.max(0, Math.min(lower, rate - distance(0))),
      Math.min(1, Math.max(upper, rate + distance(1))),
    ],
  };
}

/**
 * Wilson's interval at the effective sample size, as in surveys (Kott & Carr, J Off Stat 1997;13:367, UNVERIFIED). The
 * plain variance takes every stratum's rate for true, which with few deals makes it far too small (one deal has none at
 * all). So each stratum borrows from the arm's rate what its own lacks, but for one stratum's worth, which Wilson's
 * interval makes up for.
 */
function atEffectiveSize(
  rate: number,
  variance: number,
  counts: readonly WonOf[],
  shares: readonly number[],
): Interval {
  const spread = rate * (1 - rate);
  const perDeal = counts.map(([, closed], i) => shares[i]! ** 2 / closed);
  const lacking = sum(counts.map(([, closed], i) => perDeal[i]! / closed));
  const borrowed = (1 - 1 / counts.length) * spread * lacking;
  const size = spread > 0 ? spread / (variance + borrowed) : 1 / sum(perDeal);
  return wilson(rate * size, size)!;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
