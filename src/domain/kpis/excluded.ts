import type { Columns } from '../columns.ts';
import { foreignAmount, isOpen, partnerAsAccount } from '../columns/deal-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import { lateTags } from './quality.ts';
import type { Question } from './question.ts';
import { otherArm, select, type Selection } from './selection.ts';

export interface Excluded {
  readonly reason: string;
  readonly n: number;
}

/** Records kept out of some numbers, or counted with a caveat, in words; reasons that concern no record are absent. */
export const excludedCounts = (columns: Columns, question: Question): Excluded[] =>
  excludedOf(select(columns, question));

export function excludedOf(selection: Selection): Excluded[] {
  const { afterClose, inCycle } = lateTags(selection);
  const counts = [
    ...dealFlaws(selection),
    { reason: 'partner tag made after the deal closed', n: afterClose },
    { reason: 'partner tag made late in the deal, near its close', n: inCycle },
    { reason: 'partner tag on a deal that is not among the deals read', n: selection.columns.orphans },
  ];
  return counts.filter(({ n }) => n > 0);
}

function dealFlaws({ columns, rows, outcome, arm }: Selection): Excluded[] {
  const { deals } = columns;
  const n = { foreign: 0, noAmount: 0, reversed: 0, undated: 0, own: 0, noAccount: 0, setAside: 0 };
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const flags = deals.flags[row]!;
    const close = deals.closeMinute[row]!;
    const created = deals.createdMinute[row]!;
    if ((flags & foreignAmount) !== 0) n.foreign++;
    else if (!(deals.amountMinor[row]! > 0)) n.noAmount++;
    if ((flags & partnerAsAccount) !== 0) n.own++;
    else if (deals.account[row]! < 0) n.noAccount++;
    if (arm[at] === otherArm) n.setAside++;
    if (outcome[at] === isOpen) continue;
    if (close === missing || created === missing) n.undated++;
    else if (dayOfMinute(close) < dayOfMinute(created)) n.reversed++;
  }
  return [
    { reason: 'foreign currency without a home amount', n: n.foreign },
    { reason: 'no amount, or an amount that is not above zero', n: n.noAmount },
    { reason: 'closed before it was created', n: n.reversed },
    { reason: 'closed without a date of creation or close', n: n.undated },
    { reason: "a partner's own company as the account", n: n.own },
    { reason: 'no customer company', n: n.noAccount },
    { reason: 'no counted tag: all disputed, rejected or outside the filters', n: n.setAside },
  ];
}
