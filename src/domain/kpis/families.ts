import { baseFigures } from './base.ts';
import { creditKpis } from './concentration.ts';
import { coverageKpis } from './coverage.ts';
import { cycleKpis } from './cycle.ts';
import { dealSizeKpis } from './deal-size.ts';
import { founded, type Foundations } from './foundations.ts';
import { fullStackKpis } from './full-stack-kpis.ts';
import type { Kpi } from './kpi.ts';
import { lifeCycleKpis } from './life-cycle-coverage.ts';
import { logoKpis } from './logos.ts';
import { lossKpis } from './losses.ts';
import { maturityKpis } from './maturity.ts';
import { openPipelineKpis } from './open-pipeline.ts';
import { pipelineKpis } from './pipeline.ts';
import { qualityKpis, tagQualityKpis } from './quality.ts';
import { segmentKpis } from './segments.ts';
import type { Asked, Selection } from './selection.ts';
import { stageFlowKpis } from './stage-flow.ts';
import { tallied, type Tally } from './tally.ts';
import { velocityKpis } from './velocity.ts';
import { winRateKpis } from './win-rate.ts';

type Family = (asked: Asked, foundations: Foundations) => Tally<Kpi[]>;

/** Every family reads the same selections, each in one pass over their rows for all arms, or what others have tallied. */
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
  fullStackKpis,
  creditKpis,
  maturityKpis,
  lifeCycleKpis,
  qualityKpis,
  tagQualityKpis,
];

/** Those that the value map shows nothing of. */
const notMapped: readonly Family[] = [coverageKpis, creditKpis, maturityKpis, qualityKpis];

/** All KPIs of the deals that are fed to it. */
export const kpisTally = (asked: Asked, foundations: Foundations): Tally<Kpi[]> =>
  tallyOf(families, asked, foundations);

/** The KPIs that the value map chooses from. */
export const mappedTally = (asked: Asked, foundations: Foundations): Tally<Kpi[]> =>
  tallyOf(
    families.filter((family) => !notMapped.includes(family)),
    asked,
    foundations,
  );

function tallyOf(chosen: readonly Family[], asked: Asked, foundations: Foundations): Tally<Kpi[]> {
  const tallies = chosen.map((family) => family(asked, foundations));
  const velocity = velocityKpis(asked, foundations);
  return {
    add: (selection) => {
      for (const tally of tallies) tally.add(selection);
    },
    finish: () => {
      const figures = tallies.flatMap((tally) => tally.finish());
      return [...figures, ...velocity.finish()(figures)];
    },
  };
}

/** All KPIs of a selection. */
export const kpisOf = (selection: Selection): Kpi[] => tallied(founded(kpisTally), selection);
