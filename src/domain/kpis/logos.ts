import { isWon } from '../columns/deal-columns.ts';
import { armSums, ofArm } from './arm-sums.ts';
import { newLogos } from './first-wins.ts';
import type { Kpi } from './kpi.ts';
import { counted, rate } from './kpi-of.ts';
import { sourcedClass, type Selection } from './selection.ts';

/** Net-new logos (K15, K16): accounts won for the first time in the period, and how many of them with partners. */
export function logoKpis(selection: Selection): Kpi[] {
  const { rows, outcome, arm, dealClass, inClosed, programArm } = selection;
  const isNew = newLogos(selection);
  const logos = armSums();
  const won = armSums();
  let sourced = 0;
  for (let at = 0; at < rows.length; at++) {
    if (inClosed[at] === 1 && outcome[at] === isWon) won[arm[at]!]!++;
    if (isNew[at] === 0) continue;
    logos[arm[at]!]!++;
    if (dealClass[at] === sourcedClass) sourced++;
  }
  const all = ofArm(logos, 'all');
  const perArm = selection.arms.flatMap((of) => [
    counted('K15', of, ofArm(logos, of)),
    rate('K16.mix', of, ofArm(logos, of), ofArm(won, of)),
  ]);
  if (programArm === 'partner') return [...perArm, counted('K15.sourced', programArm, sourced)];
  return [
    ...perArm,
    rate('K16', programArm, ofArm(logos, 'partner'), all),
    rate('K16.sourced', programArm, sourced, all),
  ];
}
