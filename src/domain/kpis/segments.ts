import type { SharedColumns } from '../columns.ts';
import type { FirstWins } from './first-wins.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { counted, rate } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import { readAtTheEnd, type Tally } from './tally.ts';

/**
 * New segments (K17): industries, regions and pairs of both whose first win ever falls into the period; an unknown
 * industry or region is no segment. The first win of a segment is the first of one of its accounts.
 */
export function segmentKpis({ columns, programArm }: Asked, foundations: Foundations): Tally<Kpi[]> {
  const logos = foundations.logos();
  return readAtTheEnd(() => {
    const opener = openers(columns, foundations.firstWins);
    const { account, dealClass } = logos.finish();
    let cells = 0;
    let withPartner = 0;
    account.forEach((of, at) => {
      forCellsOf(columns, of, (cell) => {
        if (opener.get(cell) !== of) return;
        cells++;
        if (dealClass[at] !== 0) withPartner++;
      });
    });
    return [counted('K17', programArm, withPartner), rate('K17.share', programArm, withPartner, cells)];
  });
}

/** The account that was won first in each segment. */
function openers(shared: SharedColumns, firstWins: FirstWins): ReadonlyMap<number, number> {
  const opener = new Map<number, number>();
  const deal = firstWins.deal();
  const minute = firstWins.minute();
  const isBefore = (one: number, other: number): boolean =>
    minute[one] === minute[other] ? deal[one]! < deal[other]! : minute[one]! < minute[other]!;
  deal.forEach((number, account) => {
    if (number === 0) return;
    forCellsOf(shared, account, (cell) => {
      const before = opener.get(cell);
      if (before === undefined || isBefore(account, before)) opener.set(cell, account);
    });
  });
  return opener;
}

/** Gives the keys of the account's cells: the pair of industry and region, and each alone with 0 for the other. */
function forCellsOf({ companies }: SharedColumns, account: number, take: (cell: number) => void): void {
  const width = companies.regions.texts.length + 1;
  const industry = ((companies.accountIndustry[account] ?? -1) + 1) * width;
  const region = (companies.accountRegion[account] ?? -1) + 1;
  if (industry > 0) take(industry);
  if (region > 0) take(region);
  if (industry > 0 && region > 0) take(industry + region);
}
