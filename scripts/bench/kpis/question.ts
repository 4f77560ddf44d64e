import type { Question } from '#domain/kpis/question';
import { syntheticPortfolio } from '../synthetic-portfolio.ts';

/** What the benchmark asks: everything of all deals, with the costs and the target that some KPIs need. */
export function questionFor(deals: number): Question {
  const { question } = syntheticPortfolio(deals);
  const money = { pipelineTargetMinor: 5e9, programCostMinor: 5e8, directCostMinor: 5e8, grossMargin: 0.7 };
  return { ...question, settings: { ...question.settings, ...money } };
}
