import { selectInPlace } from './order-statistic.ts';

/**
 * Sample quantile with linear interpolation (type 7 of Hyndman & Fan, Am Stat 1996;50:361, the default of R and of
 * spreadsheets); null where there are no values. Leaves `values` as they are. Example: quantile([3, 9], 0.1) is 3.6.
 */
export const quantile = (values: ArrayLike<number>, probability: number): number | null =>
  quantileInPlace(new Float64Array(values), probability);

/** The same without a copy: leaves `values` in another order. */
function quantileInPlace(values: Float64Array, probability: number): number | null {
  if (values.length === 0) return null;
  const place = (values.length - 1) * probability;
  const rank = Math.floor(place);
  const lower = selectInPlace(values, rank);
  if (place === rank) return lower;
  const upper = selectInPlace(values, rank + 1, rank + 1);
  return lower + (place - rank) * (upper - lower);
}

/**
 * The middle value, or halfway between the middle two; null where there are none. Leaves `values` in another order: a
 * copy of a large portfolio's amounts is megabytes. Example: the median of 3 and 9 is 6.
 */
export const median = (values: Float64Array): number | null => quantileInPlace(values, 0.5);
