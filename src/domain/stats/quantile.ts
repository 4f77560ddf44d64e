import { selectInPlace } from './order-statistic.ts';

/**
 * Sample quantile with linear interpolation (type 7 of Hyndman & Fan, Am Stat 1996;50:361, the default of R and of
 * spreadsheets); null where there are no values. Leaves `values` as they are. Example: quantile([3, 9], 0.1) is 3.6.
 */
export function quantile(values: ArrayLike<number>, probability: number): number | null {
  if (values.length === 0) return null;
  const place = (values.length - 1) * probability;
  const rank = Math.floor(place);
  const ordered = new Float64Array(values);
  const lower = selectInPlace(ordered, rank);
  if (place === rank) return lower;
  const upper = selectInPlace(ordered, rank + 1, rank + 1);
  return lower + (place - rank) * (upper - lower);
}

/** The middle value, or halfway between the middle two; null where there are none. Example: median([3, 9]) is 6. */
export const median = (values: ArrayLike<number>): number | null => quantile(values, 0.5);
