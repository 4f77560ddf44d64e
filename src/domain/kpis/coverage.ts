import { isOpen } from '../columns/deal-columns.ts';
import { missing } from '../columns/minute.ts';
import type { Kpi } from './kpi.ts';
import { rate } from './kpi-of.ts';
import type { Selection } from './selection.ts';
import { countsAs } from './standing.ts';

/** K06: open accounts, and open deals, with a partner that has not left. Deals without an account count as deals only. */
export function coverage(selection: Selection): Kpi[] {
  const { columns, rows, outcome, programArm } = selection;
  const accounts = new Uint8Array(columns.dictionaries.accounts.texts.length);
  let open = 0;
  let covered = 0;
  for (let at = 0; at < rows.length; at++) {
    if (outcome[at] !== isOpen) continue;
    const row = rows[at]!;
    const active = hasActivePartner(selection, row) ? 2 : 0;
    open++;
    if (active !== 0) covered++;
    const account = columns.deals.account[row]!;
    if (account >= 0) accounts[account]! |= 1 | active;
  }
  const openAccounts = accounts.reduce((count, bits) => count + (bits !== 0 ? 1 : 0), 0);
  const coveredAccounts = accounts.reduce((count, bits) => count + (bits === 3 ? 1 : 0), 0);
  return [
    rate('K06', programArm, coveredAccounts, openAccounts),
    rate('K06.deals', programArm, covered, open),
  ];
}

function hasActivePartner({ columns, question, standing }: Selection, row: number): boolean {
  const { start, exitedDay } = columns.involvements;
  for (let tag = start[row]!; tag < start[row + 1]!; tag++) {
    const exited = exitedDay[tag]!;
    if ((standing[tag]! & countsAs) === countsAs && (exited === missing || exited > question.asOf))
      return true;
  }
  return false;
}
