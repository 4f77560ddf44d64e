import { isOpen } from '../columns/deal-columns.ts';
import { summed } from './amount.ts';
import { armSums, ofArm } from './arm-sums.ts';
import type { Kpi } from './kpi.ts';
import { unvalued, valued } from './kpi-of.ts';
import { isInPeriod, partnerArm, type Selection } from './selection.ts';

/** Open pipeline: what partners are due to close against their target (K07), and the pipeline by probability (K08). */
export function openPipelineKpis(selection: Selection): Kpi[] {
  const { columns, rows, outcome, arm } = selection;
  const { weightedMinor } = columns.deals;
  const weighted = armSums();
  const stated = armSums();
  const open = armSums();
  for (let at = 0; at < rows.length; at++) {
    if (outcome[at] !== isOpen) continue;
    const expected = weightedMinor[rows[at]!]!;
    open[arm[at]!]!++;
    if (Number.isNaN(expected)) continue;
    stated[arm[at]!]!++;
    weighted[arm[at]!]! += Math.max(0, expected);
  }
  const perArm = selection.arms.map((of) =>
    ofArm(open, of) > 0 && ofArm(stated, of) === 0
      ? unvalued('K08', of, 'not_recorded', ofArm(open, of))
      : valued('K08', of, ofArm(weighted, of), ofArm(stated, of)),
  );
  return selection.programArm === 'partner' ? perArm : [targetCoverage(selection), ...perArm];
}

function targetCoverage({ columns, question, rows, outcome, arm, programArm }: Selection): Kpi {
  const target = question.settings.pipelineTargetMinor;
  let amount = 0;
  let deals = 0;
  for (let at = 0; at < rows.length; at++) {
    if (outcome[at] !== isOpen || arm[at] !== partnerArm) continue;
    if (!isInPeriod(question, columns.deals.closeMinute[rows[at]!]!)) continue;
    amount += summed(columns, rows[at]!);
    deals++;
  }
  return target === null || target <= 0
    ? unvalued('K07', programArm, 'no_target', deals)
    : valued('K07', programArm, amount / target, deals);
}
