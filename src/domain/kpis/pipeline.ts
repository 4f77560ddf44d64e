import { sumOver } from './census.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { counted, portion, rate, unvalued, valued } from './kpi-of.ts';
import { activePartners } from './partner-table.ts';
import { sourcedClass } from './deal-tags.ts';
import type { Asked } from './selection.ts';
import { readAtTheEnd, type Tally } from './tally.ts';

/** More pipeline (K01 to K05): what partners brought to, or touched in, the deals created in the period. */
export function pipelineKpis({ question, programArm: arm }: Asked, foundations: Foundations): Tally<Kpi[]> {
  const census = foundations.census();
  const partners = foundations.partners();
  return readAtTheEnd(() => {
    const created = census.finish().filter(({ inCreated }) => inCreated);
    const attached = sumOver(created, 'all', ({ dealClass }) => dealClass !== 0);
    const sourced = sumOver(created, 'all', ({ dealClass }) => dealClass === sourcedClass);
    const proposed = sumOver(created, 'all', ({ dealClass, confirmed }) => dealClass !== 0 && !confirmed);
    const own = [
      valued('K01', arm, sourced.amount, sourced.deals),
      valued('K02', arm, attached.amount - sourced.amount, attached.deals - sourced.deals),
      valued('K03.pipeline', arm, attached.amount, attached.deals),
      counted('K03.proposed', arm, proposed.deals),
    ];
    if (arm === 'partner') return own;
    const all = sumOver(created, 'all');
    const answered = sumOver(created, 'all', (cell) => cell.answered);
    const active = activePartners(partners.finish(), question.asOf);
    return [
      ...own,
      rate('K03', arm, attached.deals, answered.deals),
      portion('K03.amount', arm, attached.amount, answered.amount, answered.deals),
      portion('K04', arm, attached.amount, all.amount, all.deals),
      portion('K04.sourced', arm, sourced.amount, all.amount, all.deals),
      active === 0
        ? unvalued('K05', arm, 'no_denominator')
        : valued('K05', arm, sourced.deals / active, active),
    ];
  });
}
