import { isLost } from '../columns/deal-columns.ts';
import { armSums, ofArm } from './arm-sums.ts';
import type { Kpi } from './kpi.ts';
import { rate, unvalued } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import type { Tally } from './tally.ts';

/** Reasons are free text or an admin's own list: these words, our own choice, mark a deal that went nowhere. */
const wentNowhere =
  /no[\s_-]*decision|budget|timing|not[\s_-]*now|postpon|on[\s_-]*hold|status[\s_-]*quo|went (dark|silent)/i;

/** Deals lost in the period for want of a decision, budget or timing (K13), and those that give no reason. */
export function lossKpis({ arms }: Asked): Tally<Kpi[]> {
  const isNowhere: boolean[] = [];
  const sums = { lost: armSums(), blank: armSums(), nowhere: armSums() };
  return {
    add: ({ columns, rows, outcome, arm, inClosed }) => {
      const { texts } = columns.dictionaries.lossReasons;
      while (isNowhere.length < texts.length) isNowhere.push(wentNowhere.test(texts[isNowhere.length]!));
      for (let at = 0; at < rows.length; at++) {
        if (inClosed[at] === 0 || outcome[at] !== isLost) continue;
        const reason = columns.deals.lossReason[rows[at]!]!;
        sums.lost[arm[at]!]!++;
        if (reason < 0) sums.blank[arm[at]!]!++;
        else if (isNowhere[reason] === true) sums.nowhere[arm[at]!]!++;
      }
    },
    finish: () =>
      arms.flatMap((of) => {
        const all = ofArm(sums.lost, of);
        const blank = ofArm(sums.blank, of);
        return [
          all > 0 && blank === all
            ? unvalued('K13', of, 'not_recorded', all)
            : rate('K13', of, ofArm(sums.nowhere, of), all),
          rate('K13.blank', of, blank, all),
        ];
      }),
  };
}
