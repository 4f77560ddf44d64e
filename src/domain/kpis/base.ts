import { isOpen, isWon } from '../columns/deal-columns.ts';
import { summed } from './amount.ts';
import { armSums, ofArm } from './arm-sums.ts';
import type { Kpi } from './kpi.ts';
import { counted, valued } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import type { Tally } from './tally.ts';

/** The plain figures under every rate: deals created, closed and open, with their amounts. */
export function baseFigures({ arms }: Asked): Tally<Kpi[]> {
  const sums = { created: armSums(), won: armSums(), lost: armSums(), open: armSums() };
  const amounts = { won: armSums(), open: armSums() };
  return {
    add: ({ columns, rows, outcome, arm, inCreated, inClosed }) => {
      for (let at = 0; at < rows.length; at++) {
        const of = arm[at]!;
        if (inCreated[at] === 1) sums.created[of]!++;
        if (outcome[at] === isOpen) {
          sums.open[of]!++;
          amounts.open[of]! += summed(columns, rows[at]!);
        } else if (inClosed[at] === 1) {
          if (outcome[at] === isWon) {
            sums.won[of]!++;
            amounts.won[of]! += summed(columns, rows[at]!);
          } else sums.lost[of]!++;
        }
      }
    },
    finish: () =>
      arms.flatMap((of) => [
        counted('deals', of, ofArm(sums.created, of)),
        counted('deals.won', of, ofArm(sums.won, of)),
        counted('deals.lost', of, ofArm(sums.lost, of)),
        counted('deals.open', of, ofArm(sums.open, of)),
        valued('won.amount', of, ofArm(amounts.won, of), ofArm(sums.won, of)),
        valued('open.amount', of, ofArm(amounts.open, of), ofArm(sums.open, of)),
      ]),
  };
}
