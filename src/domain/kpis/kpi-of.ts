import { wilson } from '../stats/wilson.ts';
import { medianIntervalOfCounts, medianOfCounts, type CountedValues } from '../stats/counted-values.ts';
import { median } from '../stats/quantile.ts';
import { sumOf } from '../stats/sum.ts';
import { medianInterval } from '../stats/median-interval.ts';
import { catalogue, type KpiId } from './catalogue.ts';
import type { Arm, Kpi, KpiReason } from './kpi.ts';

/** Fewest records behind a percentage; below it, counts alone are shown. */
export const fewestForRate = 5;

type Interval = readonly [number | null, number | null];

/** A KPI with a value, named as the catalogue has it. A value that is not finite has no place here. */
export function valued(id: KpiId, arm: Arm, value: number, n: number, interval: Interval | null = null): Kpi {
  if (!Number.isFinite(value)) throw new Error(`${id} is not finite`);
  const { name, unit } = catalogue[id];
  // Adding 0 turns -0 into 0, so that equal results are equal bytes.
  return { id, name, unit, arm, value: value + 0, n, interval, reason: null };
}

/** A KPI without a value, and why. */
export function unvalued(id: KpiId, arm: Arm, reason: KpiReason, n = 0): Kpi {
  const { name, unit } = catalogue[id];
  return { id, name, unit, arm, value: null, n, interval: null, reason };
}

/** A number of records. */
export const counted = (id: KpiId, arm: Arm, n: number): Kpi => valued(id, arm, n, n);

/** Share of records with the Wilson interval; null without records and under five of them. */
export function rate(id: KpiId, arm: Arm, hits: number, trials: number): Kpi {
  if (trials === 0) return unvalued(id, arm, 'no_denominator');
  if (trials < fewestForRate) return unvalued(id, arm, 'too_few', trials);
  return valued(id, arm, hits / trials, trials, wilson(hits, trials));
}

/** Share of an amount, held by `n` records; null where the whole is nothing, and under five records. */
export function portion(id: KpiId, arm: Arm, part: number, whole: number, n: number): Kpi {
  if (n === 0) return unvalued(id, arm, 'no_denominator');
  if (whole === 0) return unvalued(id, arm, 'no_amounts', n);
  return n < fewestForRate ? unvalued(id, arm, 'too_few', n) : valued(id, arm, part / whole, n);
}

/** Median with its exact interval; null without values, for the reason given. Leaves `values` in another order. */
export function middle(id: KpiId, arm: Arm, values: Float64Array, reason: KpiReason): Kpi {
  const value = median(values);
  return value === null
    ? unvalued(id, arm, reason)
    : valued(id, arm, value, values.length, medianInterval(values));
}

/** The same of whole numbers from 0 that are kept as how often each occurs. */
export function middleOfCounts(id: KpiId, arm: Arm, counts: CountedValues): Kpi {
  const value = medianOfCounts(counts);
  return value === null
    ? unvalued(id, arm, 'no_denominator')
    : valued(id, arm, value, sumOf(counts), medianIntervalOfCounts(counts));
}

/** Arithmetic mean of `n` values with the sum given; null without values, for the reason given. */
export const mean = (id: KpiId, arm: Arm, sum: number, n: number, reason: KpiReason): Kpi =>
  n === 0 ? unvalued(id, arm, reason) : valued(id, arm, sum / n, n);
