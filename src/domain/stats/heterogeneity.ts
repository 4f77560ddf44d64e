import { chiSquareTail } from './chi-square.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import type { StratumCounts } from './stratum-counts.ts';

export interface Heterogeneity {
  readonly statistic: number;
  readonly degrees: number;
  readonly pValue: number;
  /** True where some strata favour deals with a partner and others those without. */
  readonly signsDiffer: boolean;
}

/** Under five deals a side a stratum shows no rate of its own, and the chi-square approximation fails. */
const fewestToTell = 5;

/**
 * Breslow-Day test that the strata share one odds ratio; null where fewer than two strata can tell (five closed deals a
 * side, and both wins and losses). It rests on expected counts, so unlike Cochran's Q on differences it has no trouble
 * with a stratum in which an arm won all or nothing. Breslow & Day, IARC Sci Publ 1980;32, section 4.4.
 * Example: Berkeley admissions 1973 by department give p = 0.0021 and signs that differ.
 */
export function heterogeneity(strata: readonly StratumCounts[]): Heterogeneity | null {
  const telling = strata.filter(({ partnerWon, partnerClosed, noneWon, noneClosed }) => {
    const won = partnerWon + noneWon;
    const large = Math.min(partnerClosed, noneClosed) >= fewestToTell;
    return large && won > 0 && won < partnerClosed + noneClosed;
  });
  const oddsRatio = mantelHaenszel(telling)?.oddsRatio ?? null;
  if (telling.length < 2 || oddsRatio === null || oddsRatio === 0) return null;
  const statistic = telling.reduce((sum, stratum) => sum + deviance(stratum, oddsRatio), 0);
  const degrees = telling.length - 1;
  const signs = telling.map((s) => Math.sign(s.partnerWon / s.partnerClosed - s.noneWon / s.noneClosed));
  return {
    statistic,
    degrees,
    pValue: chiSquareTail(statistic, degrees),
    signsDiffer: signs.includes(1) && signs.includes(-1),
  };
}

/** Squared distance of the partner wins from what the common odds ratio expects, over its variance. */
function deviance(stratum: StratumCounts, oddsRatio: number): number {
  const { partnerWon, partnerClosed: n1, noneClosed: n0 } = stratum;
  const won = partnerWon + stratum.noneWon;
  const expected = expectedWins(n1, n0, won, oddsRatio);
  const cells = [expected, n1 - expected, won - expected, n0 - won + expected];
  const variance = 1 / cells.reduce((sum, cell) => sum + 1 / cell, 0);
  return (partnerWon - expected) ** 2 / variance;
}

/** Root, within the margins, of a(n0 - won + a) = oddsRatio (n1 - a)(won - a), in the form that does not cancel. */
function expectedWins(n1: number, n0: number, won: number, oddsRatio: number): number {
  const square = 1 - oddsRatio;
  const linear = n0 - won + oddsRatio * (n1 + won);
  const constant = -oddsRatio * n1 * won;
  return (-2 * constant) / (linear + Math.sqrt(linear * linear - 4 * square * constant));
}
