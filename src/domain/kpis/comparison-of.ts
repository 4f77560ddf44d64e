import type { Columns } from '../columns.ts';
import { compareArms, type Comparison } from '../comparison/compare-arms.ts';
import type { LandmarkExclusions } from '../comparison/landmark-sorting.ts';
import type { StratumFactor } from '../settings.ts';
import { geometricMeanRatio } from '../stats/geometric-mean-ratio.ts';
import type { Estimate } from '../stats/newcombe.ts';
import { lifeCycleStageLabels } from '../vocabulary.ts';
import { landmarkArms, type LandmarkArms, type LandmarkPoint } from './landmark-arms.ts';
import type { Question } from './question.ts';
import type { Asked } from './selection.ts';
import { factorNames, strataOf, type Factor, type Strata } from './strata-of.ts';
import { answerOf, type Tally } from './tally.ts';

export interface ComparisonChoice {
  /** Deal stage id; absent means the landmark of the question. */
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
 * Deals with a partner against deals without, at the landmark and within strata. Null where no landmark is chosen, or
 * no deal has got to it: entry dates that are not recorded are not guessed.
 */
export const comparisonOf = (
  columns: Columns,
  question: Question,
  choice: ComparisonChoice = {},
): FairComparison | null => answerOf((asked) => comparisonTally(asked, choice), columns, question);

export function comparisonTally(asked: Asked, choice: ComparisonChoice = {}): Tally<FairComparison | null> {
  const { labels, settings } = asked.question;
  const { lifeCycleOf, strata: chosen } = settings;
  const point = pointOf(asked.question, choice);
  if (point === null) return { add: () => undefined, finish: () => null };
  const stageName = (id: string): string => {
    const mapped = lifeCycleOf[id];
    return labels?.stages[id] ?? (mapped === undefined ? id : lifeCycleStageLabels[mapped]);
  };
  const names = { stage: stageName, pipeline: (id: string) => labels?.pipelines[id] ?? id };
  const factors: readonly Factor[] = choice.strata ?? chosen;
  const strata = strataOf('days' in point ? [...factors, 'stage'] : factors, names);
  const arms = landmarkArms(asked, point, strata, choice.unansweredAsNone === true);
  const named = 'days' in point ? `day ${point.days} after creation` : stageName(point.stageId);
  const words = { landmark: choice.landmarkName ?? named, factors, isDay: 'days' in point };
  return { add: arms.add, finish: () => comparisonFrom(arms.finish(), strata, words) };
}

function pointOf({ settings, landmarkDay }: Question, { landmark }: ComparisonChoice): LandmarkPoint | null {
  if (landmark === undefined && landmarkDay !== undefined) return { days: landmarkDay };
  const stageId = landmark === undefined ? settings.landmarkStage : landmark;
  return stageId === null ? null : { stageId };
}

interface Words {
  readonly landmark: string;
  readonly factors: readonly Factor[];
  readonly isDay: boolean;
}

const stagesUnknown =
  'No stage dates are recorded, so deals are not compared within the stage of that day. Where partners join deals that are already advanced, this makes them look better.';

function comparisonFrom(
  { landmark, sizes, inKnownStage }: LandmarkArms,
  strata: Strata,
  { landmark: name, factors, isDay }: Words,
): FairComparison | null {
  if (landmark.reached === 0) return null;
  const adjusted: readonly Factor[] = inKnownStage > 0 ? [...factors, 'stage'] : factors;
  const wording = { landmark: name, isDay, adjustedFor: adjusted.map((factor) => factorNames[factor]) };
  const comparison = compareArms(landmark, wording);
  return {
    ...comparison,
    notes: isDay && inKnownStage === 0 ? [...comparison.notes, stagesUnknown] : comparison.notes,
    excluded: landmark.excluded,
    stratumNames: strata.names,
    sizeRatio: geometricMeanRatio(sizes.partner, sizes.none),
  };
}
