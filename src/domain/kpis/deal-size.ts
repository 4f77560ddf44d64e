import { isWon } from '../columns/deal-columns.ts';
import { sized } from './amount.ts';
import { sumOf } from '../stats/sum.ts';
import { armValues, valuesOf } from './arm-sums.ts';
import type { Kpi } from './kpi.ts';
import { mean, middle } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import type { Tally } from './tally.ts';

/** Deal size (K26): median and mean amount of deals won in the period; amounts at or below zero are left out. */
export function dealSizeKpis({ arms }: Asked): Tally<Kpi[]> {
  const sizes = armValues();
  return {
    add: ({ columns, rows, outcome, arm, inClosed }) => {
      for (let at = 0; at < rows.length; at++) {
        if (inClosed[at] === 0 || outcome[at] !== isWon) continue;
        const size = sized(columns, rows[at]!);
        if (!Number.isNaN(size)) sizes[arm[at]!]!.push(size);
      }
    },
    finish: () =>
      arms.flatMap((of) => {
        const values = valuesOf(sizes, of);
        // Before the median, which leaves them in another order.
        const sum = sumOf(values);
        return [
          middle('K26', of, values, 'no_amounts'),
          mean('K26.mean', of, sum, values.length, 'no_amounts'),
        ];
      }),
  };
}
