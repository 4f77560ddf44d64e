import { isOpen } from '../columns/deal-columns.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { rate } from './kpi-of.ts';
import { isLateAfterClose, isLateInCycle } from './late-tag.ts';
import type { Asked } from './selection.ts';
import { countsAs } from './standing.ts';
import type { Tally } from './tally.ts';

/** Data quality (K46, K47): whether deals say if a partner was involved, and whether tags came in time. */
export function qualityKpis({ programArm }: Asked, { late }: Foundations): Tally<Kpi[]> {
  let deals = 0;
  let answers = 0;
  return {
    add: ({ rows, answered, inCreated }) => {
      for (let at = 0; at < rows.length; at++) {
        if (inCreated[at] === 0) continue;
        deals++;
        answers += answered[at]!;
      }
    },
    finish: () => {
      const { tags, afterClose, inCycle } = late.finish();
      const shares = [
        rate('K47', programArm, afterClose + inCycle, tags),
        rate('K47.after_close', programArm, afterClose, tags),
        rate('K47.in_cycle', programArm, inCycle, tags),
      ];
      return programArm === 'partner' ? shares : [rate('K46', programArm, answers, deals), ...shares];
    },
  };
}

export interface LateTags {
  readonly tags: number;
  readonly afterClose: number;
  readonly inCycle: number;
}

/** Tags on deals created in the period, and how many of them are late. */
export function lateTags(): Tally<LateTags> {
  const sums = { tags: 0, afterClose: 0, inCycle: 0 };
  return {
    add: ({ columns, standing, rows, outcome, inCreated }) => {
      const { start } = columns.involvements;
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
    },
    finish: () => sums,
  };
}
