import type { Columns, SharedColumns } from '../columns.ts';
import { activationKpis } from './activation.ts';
import { comparisonKpis } from './comparison-kpis.ts';
import { comparisonTally, type FairComparison } from './comparison-of.ts';
import { excludedTally, type Excluded } from './excluded.ts';
import { kpisTally } from './families.ts';
import { founded, foundationsOf, type Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { ladderMoves } from './ladder.ts';
import { lifeCycleMatrixTally, type PartnerCoverage } from './life-cycle-coverage.ts';
import { tierMixTally, type TierMixMonth } from './maturity.ts';
import { standingsTally, type PartnerRow } from './partner-standings.ts';
import type { Question } from './question.ts';
import { returnKpis } from './return-on-cost.ts';
import { askedOf, select, selector, type Asked } from './selection.ts';
import { tallied, type Tally } from './tally.ts';
import { valueMapTally, type ValueMapCell } from './value-map.ts';

export interface PortfolioFigures {
  readonly kpis: Kpi[];
  readonly partners: PartnerRow[];
  readonly tierMix: TierMixMonth[];
  readonly excluded: Excluded[];
  readonly lifeCycle: PartnerCoverage[];
  /** Null where no landmark is chosen, or no deal has a dated entry to it. */
  readonly comparison: FairComparison | null;
  readonly valueMap: ValueMapCell[];
}

export interface PortfolioTally {
  /** Takes the next chunk, in the order of deal ids. Nothing of it is kept. */
  readonly add: (chunk: Columns) => void;
  /** The figures of the chunks so far; `moreOrphans`: involvements of deals that no chunk holds. */
  readonly finish: (moreOrphans?: number) => PortfolioFigures;
}

/** Everything that the portfolio page shows, from one pass over the chunks of a portfolio. */
export function portfolioTally(question: Question, shared: SharedColumns): PortfolioTally {
  const selected = selector(question);
  const asked = askedOf(shared, question);
  const foundations = foundationsOf(asked);
  const comparison = comparisonTally(asked);
  const tables = {
    kpis: allKpis(asked, foundations),
    partners: standingsTally(asked, foundations),
    tierMix: tierMixTally(asked, foundations),
    lifeCycle: lifeCycleMatrixTally(asked),
    excluded: excludedTally(asked, foundations),
    valueMap: valueMapTally(asked, foundations),
  };
  const tallies = [foundations, comparison, ...Object.values(tables)];
  return {
    add: (chunk) => {
      const selection = selected(chunk);
      for (const tally of tallies) tally.add(selection);
    },
    finish: (moreOrphans) => {
      const compared = comparison.finish();
      return {
        kpis: tables.kpis.finish()(compared),
        partners: tables.partners.finish(),
        tierMix: tables.tierMix.finish(),
        excluded: tables.excluded.finish()(moreOrphans),
        lifeCycle: tables.lifeCycle.finish(),
        comparison: compared,
        valueMap: tables.valueMap.finish(),
      };
    },
  };
}

/** All KPIs, with those of the program and of the comparison, which is made once. */
function allKpis(
  asked: Asked,
  foundations: Foundations,
): Tally<(comparison: FairComparison | null) => Kpi[]> {
  const plain = kpisTally(asked, foundations);
  const program = [activationKpis, ladderMoves, returnKpis].map((family) => family(asked, foundations));
  return {
    add: (selection) => [plain, ...program].forEach((tally) => tally.add(selection)),
    finish: () => (comparison) => [
      ...plain.finish(),
      ...comparisonKpis(comparison),
      ...program.flatMap((tally) => tally.finish()),
    ],
  };
}

/** Everything that the portfolio page shows, of a portfolio in one chunk. */
export function portfolioFigures(columns: Columns, question: Question): PortfolioFigures {
  const tally = portfolioTally(question, columns);
  tally.add(columns);
  return tally.finish();
}

/** All KPIs of a portfolio in one chunk, for all deals and per arm: with partners, explicitly without, unanswered. */
export function portfolioKpis(columns: Columns, question: Question): Kpi[] {
  const selection = select(columns, question);
  return tallied(founded(allKpis), selection)(tallied(comparisonTally, selection));
}
