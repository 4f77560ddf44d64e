import { isOpen } from '../columns/deal-columns.ts';
import type { Kpi } from './kpi.ts';
import { rate } from './kpi-of.ts';
import { isLateAfterClose, isLateInCycle } from './late-tag.ts';
import type { Selection } from './selection.ts';
import { countsAs } from './standing.ts';

/** Data quality (K46, K47): whether deals say if a partner was involved, and whether tags came in time. */
export function qualityKpis(selection: Selection): Kpi[] {
  const { rows, answered, inCreated, programArm } = selection;
  let deals = 0;
  let answers = 0;
  for (let at = 0; at < rows.length; at++) {
    if (inCreated[at] === 0) continue;
    deals++;
    answers += answered[at]!;
  }
  const { tags, afterClose, inCycle } = lateTags(selection);
  const late = [
    rate('K47', programArm, afterClose + inCycle, tags),
    rate('K47.after_close', programArm, afterClose, tags),
    rate('K47.in_cycle', programArm, inCycle, tags),
  ];
  return programArm === 'partner' ? late : [rate('K46', programArm, answers, deals), ...late];
}

/** Tags on deals created in the period, and how many of them are late. */
export function lateTags({ columns, standing, rows, outcome, inCreated }: Selection) {
  const { start } = columns.involvements;
  const sums = { tags: 0, afterClose: 0, inCycle: 0 };
  for (let at = 0; at < rows.length; at++) {
    if (inCreated[at] === 0) continue;
    const row = rows[at]!;
    for (let tag = start[row]!; tag < start[row + 1]!; tag++) {
      if ((standing[tag]! & countsAs) !== countsAs) continue;
      sums.tags++;
      if (outcome[at] === isOpen) continue;
      if (isLateAfterClose(columns, row, tag)) sums.afterClose++;
      else if (isLateInCycle(columns, row, tag)) sums.inCycle++;
    }
  }
  return sums;
}
