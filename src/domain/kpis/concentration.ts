import { hhi } from '../stats/hhi.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { unvalued, valued } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import { readAtTheEnd, type Tally } from './tally.ts';

/** Partner revenue, each deal once and as credit, and how concentrated the credit is (K40). */
export function creditKpis({ programArm }: Asked, foundations: Foundations): Tally<Kpi[]> {
  const credits = foundations.credits();
  return readAtTheEnd(() => {
    const { credited, unique, uniqueDeals } = credits.finish().own;
    // In the order of size, so that the order of partners cannot change the last digit.
    const holders = credited.filter((amount) => amount > 0).sort();
    const total = holders.reduce((sum, amount) => sum + amount, 0);
    const revenue = [
      valued('won.attached', programArm, unique, uniqueDeals),
      valued('won.credited', programArm, total, uniqueDeals),
    ];
    return programArm === 'partner' ? revenue : [...revenue, ...shares(holders, programArm)];
  });
}

function shares(holders: Float64Array, programArm: Asked['programArm']): Kpi[] {
  const concentration = hhi(holders);
  return (['K40', 'K40.top', 'K40.effective'] as const).map((id) => {
    if (concentration === null) return unvalued(id, programArm, 'no_denominator');
    const { index, topShare, effectiveNumber } = concentration;
    const value = id === 'K40' ? index : id === 'K40.top' ? topShare : effectiveNumber;
    return valued(id, programArm, value, holders.length);
  });
}
