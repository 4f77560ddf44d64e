import { isWon } from '../columns/deal-columns.ts';
import { armSums, ofArm } from './arm-sums.ts';
import { sumOver } from './census.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { counted, rate } from './kpi-of.ts';
import { sourcedClass } from './deal-tags.ts';
import type { Asked } from './selection.ts';
import { readAtTheEnd, type Tally } from './tally.ts';

/** Net-new logos (K15, K16): accounts won for the first time in the period, and how many of them with partners. */
export function logoKpis({ arms, programArm }: Asked, foundations: Foundations): Tally<Kpi[]> {
  const census = foundations.census();
  const logos = foundations.logos();
  return readAtTheEnd(() => {
    const won = census.finish().filter(({ inClosed, outcome }) => inClosed && outcome === isWon);
    const { arm, dealClass } = logos.finish();
    const counts = armSums();
    for (const of of arm) counts[of]!++;
    const sourced = dealClass.filter((is) => is === sourcedClass).length;
    const all = ofArm(counts, 'all');
    const perArm = arms.flatMap((of) => [
      counted('K15', of, ofArm(counts, of)),
      rate('K16.mix', of, ofArm(counts, of), sumOver(won, of).deals),
    ]);
    if (programArm === 'partner') return [...perArm, counted('K15.sourced', programArm, sourced)];
    return [
      ...perArm,
      rate('K16', programArm, ofArm(counts, 'partner'), all),
      rate('K16.sourced', programArm, sourced, all),
    ];
  });
}
