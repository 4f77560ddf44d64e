import { hhi } from '../stats/hhi.ts';
import { creditByPartner } from './credit-by-partner.ts';
import type { Kpi } from './kpi.ts';
import { unvalued, valued } from './kpi-of.ts';
import type { Selection } from './selection.ts';

/** Partner revenue, each deal once and as credit, and how concentrated the credit is (K40). */
export function creditKpis(selection: Selection): Kpi[] {
  const { programArm } = selection;
  const { credited, unique, uniqueDeals } = creditByPartner(selection);
  const holders = credited.filter((amount) => amount > 0);
  const total = holders.reduce((sum, amount) => sum + amount, 0);
  const revenue = [
    valued('won.attached', programArm, unique, uniqueDeals),
    valued('won.credited', programArm, total, uniqueDeals),
  ];
  if (programArm === 'partner') return revenue;
  const concentration = hhi(holders);
  const shares = (['K40', 'K40.top', 'K40.effective'] as const).map((id) => {
    if (concentration === null) return unvalued(id, programArm, 'no_denominator');
    const { index, topShare, effectiveNumber } = concentration;
    const value = id === 'K40' ? index : id === 'K40.top' ? topShare : effectiveNumber;
    return valued(id, programArm, value, holders.length);
  });
  return [...revenue, ...shares];
}
