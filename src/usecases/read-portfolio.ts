import type { Portfolio, ReadPortfolioInput } from '#contract/read-portfolio';
import type { Columns, SharedColumns } from '#domain/columns';
import { dayOf } from '#domain/day';
import { secondModelOf } from '#domain/kpis/credit-by-partner';
import { portfolioFigures, portfolioTally, type PortfolioFigures } from '#domain/kpis/portfolio';
import type { Question } from '#domain/kpis/question';
import type { Crm, Owner, Pipeline } from './crm.ts';
import type { PortfolioDoor } from './crm/portfolio.ts';
import { readPortfolioColumns } from './portfolio-columns.ts';
import { comparisonReply } from './portfolio-comparison.ts';
import { offeredBy } from './portfolio-offered.ts';
import { questionOf } from './portfolio-question.ts';
import {
  changesSince,
  firstSegments,
  freshnessOf,
  readStored,
  storedIn,
  unfinishedIn,
  type StoredPortfolio,
} from './stored-portfolio.ts';

/** Kept back from a function's time for the numbers and the answer. */
const reserveMs = 1_500;

interface ReadCall {
  readonly now: number;
  readonly deadlineAt: number | null;
}

/**
 * The portfolio's numbers: from its segments where a refresh has written them, else live, over as many records as the
 * time allows. The coverage says which.
 */
export async function readPortfolio(crm: Crm, input: ReadPortfolioInput, call: ReadCall): Promise<Portfolio> {
  const opened = await crm.portfolio.openPortfolio(firstSegments);
  const until = call.deadlineAt === null ? null : call.deadlineAt - reserveMs;
  const stored = storedIn(opened);
  if (stored) return storedPortfolio(crm.portfolio, stored, input, { ...call, until });
  const { settings } = opened.installed;
  const pipelines = await crm.pipelines();
  const question = questionOf(input, settings, dayOf(call.now), pipelines);
  const { columns, coverage } = await readPortfolioColumns(crm, question.settings, { until, pipelines });
  return {
    asOf: new Date(call.now).toISOString(),
    coverage,
    freshness: { kind: 'live' },
    unfinished: unfinishedIn(opened.head),
    ...portfolioReply(columns, question, pipelines, coverage.complete ? await crm.owners() : []),
  };
}

async function storedPortfolio(
  door: PortfolioDoor,
  stored: StoredPortfolio,
  input: ReadPortfolioInput,
  { now, until }: ReadCall & { readonly until: number | null },
): Promise<Portfolio> {
  const { head, installed } = stored;
  const question = questionOf(input, installed.settings, dayOf(now), head.pipelines);
  const [{ figures, shared, dealsRead, damaged }, pending] = await Promise.all([
    readStored(door, stored, (known) => portfolioTally(question, known), until),
    changesSince(door, head.readFrom, until),
  ]);
  const dealsTotal = head.segments.deals.reduce((sum, { rows }) => sum + rows, 0);
  return {
    asOf: new Date(now).toISOString(),
    coverage: { dealsRead, dealsTotal, complete: damaged === 0 },
    freshness: freshnessOf(head, damaged, pending),
    unfinished: unfinishedIn(head),
    ...replyOf(figures, shared, question, head),
  };
}

/** What the page, the terminal and the report all show: everything but when and of how many deals. */
export type PortfolioReply = Omit<Portfolio, 'asOf' | 'coverage' | 'freshness' | 'unfinished'>;

export function portfolioReply(
  columns: Columns,
  question: Question,
  pipelines: readonly Pipeline[],
  owners: readonly Owner[] = [],
): PortfolioReply {
  return replyOf(portfolioFigures(columns, question), columns, question, { pipelines, owners });
}

function replyOf(
  figures: PortfolioFigures,
  shared: SharedColumns,
  question: Question,
  { pipelines, owners }: { readonly pipelines: readonly Pipeline[]; readonly owners: readonly Owner[] },
): PortfolioReply {
  const { settings } = question;
  return {
    ...figures,
    currency: settings.homeCurrency,
    ...comparisonReply(figures.comparison, question, pipelines),
    creditModels: [settings.creditModel, secondModelOf(question)],
    pipelines: pipelines.map(({ id, label }) => ({ id, label })),
    offered: offeredBy(shared, pipelines, owners),
  };
}
