import { isOpen, isWon } from '../columns/deal-columns.ts';
import { sumOver } from './census.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { counted, portion, rate } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import { readAtTheEnd, type Tally } from './tally.ts';

/** Win rate (K24): won of won and lost, by count and by amount in the closed cohort, by count in the created one. */
export function winRateKpis({ arms }: Asked, foundations: Foundations): Tally<Kpi[]> {
  const census = foundations.census();
  return readAtTheEnd(() => {
    const cells = census.finish();
    const closed = cells.filter(({ inClosed }) => inClosed);
    const created = cells.filter(({ inCreated }) => inCreated);
    return arms.flatMap((of) => {
      const all = sumOver(closed, of);
      const won = sumOver(closed, of, ({ outcome }) => outcome === isWon);
      const open = sumOver(created, of, ({ outcome }) => outcome === isOpen);
      const ended = sumOver(created, of, ({ outcome }) => outcome !== isOpen);
      const wonOfCreated = sumOver(created, of, ({ outcome }) => outcome === isWon);
      return [
        rate('K24', of, won.deals, all.deals),
        portion('K24.amount', of, won.amount, all.amount, all.deals),
        rate('K24.created', of, wonOfCreated.deals, ended.deals),
        counted('K24.open', of, open.deals),
      ];
    });
  });
}
