import { summed } from './amount.ts';
import { activePartners } from './active-partners.ts';
import { coverage } from './coverage.ts';
import type { Kpi } from './kpi.ts';
import { counted, portion, rate, unvalued, valued } from './kpi-of.ts';
import { sourcedClass, type Selection } from './selection.ts';

interface Sums {
  deals: number;
  amount: number;
}

const sums = (): Sums => ({ deals: 0, amount: 0 });

function add(to: Sums, amount: number): void {
  to.deals++;
  to.amount += amount;
}

/** More pipeline (K01 to K06): what partners brought to, or touched in, the deals created in the period. */
export function pipelineKpis(selection: Selection): Kpi[] {
  const arm = selection.programArm;
  const { all, answered, sourced, influenced, proposed } = pipelineSums(selection);
  const attached = { deals: sourced.deals + influenced.deals, amount: sourced.amount + influenced.amount };
  const active = activePartners(selection);
  const own = [
    valued('K01', arm, sourced.amount, sourced.deals),
    valued('K02', arm, influenced.amount, influenced.deals),
    valued('K03.pipeline', arm, attached.amount, attached.deals),
    counted('K03.proposed', arm, proposed.deals),
  ];
  if (arm === 'partner') return own;
  return [
    ...own,
    rate('K03', arm, attached.deals, answered.deals),
    portion('K03.amount', arm, attached.amount, answered.amount, answered.deals),
    portion('K04', arm, attached.amount, all.amount, all.deals),
    portion('K04.sourced', arm, sourced.amount, all.amount, all.deals),
    active === 0
      ? unvalued('K05', arm, 'no_denominator')
      : valued('K05', arm, sourced.deals / active, active),
    ...coverage(selection),
  ];
}

function pipelineSums({ columns, rows, dealClass, confirmed, answered, inCreated }: Selection) {
  const of = { all: sums(), answered: sums(), sourced: sums(), influenced: sums(), proposed: sums() };
  for (let at = 0; at < rows.length; at++) {
    if (inCreated[at] === 0) continue;
    const amount = summed(columns, rows[at]!);
    add(of.all, amount);
    if (answered[at] === 1) add(of.answered, amount);
    if (dealClass[at] === 0) continue;
    add(dealClass[at] === sourcedClass ? of.sourced : of.influenced, amount);
    if (confirmed[at] === 0) add(of.proposed, amount);
  }
  return of;
}
