import type { Columns } from '../columns.ts';
import { missing } from '../columns/minute.ts';

/** Part of a deal's cycle after which a tag is late, our own choice. */
const lateAfter = 0.75;

/** True for a tag made after its deal closed: it cannot have been written down before the outcome was known. */
export function isLateAfterClose({ deals, involvements }: Columns, row: number, tag: number): boolean {
  const close = deals.closeMinute[row]!;
  return close !== missing && involvements.taggedMinute[tag]! > close;
}

/** True for a tag made after three quarters of the cycle, or in the last stage before the close, of a closed deal. */
export function isLateInCycle(columns: Columns, row: number, tag: number): boolean {
  const { createdMinute, closeMinute } = columns.deals;
  const created = createdMinute[row]!;
  const close = closeMinute[row]!;
  const tagged = columns.involvements.taggedMinute[tag]!;
  // A close that is not known, `missing`, lies before every creation.
  if (created === missing || close < created) return false;
  return tagged > created + lateAfter * (close - created) || tagged >= lastStageEntry(columns, row);
}

/** Minute in which the deal entered its last stage before the closing one; Infinity where it passed fewer than two. */
function lastStageEntry({ deals }: Columns, row: number): number {
  let last = -Infinity;
  let entered = 0;
  for (let entry = deals.stageStart[row]!; entry < deals.stageStart[row + 1]!; entry++) {
    const minute = deals.entryMinute[entry]!;
    if (minute === missing || deals.entryStage[entry] === deals.stage[row]) continue;
    entered++;
    last = Math.max(last, minute);
  }
  return entered < 2 ? Infinity : last;
}
