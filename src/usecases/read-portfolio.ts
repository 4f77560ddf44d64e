import type { Portfolio, ReadPortfolioInput } from '#contract/read-portfolio';
import { dayOf, toDay } from '#domain/day';
import { portfolioFigures } from '#domain/kpis/portfolio';
import type { Question } from '#domain/kpis/question';
import type { Crm } from './crm.ts';
import { readPortfolioColumns } from './portfolio-columns.ts';

/** Kept back from a function's time for the numbers and the answer. */
const reserveMs = 1_500;

/** The portfolio's numbers over every record, or over as many as the time allows: the coverage says which. */
export async function readPortfolio(
  crm: Crm,
  input: ReadPortfolioInput,
  call: { readonly now: number; readonly deadlineAt: number | null },
): Promise<Portfolio> {
  const [{ settings }, pipelines] = await Promise.all([crm.installed(), crm.pipelines()]);
  const until = call.deadlineAt === null ? null : call.deadlineAt - reserveMs;
  const { columns, coverage } = await readPortfolioColumns(crm, settings, { until, pipelines });
  const asOf = dayOf(call.now);
  const question: Question = {
    asOf,
    from: input.from === undefined ? null : toDay(input.from),
    to: input.to === undefined ? null : toDay(input.to),
    pipelines: input.pipelines?.length ? input.pipelines : settings.pipelines,
    settings,
  };
  return {
    asOf: new Date(call.now).toISOString(),
    currency: settings.homeCurrency,
    coverage,
    pipelines: pipelines.map(({ id, label }) => ({ id, label })),
    ...portfolioFigures(columns, question),
  };
}
