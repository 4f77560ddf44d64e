import { isOpen } from '../columns/deal-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import { countFollowUp, newTally, toRiskTable, type DayTally, type RiskTable } from '../stats/risk-table.ts';
import { arms, type Arm } from './kpi.ts';
import type { Selection } from './selection.ts';

/** Days from creation to close of a closed deal, NaN where a date is missing or the close lies before the creation. */
export function cycleDays({ columns }: Selection, row: number): number {
  const created = columns.deals.createdMinute[row]!;
  const close = columns.deals.closeMinute[row]!;
  if (created === missing || close === missing) return NaN;
  const days = dayOfMinute(close) - dayOfMinute(created);
  return days < 0 ? NaN : days;
}

/** Follow-up of the deals created in the period, by arm: to their close, or to the as-of day while open. */
export function followUps(selection: Selection): Record<Arm, RiskTable> {
  const { columns, question, rows, outcome, arm, inCreated } = selection;
  const tallies = Array.from({ length: 5 }, newTally);
  for (let at = 0; at < rows.length; at++) {
    const created = columns.deals.createdMinute[rows[at]!]!;
    if (inCreated[at] === 0 || created === missing) continue;
    const open = outcome[at] === isOpen;
    const days = open ? question.asOf - dayOfMinute(created) : cycleDays(selection, rows[at]!);
    countFollowUp(tallies[arm[at]!]!, days, outcome[at]!);
  }
  const tableOf = (of: Arm): RiskTable => tableOfArm(tallies, of);
  return {
    all: tableOf('all'),
    partner: tableOf('partner'),
    none: tableOf('none'),
    unanswered: tableOf('unanswered'),
  };
}

/** The risk table of an arm, from one tally per arm code; that of "all" adds them up. */
export function tableOfArm(tallies: readonly DayTally[], of: Arm): RiskTable {
  if (of !== 'all') return toRiskTable(tallies[arms.indexOf(of)]!);
  const counts = new Int32Array(Math.max(...tallies.map((tally) => tally.counts.length)));
  for (const tally of tallies) tally.counts.forEach((count, slot) => (counts[slot]! += count));
  return toRiskTable({ counts });
}

/** Follow-ups behind a risk table. */
export const followed = (table: RiskTable): number => table.atRisk[0] ?? 0;
