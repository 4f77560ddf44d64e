import { baseFigures } from './base.ts';
import { creditKpis } from './concentration.ts';
import { coverageKpis } from './coverage.ts';
import { cycleKpis } from './cycle.ts';
import { dealSizeKpis } from './deal-size.ts';
import { founded, type Foundations } from './foundations.ts';
import { fullStackKpis, multiPartnerKpis } from './full-stack-kpis.ts';
import type { Kpi } from './kpi.ts';
import { lifeCycleKpis } from './life-cycle-coverage.ts';
import { logoKpis } from './logos.ts';
import { lossKpis } from './losses.ts';
import { maturityKpis } from './maturity.ts';
import { openPipelineKpis } from './open-pipeline.ts';
import { pipelineKpis } from './pipeline.ts';
import { qualityKpis } from './quality.ts';
import { segmentKpis } from './segments.ts';
import type { Asked, Selection } from './selection.ts';
import { stageFlowKpis } from './stage-flow.ts';
import { tagQualityKpis } from './tag-quality.ts';
import { tallied, type Tally } from './tally.ts';
import { velocityKpis } from './velocity.ts';
import { winRateKpis } from './win-rate.ts';

type Family = (asked: Asked, foundations: Foundations) => Tally<Kpi[]>;

/** Every family reads the same selections; each is one pass over their rows for all arms. */
const families: readonly Family[] = [
  baseFigures,
  pipelineKpis,
  coverageKpis,
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

/** All KPIs of the deals that are fed to it. */
export function kpisTally(asked: Asked, foundations: Foundations): Tally<Kpi[]> {
  const tallies = families.map((family) => family(asked, foundations));
  const velocity = velocityKpis(asked);
  return {
    add: (selection) => [...tallies, velocity].forEach((tally) => tally.add(selection)),
    finish: () => {
      const figures = tallies.flatMap((tally) => tally.finish());
      return [...figures, ...velocity.finish()(figures)];
    },
  };
}

/** All KPIs of a selection. */
export const kpisOf = (selection: Selection): Kpi[] => tallied(founded(kpisTally), selection);
