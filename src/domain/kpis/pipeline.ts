import { activePartners } from './active-partners.ts';
import { summed } from './amount.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { counted, portion, rate, unvalued, valued } from './kpi-of.ts';
import { sourcedClass, type Asked, type Selection } from './selection.ts';
import type { Tally } from './tally.ts';

interface Sums {
  deals: number;
  amount: number;
}

const sums = (): Sums => ({ deals: 0, amount: 0 });

function add(to: Sums, amount: number): void {
  to.deals++;
  to.amount += amount;
}

const emptySums = () => ({
  all: sums(),
  answered: sums(),
  sourced: sums(),
  influenced: sums(),
  proposed: sums(),
});
type PipelineSums = ReturnType<typeof emptySums>;

/** More pipeline (K01 to K05): what partners brought to, or touched in, the deals created in the period. */
export function pipelineKpis(asked: Asked, { lastConfirmed }: Foundations): Tally<Kpi[]> {
  const of = emptySums();
  const { programArm, question } = asked;
  return {
    add: (selection) => addPipeline(of, selection),
    finish: () => {
      if (programArm === 'partner') return ownPipeline(of, asked);
      const active = activePartners(lastConfirmed.finish(), question.asOf);
      return [...ownPipeline(of, asked), ...pipelineShares(of, asked, active)];
    },
  };
}

function addPipeline(of: PipelineSums, selection: Selection): void {
  const { columns, rows, dealClass, confirmed, answered, inCreated } = selection;
  for (let at = 0; at < rows.length; at++) {
    if (inCreated[at] === 0) continue;
    const amount = summed(columns, rows[at]!);
    add(of.all, amount);
    if (answered[at] === 1) add(of.answered, amount);
    if (dealClass[at] === 0) continue;
    add(dealClass[at] === sourcedClass ? of.sourced : of.influenced, amount);
    if (confirmed[at] === 0) add(of.proposed, amount);
  }
}

const attachedOf = ({ sourced, influenced }: PipelineSums): Sums => ({
  deals: sourced.deals + influenced.deals,
  amount: sourced.amount + influenced.amount,
});

function ownPipeline(of: PipelineSums, { programArm }: Asked): Kpi[] {
  const attached = attachedOf(of);
  return [
    valued('K01', programArm, of.sourced.amount, of.sourced.deals),
    valued('K02', programArm, of.influenced.amount, of.influenced.deals),
    valued('K03.pipeline', programArm, attached.amount, attached.deals),
    counted('K03.proposed', programArm, of.proposed.deals),
  ];
}

function pipelineShares(of: PipelineSums, { programArm }: Asked, active: number): Kpi[] {
  const { all, answered, sourced } = of;
  const attached = attachedOf(of);
  return [
    rate('K03', programArm, attached.deals, answered.deals),
    portion('K03.amount', programArm, attached.amount, answered.amount, answered.deals),
    portion('K04', programArm, attached.amount, all.amount, all.deals),
    portion('K04.sourced', programArm, sourced.amount, all.amount, all.deals),
    active === 0
      ? unvalued('K05', programArm, 'no_denominator')
      : valued('K05', programArm, sourced.deals / active, active),
  ];
}
