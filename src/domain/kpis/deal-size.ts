import { isWon } from '../columns/deal-columns.ts';
import { sized } from './amount.ts';
import { valuesByArm } from './arm-sums.ts';
import type { Kpi } from './kpi.ts';
import { mean, middle } from './kpi-of.ts';
import type { Selection } from './selection.ts';

/** Deal size (K26): median and mean amount of deals won in the period; amounts at or below zero are left out. */
export function dealSizeKpis(selection: Selection): Kpi[] {
  const { columns, rows, outcome, inClosed } = selection;
  const sizes = valuesByArm(selection, (at) =>
    inClosed[at] === 1 && outcome[at] === isWon ? sized(columns, rows[at]!) : NaN,
  );
  return selection.arms.flatMap((of) => [
    middle('K26', of, sizes[of], 'no_amounts'),
    mean('K26.mean', of, sizes[of], 'no_amounts'),
  ]);
}
