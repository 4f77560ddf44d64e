import type { Columns } from '../columns.ts';
import { activationKpis } from './activation.ts';
import { baseFigures } from './base.ts';
import { comparisonKpis } from './comparison-kpis.ts';
import { comparisonAt, type FairComparison } from './comparison-of.ts';
import { creditKpis } from './concentration.ts';
import { cycleKpis } from './cycle.ts';
import { dealSizeKpis } from './deal-size.ts';
import { excludedOf, type Excluded } from './excluded.ts';
import { fullStackKpis, multiPartnerKpis } from './full-stack-kpis.ts';
import type { Kpi } from './kpi.ts';
import { ladderMoves } from './ladder.ts';
import { lifeCycleKpis, lifeCycleMatrixOf, type PartnerCoverage } from './life-cycle-coverage.ts';
import { lossKpis } from './losses.ts';
import { logoKpis } from './logos.ts';
import { maturityKpis, tierMixOf, type TierMixMonth } from './maturity.ts';
import { openPipelineKpis } from './open-pipeline.ts';
import { standingsOf, type PartnerRow } from './partner-standings.ts';
import { pipelineKpis } from './pipeline.ts';
import { qualityKpis } from './quality.ts';
import type { Question } from './question.ts';
import { returnKpis } from './return-on-cost.ts';
import { segmentKpis } from './segments.ts';
import { select, type Selection } from './selection.ts';
import { stageFlowKpis } from './stage-flow.ts';
import { tagQualityKpis } from './tag-quality.ts';
import { velocityKpis } from './velocity.ts';
import { winRateKpis } from './win-rate.ts';

/** Every family reads the same selection; each is one pass over its rows for all arms. */
const families: readonly ((selection: Selection) => Kpi[])[] = [
  baseFigures,
  pipelineKpis,
  openPipelineKpis,
  stageFlowKpis,
  lossKpis,
  logoKpis,
  segmentKpis,
  cycleKpis,
  winRateKpis,
  dealSizeKpis,
  multiPartnerKpis,
  fullStackKpis,
  creditKpis,
  maturityKpis,
  lifeCycleKpis,
  qualityKpis,
  tagQualityKpis,
];

/** All KPIs of a selection. */
export function kpisOf(selection: Selection): Kpi[] {
  const figures = families.flatMap((family) => family(selection));
  return [...figures, ...velocityKpis(selection, figures)];
}

/** All KPIs of the portfolio, for all deals and per arm: with partners, explicitly without, unanswered. */
export const portfolioKpis = (columns: Columns, question: Question): Kpi[] =>
  portfolioOf(select(columns, question));

const programFamilies = [comparisonKpis, activationKpis, ladderMoves, returnKpis];

const portfolioOf = (selection: Selection): Kpi[] => [
  ...kpisOf(selection),
  ...programFamilies.flatMap((family) => family(selection)),
];

export interface PortfolioFigures {
  readonly kpis: Kpi[];
  readonly partners: PartnerRow[];
  readonly tierMix: TierMixMonth[];
  readonly excluded: Excluded[];
  readonly lifeCycle: PartnerCoverage[];
  /** Null where no landmark is chosen, or no deal has a dated entry to it. */
  readonly comparison: FairComparison | null;
}

/** Everything that the portfolio page shows, from one selection: cheaper than asking for each alone. */
export function portfolioFigures(columns: Columns, question: Question): PortfolioFigures {
  const selection = select(columns, question);
  return {
    kpis: portfolioOf(selection),
    partners: standingsOf(selection),
    tierMix: tierMixOf(selection),
    excluded: excludedOf(selection),
    lifeCycle: lifeCycleMatrixOf(selection),
    comparison: comparisonAt(selection),
  };
}
