import { isWon } from '../columns/deal-columns.ts';
import { yearDays } from './active-partners.ts';
import { summed } from './amount.ts';
import { creditByPartner, creditOf } from './credit-by-partner.ts';
import type { Kpi } from './kpi.ts';
import { unvalued, valued } from './kpi-of.ts';
import type { Question } from './question.ts';
import { inPeriod, noneArm, type Selection } from './selection.ts';

const incrementalities = [100, 70, 40] as const;

/**
 * Return on the program's cost (K43 to K45). Costs are per year and taken for the days of the period; a period without
 * a first day is the twelve months up to its last. Credited is not incremental, so the ROI stands at 100, 70 and 40 %.
 * Example: 1,000,000 credited at a margin of 0.7 and a cost of 200,000 make an ROI of 2.5.
 */
export function returnKpis(whole: Selection): Kpi[] {
  const { programCostMinor, grossMargin, directCostMinor } = whole.question.settings;
  const { question, share } = costedPeriod(whole.question);
  const arm = whole.programArm;
  const cost = (programCostMinor ?? 0) * share;
  const direct = (directCostMinor ?? 0) * share;
  const selection = inPeriod(whole, question);
  const roi = incrementalities.map((percent) => `K43.${percent}` as const);
  const returns =
    cost > 0 && grossMargin !== null
      ? ofMargin(selection, grossMargin, cost)
      : [...roi, 'K44' as const].map((id) => unvalued(id, arm, 'no_cost'));
  return [...returns, partnerCost(selection, cost), directCost(selection, direct)];
}

function costedPeriod(question: Question): { question: Question; share: number } {
  const to = Math.min(question.to ?? question.asOf, question.asOf);
  const from = question.from ?? to - yearDays + 1;
  return { question: { ...question, from, to }, share: Math.max(0, to - from + 1) / yearDays };
}

function ofMargin(selection: Selection, grossMargin: number, cost: number): Kpi[] {
  const { credited, uniqueDeals } = creditByPartner(selection);
  const margin = sumOf(credited) * grossMargin;
  return [
    ...incrementalities.map((percent) =>
      valued(`K43.${percent}`, selection.programArm, ((percent / 100) * margin - cost) / cost, uniqueDeals),
    ),
    valued('K44', selection.programArm, margin - cost, uniqueDeals),
  ];
}

function partnerCost(selection: Selection, cost: number): Kpi {
  if (cost <= 0) return unvalued('K45', selection.programArm, 'no_cost');
  const isNew = newBusiness(selection);
  const { credited, uniqueDeals } = creditOf(selection, isNew);
  const revenue = sumOf(credited);
  return revenue === 0
    ? unvalued('K45', selection.programArm, 'no_amounts', uniqueDeals)
    : valued('K45', selection.programArm, cost / revenue, uniqueDeals);
}

function directCost(selection: Selection, cost: number): Kpi {
  if (cost <= 0) return unvalued('K45.direct', selection.programArm, 'no_cost');
  const { columns, rows, outcome, arm, inClosed, programArm } = selection;
  const isNew = newBusiness(selection);
  let deals = 0;
  let revenue = 0;
  for (let at = 0; at < rows.length; at++) {
    if (inClosed[at] === 0 || outcome[at] !== isWon || arm[at] !== noneArm || !isNew(rows[at]!)) continue;
    deals++;
    revenue += summed(columns, rows[at]!);
  }
  return revenue === 0
    ? unvalued('K45.direct', programArm, 'no_amounts', deals)
    : valued('K45.direct', programArm, cost / revenue, deals);
}

/** HubSpot's own values of `dealtype`: newbusiness and existingbusiness. A deal without a type counts as new. */
function newBusiness({ columns }: Selection): (row: number) => boolean {
  const existing = columns.dictionaries.dealTypes.codeOf('existingbusiness');
  return (row) => existing < 0 || columns.deals.dealType[row] !== existing;
}

const sumOf = (amounts: Float64Array): number => amounts.reduce((sum, amount) => sum + amount, 0);
