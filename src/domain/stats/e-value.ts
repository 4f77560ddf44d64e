import type { OpenInterval } from './interval.ts';

/**
 * How strongly, as a risk ratio, something unmeasured would have to be tied both to having a partner and to winning to
 * explain a risk ratio away. VanderWeele & Ding, Ann Intern Med 2017;167:268. Example: eValue(2.4) is 4.23303.
 */
export function eValue(riskRatio: number): number {
  const ratio = riskRatio < 1 ? 1 / riskRatio : riskRatio;
  return ratio + Math.sqrt(ratio * (ratio - 1));
}

/** The same for the end of the interval nearest to 1; 1 where the interval holds 1. Example: of [0.9, 1.4] it is 1. */
export function eValueOfInterval([lower, upper]: OpenInterval): number {
  return eValue(Math.max(lower ?? 0, Math.min(upper ?? Infinity, 1)));
}
