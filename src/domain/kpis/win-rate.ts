import { isOpen, isWon } from '../columns/deal-columns.ts';
import { summed } from './amount.ts';
import { armSums, ofArm } from './arm-sums.ts';
import type { Kpi } from './kpi.ts';
import { counted, portion, rate } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import type { Tally } from './tally.ts';

/** Win rate (K24): won of won and lost, by count and by amount in the closed cohort, by count in the created one. */
export function winRateKpis({ arms }: Asked): Tally<Kpi[]> {
  const closed = { won: armSums(), all: armSums(), wonAmount: armSums(), amount: armSums() };
  const created = { won: armSums(), closed: armSums(), open: armSums() };
  return {
    add: ({ columns, rows, outcome, arm, inClosed, inCreated }) => {
      for (let at = 0; at < rows.length; at++) {
        const of = arm[at]!;
        const won = outcome[at] === isWon ? 1 : 0;
        if (inClosed[at] === 1) {
          const amount = summed(columns, rows[at]!);
          closed.all[of]!++;
          closed.won[of]! += won;
          closed.amount[of]! += amount;
          closed.wonAmount[of]! += won * amount;
        }
        if (inCreated[at] === 0) continue;
        if (outcome[at] === isOpen) created.open[of]!++;
        else {
          created.closed[of]!++;
          created.won[of]! += won;
        }
      }
    },
    finish: () =>
      arms.flatMap((of) => [
        rate('K24', of, ofArm(closed.won, of), ofArm(closed.all, of)),
        portion(
          'K24.amount',
          of,
          ofArm(closed.wonAmount, of),
          ofArm(closed.amount, of),
          ofArm(closed.all, of),
        ),
        rate('K24.created', of, ofArm(created.won, of), ofArm(created.closed, of)),
        counted('K24.open', of, ofArm(created.open, of)),
      ]),
  };
}
