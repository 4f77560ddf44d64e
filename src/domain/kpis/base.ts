import { isLost, isOpen, isWon } from '../columns/deal-columns.ts';
import { sumOver } from './census.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { counted, valued } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import { readAtTheEnd, type Tally } from './tally.ts';

/** The plain figures under every rate: deals created, closed and open, with their amounts. */
export function baseFigures({ arms }: Asked, foundations: Foundations): Tally<Kpi[]> {
  const census = foundations.census();
  return readAtTheEnd(() => {
    const cells = census.finish();
    return arms.flatMap((of) => {
      const created = sumOver(cells, of, ({ inCreated }) => inCreated);
      const won = sumOver(cells, of, ({ outcome, inClosed }) => inClosed && outcome === isWon);
      const lost = sumOver(cells, of, ({ outcome, inClosed }) => inClosed && outcome === isLost);
      const open = sumOver(cells, of, ({ outcome }) => outcome === isOpen);
      return [
        counted('deals', of, created.deals),
        counted('deals.won', of, won.deals),
        counted('deals.lost', of, lost.deals),
        counted('deals.open', of, open.deals),
        valued('won.amount', of, won.amount, won.deals),
        valued('open.amount', of, open.amount, open.deals),
      ];
    });
  });
}
