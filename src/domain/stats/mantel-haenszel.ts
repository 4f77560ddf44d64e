import { z95 } from './interval.ts';
import type { Estimate } from './newcombe.ts';
import { comparable, type StratumCounts } from './stratum-counts.ts';

export interface MantelHaenszel {
  readonly riskDifference: Estimate;
  /** Null where one of the arms has no win in any stratum that both share. */
  readonly riskRatio: Estimate | null;
  /** For checks against published tables only: odds ratios are not for people. */
  readonly oddsRatio: number | null;
}

/**
 * Mantel-Haenszel difference and ratio of win rates over strata, partner against none, with the variances of Greenland
 * & Robins, Biometrics 1985;41:55; null where no stratum holds both arms.
 * Example: kidney stones 81/87 v 234/270 and 192/263 v 55/80 give a difference of 0.0538 [-0.0115, 0.1192] and a ratio
 * of 1.0690 [0.9850, 1.1602], although the crude difference is -0.0457.
 */
export function mantelHaenszel(strata: readonly StratumCounts[]): MantelHaenszel | null {
  const both = comparable(strata);
  if (both.length === 0) return null;
  const sums = sumsOf(both);
  const difference = sums.difference / sums.weight;
  const half = (z95 * Math.sqrt(sums.differenceVariance)) / sums.weight;
  return {
    riskDifference: { value: difference, interval: [difference - half, difference + half] },
    riskRatio: riskRatio(sums),
    oddsRatio: sums.oddsBelow > 0 ? sums.oddsAbove / sums.oddsBelow : null,
  };
}

type Sums = ReturnType<typeof sumsOf>;

function riskRatio({ partner, none, ratioVariance }: Sums): Estimate | null {
  if (partner === 0 || none === 0) return null;
  const value = partner / none;
  const factor = Math.exp(z95 * Math.sqrt(ratioVariance / (partner * none)));
  return { value, interval: [value / factor, value * factor] };
}

function sumsOf(strata: readonly StratumCounts[]) {
  const sums = {
    weight: 0,
    difference: 0,
    differenceVariance: 0,
    partner: 0,
    none: 0,
    ratioVariance: 0,
    oddsAbove: 0,
    oddsBelow: 0,
  };
  for (const { partnerWon: a, partnerClosed: n1, noneWon: c, noneClosed: n0 } of strata) {
    const n = n1 + n0;
    const b = n1 - a;
    const d = n0 - c;
    sums.weight += (n1 * n0) / n;
    sums.difference += (a * n0 - c * n1) / n;
    sums.differenceVariance += (a * b * n0 ** 3 + c * d * n1 ** 3) / (n1 * n0 * n * n);
    sums.partner += (a * n0) / n;
    sums.none += (c * n1) / n;
    sums.ratioVariance += ((a + c) * n1 * n0 - a * c * n) / (n * n);
    sums.oddsAbove += (a * d) / n;
    sums.oddsBelow += (b * c) / n;
  }
  return sums;
}
