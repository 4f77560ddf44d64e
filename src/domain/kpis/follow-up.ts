import { isOpen } from '../columns/deal-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import { countFollowUp, newTally, toRiskTable, type DayTally, type RiskTable } from '../stats/risk-table.ts';
import { perArm } from './arm-sums.ts';
import { arms, type Arm } from './kpi.ts';
import type { Selection } from './selection.ts';

export const armTallies = (): readonly DayTally[] => perArm(newTally);

/**
 * Counts the follow-up of the deals created in the period, by arm: to their close, or to the as-of day while open. A close
 * before the creation, or `missing`, makes a length below zero, which is not counted.
 */
export function addFollowUps(tallies: readonly DayTally[], selection: Selection): void {
  const { columns, question, rows, outcome, arm, inCreated } = selection;
  const { createdMinute, closeMinute } = columns.deals;
  for (let at = 0; at < rows.length; at++) {
    const created = createdMinute[rows[at]!]!;
    if (inCreated[at] === 0 || created === missing) continue;
    const until = outcome[at] === isOpen ? question.asOf : dayOfMinute(closeMinute[rows[at]!]!);
    countFollowUp(tallies[arm[at]!]!, until - dayOfMinute(created), outcome[at]!);
  }
}

/** The follow-ups of an arm, from one tally per arm code; those of "all" add them up. */
export function tallyOfArm(tallies: readonly DayTally[], of: Arm): DayTally {
  if (of !== 'all') return tallies[arms.indexOf(of)]!;
  const counts = new Int32Array(Math.max(...tallies.map((tally) => tally.counts.length)));
  for (const tally of tallies) {
    for (let slot = 0; slot < tally.counts.length; slot++) counts[slot]! += tally.counts[slot]!;
  }
  return { counts };
}

export const tableOfArm = (tallies: readonly DayTally[], of: Arm): RiskTable =>
  toRiskTable(tallyOfArm(tallies, of));

/** Follow-ups behind a risk table. */
export const followed = (table: RiskTable): number => table.atRisk[0] ?? 0;
