import type { Columns } from '../columns.ts';
import { compareArms, type Comparison } from '../comparison/compare-arms.ts';
import type { LandmarkExclusions } from '../comparison/landmark-sorting.ts';
import type { StratumFactor } from '../settings.ts';
import { geometricMeanRatio } from '../stats/geometric-mean-ratio.ts';
import type { Estimate } from '../stats/newcombe.ts';
import { lifeCycleStageLabels } from '../vocabulary.ts';
import { landmarkArms } from './landmark-arms.ts';
import type { Question } from './question.ts';
import { select, type Selection } from './selection.ts';
import { factorNames, strataOf } from './strata-of.ts';

export interface ComparisonChoice {
  /** Deal stage id; absent means that of the settings. */
  readonly landmark?: string | null;
  readonly strata?: readonly StratumFactor[];
  /** The sensitivity check of K25: deals that do not answer stand among those without a partner. */
  readonly unansweredAsNone?: boolean;
  /** Name of the landmark stage for people. */
  readonly landmarkName?: string;
}

export interface FairComparison extends Comparison {
  readonly excluded: LandmarkExclusions;
  /** Name of each stratum, by its number in `byStratum`. */
  readonly stratumNames: readonly string[];
  /** Geometric mean of won amounts, partner over none; not adjusted for strata. */
  readonly sizeRatio: Estimate | null;
}

/**
 * Deals with a partner against deals without, at the entry to the landmark stage and within strata. Null where no
 * landmark is chosen, or no deal has a dated entry to it.
 */
export const comparisonOf = (
  columns: Columns,
  question: Question,
  choice: ComparisonChoice = {},
): FairComparison | null => comparisonAt(select(columns, question), choice);

export function comparisonAt(selection: Selection, choice: ComparisonChoice = {}): FairComparison | null {
  const { columns, question } = selection;
  const { settings } = question;
  const stageId = choice.landmark === undefined ? settings.landmarkStage : choice.landmark;
  const stage = stageId === null ? -1 : columns.dictionaries.stages.codeOf(stageId);
  if (stageId === null || stage < 0) return null;
  const factors = choice.strata ?? settings.strata;
  const strata = strataOf(columns, factors);
  const { landmark, sizes } = landmarkArms(selection, stage, strata, choice.unansweredAsNone === true);
  if (landmark.reached === 0) return null;
  const mapped = settings.lifeCycleOf[stageId];
  const wording = {
    landmark: choice.landmarkName ?? (mapped === undefined ? stageId : lifeCycleStageLabels[mapped]),
    adjustedFor: factors.map((factor) => factorNames[factor]),
  };
  return {
    ...compareArms(landmark, wording),
    excluded: landmark.excluded,
    stratumNames: strata.names,
    sizeRatio: geometricMeanRatio(sizes.partner, sizes.none),
  };
}
