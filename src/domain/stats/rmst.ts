import { z95, type Interval } from './interval.ts';
import type { RiskTable } from './risk-table.ts';

export interface RestrictedMean {
  readonly days: number;
  readonly variance: number;
}

/**
 * Restricted mean of the time to any close: mean days open within the first `horizon` days, the area under the
 * Kaplan-Meier curve. Null where nobody was followed up that far while some were still open. Royston & Parmar, BMC Med
 * Res Methodol 2013;13:152. Example: the 6-MP arm of Freireich's trial has 17.909 within 23.
 */
export function restrictedMean(table: RiskTable, horizon: number): RestrictedMean | null {
  const { day, atRisk, won, lost } = table;
  const survival: number[] = [];
  for (let i = 0; i < day.length && day[i]! <= horizon; i++) {
    survival.push(((survival[i - 1] ?? 1) * (atRisk[i]! - won[i]! - lost[i]!)) / atRisk[i]!);
  }
  const followed = day.at(-1);
  if (followed === undefined || (followed < horizon && survival.at(-1)! > 0)) return null;
  let area = 0;
  let variance = 0;
  let until = horizon;
  for (let i = survival.length - 1; i >= 0; i--) {
    area += survival[i]! * (until - day[i]!);
    until = day[i]!;
    const closed = won[i]! + lost[i]!;
    const left = atRisk[i]! - closed;
    if (left > 0) variance += (area * area * closed) / (atRisk[i]! * left);
  }
  return { days: area + until, variance };
}

export interface RestrictedMeanDifference {
  /** Days up to which both arms are compared. */
  readonly horizon: number;
  readonly days: number;
  readonly interval: Interval;
}

/**
 * Difference of two restricted means, first minus second, up to the smaller of the two largest closing days and `cap`;
 * null where an arm has no close. Example: placebo minus 6-MP in Freireich's trial is -9.242 within 23.
 */
export function restrictedMeanDifference(
  first: RiskTable,
  second: RiskTable,
  cap: number,
): RestrictedMeanDifference | null {
  const horizon = Math.min(lastClose(first), lastClose(second), cap);
  if (horizon <= 0) return null;
  // Both were followed to a close at the horizon or after it.
  const one = restrictedMean(first, horizon)!;
  const other = restrictedMean(second, horizon)!;
  const days = one.days - other.days;
  const half = z95 * Math.sqrt(one.variance + other.variance);
  return { horizon, days, interval: [days - half, days + half] };
}

function lastClose({ day, won, lost }: RiskTable): number {
  for (let i = day.length - 1; i >= 0; i--) if (won[i]! + lost[i]! > 0) return day[i]!;
  return 0;
}
