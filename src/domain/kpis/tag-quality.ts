import { float64 } from '../columns/growing.ts';
import { dayOfMinute } from '../columns/minute.ts';
import { hasEvidence } from '../columns/involvement-columns.ts';
import { involvementStatuses } from '../vocabulary.ts';
import type { Kpi } from './kpi.ts';
import { middle, rate } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import { isConfirmed, isMatched, isPresent } from './standing.ts';
import type { Tally } from './tally.ts';

const rejected = involvementStatuses.indexOf('rejected');
const proposed = involvementStatuses.indexOf('proposed');
const asked = isPresent | isMatched;

/** Quality of tags: how many are approved (K14), how many confirmed ones have evidence (K48), how long others wait (K49). */
export function tagQualityKpis({ programArm, question }: Asked): Tally<Kpi[]> {
  const n = { confirmed: 0, rejected: 0, evidenced: 0 };
  const ages = float64();
  return {
    add: ({ columns, standing, rows, inCreated }) => {
      const { start, status, marks, taggedMinute } = columns.involvements;
      for (let at = 0; at < rows.length; at++) {
        for (let tag = start[rows[at]!]!; tag < start[rows[at]! + 1]!; tag++) {
          const is = standing[tag]!;
          if ((is & asked) !== asked) continue;
          if (status[tag] === proposed) ages.push(question.asOf - dayOfMinute(taggedMinute[tag]!));
          if (inCreated[at] === 0) continue;
          if (status[tag] === rejected) n.rejected++;
          if ((is & isConfirmed) === 0) continue;
          n.confirmed++;
          if ((marks[tag]! & hasEvidence) !== 0) n.evidenced++;
        }
      }
    },
    finish: () => [
      rate('K14', programArm, n.confirmed, n.confirmed + n.rejected),
      rate('K48', programArm, n.evidenced, n.confirmed),
      middle('K49', programArm, ages.taken()),
    ],
  };
}
