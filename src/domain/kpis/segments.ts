import { isWon } from '../columns/deal-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import type { Kpi } from './kpi.ts';
import { counted, rate } from './kpi-of.ts';
import { dealFilter, type Selection } from './selection.ts';

/**
 * New segments (K17): industries, regions and pairs of both whose first win ever falls into the period; an unknown
 * industry or region is no segment. First wins are looked for in every pipeline of the program.
 */
export function segmentKpis(selection: Selection): Kpi[] {
  const { columns, rows, dealClass, inClosed, programArm } = selection;
  const { account } = columns.deals;
  const first = firstWinOfCells(selection);
  let cells = 0;
  let withPartner = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (inClosed[at] === 0 || account[row]! < 0) continue;
    const opened = cellsOf(selection, row).filter((cell) => first.get(cell) === row).length;
    cells += opened;
    if (dealClass[at] !== 0) withPartner += opened;
  }
  return [counted('K17', programArm, withPartner), rate('K17.share', programArm, withPartner, cells)];
}

function firstWinOfCells(selection: Selection): Map<number, number> {
  const { columns, question } = selection;
  const { deals } = columns;
  const { asOf, settings } = question;
  const exists = dealFilter(columns, { asOf, from: null, to: null, pipelines: [], settings }, {});
  const first = new Map<number, number>();
  for (let row = 0; row < deals.count; row++) {
    const close = deals.closeMinute[row]!;
    if (deals.outcome[row] !== isWon || deals.account[row]! < 0 || close === missing) continue;
    if (dayOfMinute(close) > asOf || !exists(row)) continue;
    for (const cell of cellsOf(selection, row)) {
      const before = first.get(cell);
      if (before === undefined || close < deals.closeMinute[before]!) first.set(cell, row);
    }
  }
  return first;
}

/** Keys of the deal's cells: the pair of industry and region, and each alone with 0 for the other. */
function cellsOf({ columns }: Selection, row: number): number[] {
  const { accountIndustry, accountRegion, regions } = columns.companies;
  const account = columns.deals.account[row]!;
  const width = regions.texts.length + 1;
  const industry = (accountIndustry[account]! + 1) * width;
  const region = accountRegion[account]! + 1;
  const cells = [];
  if (industry > 0) cells.push(industry);
  if (region > 0) cells.push(region);
  if (industry > 0 && region > 0) cells.push(industry + region);
  return cells;
}
