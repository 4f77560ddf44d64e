import type { Columns } from '../columns.ts';
import { baseFigures } from './base.ts';
import { creditKpis } from './concentration.ts';
import { cycleKpis } from './cycle.ts';
import { dealSizeKpis } from './deal-size.ts';
import type { Kpi } from './kpi.ts';
import { logoKpis } from './logos.ts';
import { maturityKpis } from './maturity.ts';
import { pipelineKpis } from './pipeline.ts';
import { qualityKpis } from './quality.ts';
import type { Question } from './question.ts';
import { select, type Selection } from './selection.ts';
import { winRateKpis } from './win-rate.ts';

/** Every family reads the same selection; each is one pass over its rows for all arms. */
const families: readonly ((selection: Selection) => Kpi[])[] = [
  baseFigures,
  pipelineKpis,
  logoKpis,
  cycleKpis,
  winRateKpis,
  dealSizeKpis,
  creditKpis,
  maturityKpis,
  qualityKpis,
];

/** All KPIs of a selection, in the order of the catalogue's families. */
export const kpisOf = (selection: Selection): Kpi[] => families.flatMap((family) => family(selection));

/** All KPIs of the portfolio, for all deals and per arm: with partners, explicitly without, unanswered. */
export const portfolioKpis = (columns: Columns, question: Question): Kpi[] =>
  kpisOf(select(columns, question));
