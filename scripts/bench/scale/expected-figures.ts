import { columnsOf } from '#domain/columns';
import { dayOf } from '#domain/day';
import { portfolioFigures } from '#domain/kpis/portfolio';
import type { DealRow } from '#domain/rows';
import { questionOf } from '#usecases/portfolio-question';
import type { SyntheticPortfolio } from '../synthetic-portfolio.ts';
import type { Account } from './account.ts';
import { changedRow, type Amounts } from './changes.ts';

function* changedDeals({ deals, syntheticDeals }: SyntheticPortfolio, amounts: Amounts): Iterable<DealRow> {
  let place = 0;
  for (const row of syntheticDeals(0, deals)) yield changedRow(row, amounts.get(place++));
}

/** The figures straight from the rows: no CRM, no store, no segments. */
export function expectedFigures(
  portfolio: SyntheticPortfolio,
  amounts: Amounts,
  { clock, pipelines }: Account,
): unknown {
  const columns = columnsOf({
    deals: changedDeals(portfolio, amounts),
    involvements: portfolio.syntheticInvolvements(0, portfolio.deals),
    companies: portfolio.syntheticCompanies(),
  });
  const question = questionOf({}, portfolio.question.settings, dayOf(clock.now), pipelines);
  return JSON.parse(JSON.stringify(portfolioFigures(columns, question)));
}

/** Sums of fractions may come out in another order, never the counts and amounts. */
const tolerance = 1e-9;

const near = (one: number, other: number): boolean =>
  one === other || Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));

/** Where an answer differs from what is expected; what the answer has beyond that does not matter. */
export function differences(expected: unknown, answer: unknown, at = ''): string[] {
  if (typeof expected === 'number' && typeof answer === 'number') {
    return near(expected, answer) ? [] : [`${at}: ${answer}, not ${expected}`];
  }
  if (typeof expected !== 'object' || expected === null || typeof answer !== 'object' || answer === null) {
    return expected === answer ? [] : [`${at}: ${JSON.stringify(answer)}, not ${JSON.stringify(expected)}`];
  }
  if (Array.isArray(expected) && expected.length !== (answer as unknown[]).length) {
    return [`${at}: ${(answer as unknown[]).length} entries, not ${expected.length}`];
  }
  return Object.entries(expected).flatMap(([name, value]) =>
    value === undefined ? [] : differences(value, (answer as Record<string, unknown>)[name], `${at}.${name}`),
  );
}
