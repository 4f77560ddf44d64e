import { isOpen } from '../columns/deal-columns.ts';
import { summed } from './amount.ts';
import { armSums, ofArm } from './arm-sums.ts';
import type { Kpi } from './kpi.ts';
import { unvalued, valued } from './kpi-of.ts';
import { isInPeriod } from './deal-filter.ts';
import { partnerArm } from './deal-tags.ts';
import type { Asked, Selection } from './selection.ts';
import type { Tally } from './tally.ts';

/** Open pipeline: what partners are due to close against their target (K07), and the pipeline by probability (K08). */
export function openPipelineKpis(asked: Asked): Tally<Kpi[]> {
  const sums = { weighted: armSums(), stated: armSums(), open: armSums() };
  const due = { amount: 0, deals: 0 };
  return {
    add: (selection) => {
      const { columns, rows, outcome, arm } = selection;
      const { weightedMinor } = columns.deals;
      for (let at = 0; at < rows.length; at++) {
        if (outcome[at] !== isOpen) continue;
        const of = arm[at]!;
        if (of === partnerArm) addDue(due, selection, rows[at]!);
        sums.open[of]!++;
        const expected = weightedMinor[rows[at]!]!;
        if (Number.isNaN(expected)) continue;
        sums.stated[of]!++;
        sums.weighted[of]! += Math.max(0, expected);
      }
    },
    finish: () => {
      const perArm = asked.arms.map((of) => {
        const open = ofArm(sums.open, of);
        const stated = ofArm(sums.stated, of);
        if (open > 0 && stated === 0) return unvalued('K08', of, 'not_recorded', open);
        return valued('K08', of, ofArm(sums.weighted, of), stated);
      });
      return asked.programArm === 'partner' ? perArm : [targetCoverage(asked, due), ...perArm];
    },
  };
}

interface Due {
  amount: number;
  deals: number;
}

function addDue(due: Due, { columns, question }: Selection, row: number): void {
  if (!isInPeriod(question, columns.deals.closeMinute[row]!)) return;
  due.amount += summed(columns, row);
  due.deals++;
}

function targetCoverage({ question, programArm }: Asked, { amount, deals }: Due): Kpi {
  const target = question.settings.pipelineTargetMinor;
  return target === null || target <= 0
    ? unvalued('K07', programArm, 'no_target', deals)
    : valued('K07', programArm, amount / target, deals);
}
