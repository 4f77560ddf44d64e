import { isLost } from '../columns/deal-columns.ts';
import { armSums, ofArm } from './arm-sums.ts';
import type { Kpi } from './kpi.ts';
import { rate, unvalued } from './kpi-of.ts';
import type { Selection } from './selection.ts';

/** Reasons are free text or an admin's own list: these words, our own choice, mark a deal that went nowhere. */
const wentNowhere =
  /no[\s_-]*decision|budget|timing|not[\s_-]*now|postpon|on[\s_-]*hold|status[\s_-]*quo|went (dark|silent)/i;

/** Deals lost in the period for want of a decision, budget or timing (K13), and those that give no reason. */
export function lossKpis(selection: Selection): Kpi[] {
  const { columns, rows, outcome, arm, inClosed } = selection;
  const isNowhere = columns.dictionaries.lossReasons.texts.map((reason) => wentNowhere.test(reason));
  const lost = armSums();
  const blank = armSums();
  const nowhere = armSums();
  for (let at = 0; at < rows.length; at++) {
    if (inClosed[at] === 0 || outcome[at] !== isLost) continue;
    const reason = columns.deals.lossReason[rows[at]!]!;
    lost[arm[at]!]!++;
    if (reason < 0) blank[arm[at]!]!++;
    else if (isNowhere[reason] === true) nowhere[arm[at]!]!++;
  }
  return selection.arms.flatMap((of) => {
    const all = ofArm(lost, of);
    const allBlank = all > 0 && ofArm(blank, of) === all;
    return [
      allBlank ? unvalued('K13', of, 'not_recorded', all) : rate('K13', of, ofArm(nowhere, of), all),
      rate('K13.blank', of, ofArm(blank, of), all),
    ];
  });
}
