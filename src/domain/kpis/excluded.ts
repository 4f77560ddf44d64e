import type { Columns } from '../columns.ts';
import { foreignAmount, isOpen, partnerAsAccount } from '../columns/deal-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import { founded, type Foundations } from './foundations.ts';
import type { Question } from './question.ts';
import { otherArm } from './deal-tags.ts';
import type { Asked, Selection } from './selection.ts';
import { answerOf, type Tally } from './tally.ts';

export interface Excluded {
  readonly reason: string;
  readonly n: number;
}

/** Records kept out of some numbers, or counted with a caveat, in words; reasons that concern no record are absent. */
export const excludedCounts = (columns: Columns, question: Question): Excluded[] =>
  answerOf(founded(excludedTally), columns, question)();

/** Asked at the end for the orphans that no chunk has counted, which only the reader of the chunks can know. */
export function excludedTally(
  _: Asked,
  foundations: Foundations,
): Tally<(moreOrphans?: number) => Excluded[]> {
  const flaws = { foreign: 0, noAmount: 0, reversed: 0, undated: 0, own: 0, noAccount: 0, setAside: 0 };
  const late = foundations.tags();
  let orphans = 0;
  return {
    add: (selection) => {
      addFlaws(flaws, selection);
      orphans += selection.columns.orphans;
    },
    finish:
      () =>
      (moreOrphans = 0) => {
        const { afterClose, inCycle } = late.finish();
        const counts = [
          { reason: 'foreign currency without a home amount', n: flaws.foreign },
          { reason: 'no amount, or an amount that is not above zero', n: flaws.noAmount },
          { reason: 'closed before it was created', n: flaws.reversed },
          { reason: 'closed without a date of creation or close', n: flaws.undated },
          { reason: "a partner's own company as the account", n: flaws.own },
          { reason: 'no customer company', n: flaws.noAccount },
          { reason: 'no counted tag: all disputed, rejected or outside the filters', n: flaws.setAside },
          { reason: 'partner tag made after the deal closed', n: afterClose },
          { reason: 'partner tag made late in the deal, near its close', n: inCycle },
          { reason: 'partner tag on a deal that is not among the deals read', n: orphans + moreOrphans },
        ];
        return counts.filter(({ n }) => n > 0);
      },
  };
}

interface Flaws {
  foreign: number;
  noAmount: number;
  reversed: number;
  undated: number;
  own: number;
  noAccount: number;
  setAside: number;
}

function addFlaws(n: Flaws, { columns, rows, outcome, arm }: Selection): void {
  const { deals } = columns;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const flags = deals.flags[row]!;
    if ((flags & foreignAmount) !== 0) n.foreign++;
    else if (!(deals.amountMinor[row]! > 0)) n.noAmount++;
    if ((flags & partnerAsAccount) !== 0) n.own++;
    else if (deals.account[row]! < 0) n.noAccount++;
    if (arm[at] === otherArm) n.setAside++;
    if (outcome[at] === isOpen) continue;
    const close = deals.closeMinute[row]!;
    const created = deals.createdMinute[row]!;
    if (close === missing || created === missing) n.undated++;
    else if (dayOfMinute(close) < dayOfMinute(created)) n.reversed++;
  }
}
