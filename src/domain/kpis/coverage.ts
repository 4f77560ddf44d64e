import { isOpen } from '../columns/deal-columns.ts';
import { withPlace } from '../columns/growing.ts';
import { missing } from '../columns/minute.ts';
import type { Kpi } from './kpi.ts';
import { rate } from './kpi-of.ts';
import type { Asked, Selection } from './selection.ts';
import { countsAs } from './standing.ts';
import type { Tally } from './tally.ts';

const isOpenAccount = 1;
const isCoveredAccount = 2;

/** K06: open accounts, and open deals, with a partner that has not left. Deals without an account count as deals only. */
export function coverageKpis({ columns: shared, programArm }: Asked): Tally<Kpi[]> {
  if (programArm === 'partner') return { add: () => undefined, finish: () => [] };
  let accounts = new Uint8Array(shared.companies.accountRegion.length);
  let open = 0;
  let covered = 0;
  return {
    add: (selection) => {
      const { columns, rows, outcome } = selection;
      for (let at = 0; at < rows.length; at++) {
        if (outcome[at] !== isOpen) continue;
        const row = rows[at]!;
        const isCovered = hasActivePartner(selection, row);
        open++;
        if (isCovered) covered++;
        const account = columns.deals.account[row]!;
        if (account < 0) continue;
        accounts = withPlace(accounts, account);
        accounts[account]! |= isCovered ? isOpenAccount | isCoveredAccount : isOpenAccount;
      }
    },
    finish: () => {
      const accountsWith = (bit: number): number =>
        accounts.reduce((count, bits) => count + ((bits & bit) === 0 ? 0 : 1), 0);
      return [
        rate('K06', programArm, accountsWith(isCoveredAccount), accountsWith(isOpenAccount)),
        rate('K06.deals', programArm, covered, open),
      ];
    },
  };
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
