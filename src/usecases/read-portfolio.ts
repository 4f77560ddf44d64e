import type { Portfolio, ReadPortfolioInput } from '#contract/read-portfolio';
import type { Columns } from '#domain/columns';
import { dayOf } from '#domain/day';
import { secondModelOf } from '#domain/kpis/credit-by-partner';
import { portfolioFigures } from '#domain/kpis/portfolio';
import type { Question } from '#domain/kpis/question';
import type { Crm, Pipeline } from './crm.ts';
import { readPortfolioColumns } from './portfolio-columns.ts';
import { comparisonReply } from './portfolio-comparison.ts';
import { offeredBy } from './portfolio-offered.ts';
import { questionOf } from './portfolio-question.ts';

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
  const question = questionOf(input, settings, dayOf(call.now), pipelines);
  const { columns, coverage } = await readPortfolioColumns(crm, question.settings, { until, pipelines });
  return {
    asOf: new Date(call.now).toISOString(),
    coverage,
    freshness: { kind: 'live' },
    ...portfolioReply(columns, question, pipelines),
  };
}

/** What the page, the terminal and the report all show: everything but when and of how many deals. */
export type PortfolioReply = Omit<Portfolio, 'asOf' | 'coverage' | 'freshness'>;

export function portfolioReply(
  columns: Columns,
  question: Question,
  pipelines: readonly Pipeline[],
): PortfolioReply {
  const figures = portfolioFigures(columns, question);
  const { settings } = question;
  return {
    ...figures,
    currency: settings.homeCurrency,
    ...comparisonReply(figures.comparison, question, pipelines),
    creditModels: [settings.creditModel, secondModelOf(question)],
    pipelines: pipelines.map(({ id, label }) => ({ id, label })),
    offered: offeredBy(columns, pipelines),
  };
}
