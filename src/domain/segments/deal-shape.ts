import type { DealRow } from '../rows.ts';
import { partnerAnswers } from '../vocabulary.ts';
import { missing } from '../columns/minute.ts';
import { damaged } from './segment-unreadable.ts';

export const outcomes = ['open', 'won', 'lost'] as const;

/** Which values a deal has at all. */
export const hasCreated = 1;
export const hasClose = 2;
export const hasAmount = 4;
export const hasWeighted = 8;
export const hasLossReason = 16;

/** Parts of a path's step: where the deal has both, an entry and a time. */
const hasEntry = 1;
const hasSpent = 2;

/** One deal stage of a deal; minutes, `missing` where the CRM states none. */
export interface Entry {
  readonly stage: number;
  readonly minute: number;
  readonly spent: number;
}

/**
 * What deals have in common: a segment has some dozen shapes, so one small code per deal says outcome, answer, pipeline,
 * stage, which stages it passed in which order, and which values it has. Stages and pipelines are places in the
 * segment's dictionaries.
 */
export interface DealShape {
  readonly outcome: number;
  readonly answer: number;
  readonly foreign: boolean;
  readonly has: number;
  readonly pipeline: number;
  readonly stage: number;
  readonly path: readonly { readonly stage: number; readonly entered: boolean; readonly timed: boolean }[];
}

export function shapeListOf(
  deal: DealRow,
  has: number,
  pipeline: number,
  stage: number,
  entries: readonly Entry[],
): number[] {
  const outcome = outcomes.indexOf(deal.outcome);
  const answer = partnerAnswers.indexOf(deal.answer);
  const path = entries.map(
    (entry) =>
      entry.stage * 4 + (entry.minute === missing ? 0 : hasEntry) + (entry.spent === missing ? 0 : hasSpent),
  );
  return [outcome, answer, deal.foreignAmount ? 1 : 0, has, pipeline, stage, ...path];
}

export function toShape(list: readonly number[], pipelines: number, stages: number): DealShape {
  const [outcome, answer, foreign, has, pipeline, stage, ...path] = list;
  if (
    outcome === undefined ||
    answer === undefined ||
    has === undefined ||
    pipeline === undefined ||
    stage === undefined
  )
    throw damaged('a shape is too short');
  const steps = path.map((step) => ({
    stage: Math.floor(step / 4),
    entered: (step & hasEntry) !== 0,
    timed: (step & hasSpent) !== 0,
  }));
  const known =
    outcome < outcomes.length &&
    answer < partnerAnswers.length &&
    pipeline < pipelines &&
    stage < stages &&
    steps.every((step) => step.stage < stages && (step.entered || step.timed));
  if (!known) throw damaged('a shape names what does not exist');
  return { outcome, answer, foreign: foreign === 1, has, pipeline, stage, path: steps };
}
