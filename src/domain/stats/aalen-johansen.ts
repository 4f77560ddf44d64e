import { z95, type Interval } from './interval.ts';
import type { RiskTable } from './risk-table.ts';

export interface CumulativeIncidence {
  readonly day: number;
  readonly share: number;
  readonly standardError: number;
  /** On the log scale, as R's survfit; null where nothing was won by then. */
  readonly interval: Interval | null;
}

/**
 * Share won by a day, where a lost deal can no longer be won: a loss is a competing end, not censoring. Null where
 * nobody is followed up, or where nobody was followed up that far while some were still open. Aalen & Johansen, Scand J
 * Stat 1978;5:141; variance by the delta method (Gaynor et al., JASA 1993;88:400).
 * Example: 10L 20W 20+ 30W 40L 50W 60+ 60L 80W 90+ (L lost, W won, + open) gives 0.5 by day 80; censoring the losses
 * would say 0.695.
 */
export function wonBy(table: RiskTable, byDay: number): CumulativeIncidence | null {
  const share = shareWon(table, byDay);
  if (share === null) return null;
  const standardError = Math.sqrt(varianceOf(table, byDay, share));
  const factor = Math.exp((z95 * standardError) / share);
  const interval: Interval | null = share > 0 ? [share / factor, Math.min(1, share * factor)] : null;
  return { day: byDay, share, standardError, interval };
}

function shareWon({ day, atRisk, won, lost }: RiskTable, byDay: number): number | null {
  let survival = 1;
  let share = 0;
  for (let i = 0; i < day.length && day[i]! <= byDay; i++) {
    share += (survival * won[i]!) / atRisk[i]!;
    survival *= (atRisk[i]! - won[i]! - lost[i]!) / atRisk[i]!;
  }
  const followed = day.at(-1);
  return followed === undefined || (followed < byDay && survival > 0) ? null : share;
}

function varianceOf({ day, atRisk, won, lost }: RiskTable, byDay: number, share: number): number {
  let survival = 1;
  let soFar = 0;
  let variance = 0;
  for (let i = 0; i < day.length && day[i]! <= byDay; i++) {
    const n = atRisk[i]!;
    const closed = won[i]! + lost[i]!;
    soFar += (survival * won[i]!) / n;
    const toCome = share - soFar;
    if (closed < n) variance += (toCome * toCome * closed) / (n * (n - closed));
    variance += (survival * survival * won[i]! * (n - won[i]!)) / n ** 3;
    variance -= (2 * toCome * survival * won[i]!) / (n * n);
    survival *= (n - closed) / n;
  }
  // Rounding can leave a stray amount below zero where all the terms cancel.
  return Math.max(0, variance);
}
