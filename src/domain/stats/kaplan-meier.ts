import { z95, type OpenInterval } from './interval.ts';
import type { RiskTable } from './risk-table.ts';

/** Share still open after each day of the risk table, with its 95 % band. The band is NaN where nobody is left. */
export interface SurvivalCurve {
  readonly day: Int32Array;
  readonly survival: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Kaplan-Meier curve of the time to any close, won or lost; open deals are censored. Greenwood's variance, band on the
 * log scale, as R's survfit draws it. Kaplan & Meier, JASA 1958;53:457.
 * Example: of 21 at risk 3 close on day 6, so survival after day 6 is 0.857 with the band [0.720, 1].
 */
export function kaplanMeier({ day, atRisk, won, lost }: RiskTable): SurvivalCurve {
  const curve = {
    day,
    survival: new Float64Array(day.length),
    lower: new Float64Array(day.length),
    upper: new Float64Array(day.length),
  };
  let survival = 1;
  let greenwood = 0;
  for (let i = 0; i < day.length; i++) {
    const closed = won[i]! + lost[i]!;
    const left = atRisk[i]! - closed;
    survival *= left / atRisk[i]!;
    greenwood += closed / (atRisk[i]! * left);
    const factor = left === 0 ? NaN : Math.exp(z95 * Math.sqrt(greenwood));
    curve.survival[i] = survival;
    curve.lower[i] = survival / factor;
    curve.upper[i] = Math.min(1, survival * factor);
  }
  return curve;
}

export interface MedianTime {
  readonly days: number;
  readonly interval: OpenInterval;
}

/**
 * Median of the time to any close; null where fewer than half have closed by then. The interval is where the band
 * crosses one half, an open end where it never does. Where the curve runs flat at exactly one half the median is the
 * middle of the flat part, as in R's survfit: so, with no open deals, it is the ordinary median.
 * Example: times 1, 2, 3, 4, all closed, have the median 2.5.
 */
export function medianTime(curve: SurvivalCurve): MedianTime | null {
  const days = crossingOfHalf(curve.day, curve.survival);
  if (days === null) return null;
  return { days, interval: [crossingOfHalf(curve.day, curve.lower), crossingOfHalf(curve.day, curve.upper)] };
}

/** R's tolerance for "exactly one half": the root of the machine epsilon. */
const tolerance = Math.sqrt(Number.EPSILON);

function crossingOfHalf(day: Int32Array, curve: Float64Array): number | null {
  const first = curve.findIndex((share) => share <= 0.5 + tolerance);
  if (first === -1) return null;
  const next = curve.findIndex((share) => share < 0.5 - tolerance);
  return (day[first]! + day[next === -1 ? day.length - 1 : next]!) / 2;
}
