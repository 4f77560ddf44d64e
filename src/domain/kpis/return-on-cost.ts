import { isWon } from '../columns/deal-columns.ts';
import { sumOf } from '../stats/sum.ts';
import { summed } from './amount.ts';
import { costedPeriod, isNewBusiness } from './costed-period.ts';
import type { CreditByPartner } from './credit-by-partner.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { unvalued, valued } from './kpi-of.ts';
import type { Question } from './question.ts';
import { isInPeriod } from './deal-filter.ts';
import { noneArm } from './deal-tags.ts';
import type { Asked, Selection } from './selection.ts';
import type { Tally } from './tally.ts';

const incrementalities = [100, 70, 40] as const;

/**
 * Return on the program's cost (K43 to K45). Costs are per year and taken for the days of the period; a period without
 * a first day is the twelve months up to its last. Credited is not incremental, so the ROI stands at 100, 70 and 40 %.
 * Example: 1,000,000 credited at a margin of 0.7 and a cost of 200,000 make an ROI of 2.5.
 */
export function returnKpis(asked: Asked, foundations: Foundations): Tally<Kpi[]> {
  const { programCostMinor, directCostMinor } = asked.question.settings;
  const { period, share } = costedPeriod(asked.question);
  const credits = foundations.credits();
  const direct = { deals: 0, revenue: 0 };
  return {
    add: (selection) => {
      if (directCostMinor !== null) addDirect(direct, selection, period);
    },
    finish: () => {
      const { costed, costedNew } = credits.finish();
      const cost = (programCostMinor ?? 0) * share;
      return [
        ...ofMargin(asked, cost, costed),
        partnerCost(asked, cost, costedNew),
        directCost(asked, (directCostMinor ?? 0) * share, direct),
      ];
    },
  };
}

function ofMargin({ question, programArm }: Asked, cost: number, credit: CreditByPartner): Kpi[] {
  const { grossMargin } = question.settings;
  const roi = incrementalities.map((percent) => [`K43.${percent}`, percent / 100] as const);
  if (cost <= 0 || grossMargin === null) {
    return [...roi.map(([id]) => id), 'K44' as const].map((id) => unvalued(id, programArm, 'no_cost'));
  }
  const margin = sumOf(credit.credited) * grossMargin;
  return [
    ...roi.map(([id, part]) => valued(id, programArm, (part * margin - cost) / cost, credit.uniqueDeals)),
    valued('K44', programArm, margin - cost, credit.uniqueDeals),
  ];
}

function partnerCost({ programArm }: Asked, cost: number, { credited, uniqueDeals }: CreditByPartner): Kpi {
  if (cost <= 0) return unvalued('K45', programArm, 'no_cost');
  const revenue = sumOf(credited);
  return revenue === 0
    ? unvalued('K45', programArm, 'no_amounts', uniqueDeals)
    : valued('K45', programArm, cost / revenue, uniqueDeals);
}

interface Direct {
  deals: number;
  revenue: number;
}

function addDirect(direct: Direct, { columns, rows, outcome, arm }: Selection, period: Question): void {
  for (let at = 0; at < rows.length; at++) {
    if (outcome[at] !== isWon || arm[at] !== noneArm) continue;
    const row = rows[at]!;
    if (!isInPeriod(period, columns.deals.closeMinute[row]!) || !isNewBusiness(columns, row)) continue;
    direct.deals++;
    direct.revenue += summed(columns, row);
  }
}

function directCost({ programArm }: Asked, cost: number, { deals, revenue }: Direct): Kpi {
  if (cost <= 0) return unvalued('K45.direct', programArm, 'no_cost');
  return revenue === 0
    ? unvalued('K45.direct', programArm, 'no_amounts', deals)
    : valued('K45.direct', programArm, cost / revenue, deals);
}
