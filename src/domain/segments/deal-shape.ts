import type { DealRow } from '../rows.ts';
import { partnerAnswers } from '../vocabulary.ts';
import { missing } from '../columns/minute.ts';
import type { ListColumn } from './dictionaries.ts';
import { damaged } from './segment-unreadable.ts';

export const outcomes = ['open', 'won', 'lost'] as const;

/** Which values a deal has at all. */
export const hasCreated = 1;
export const hasClose = 2;
export const hasAmount = 4;
export const hasWeighted = 8;
export const hasLossReason = 16;

/** Parts of a path's step: where the deal has both, an entry and a time. */
export const hasEntry = 1;
export const hasSpent = 2;

/** One deal stage of a deal; minutes, `missing` where the CRM states none. */
export interface Entry {
  readonly stage: number;
  readonly minute: number;
  readonly spent: number;
}

/**
 * What deals have in common: a segment has some dozen shapes, so one small code per deal says outcome, answer, pipeline,
 * stage, which stages it passed in which order, and which values it has. Stages and pipelines are places in the
 * segment's dictionaries. The path of shape s is the steps from pathStart[s] up to pathStart[s + 1].
 */
export interface DealShapes {
  readonly size: number;
  readonly outcome: Uint8Array;
  readonly answer: Uint8Array;
  readonly foreign: Uint8Array;
  readonly has: Uint8Array;
  readonly pipeline: Int32Array;
  readonly stage: Int32Array;
  readonly pathStart: Int32Array;
  readonly stepStage: Int32Array;
  readonly stepHas: Uint8Array;
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

/** Numbers before the path in the list of a shape. */
const heading = 6;

export function toShapes(lists: ListColumn, pipelines: number, stages: number): DealShapes {
  const { size, start, items } = lists;
  const shapes = emptyShapes(size, items.length);
  let step = 0;
  for (let shape = 0; shape < size; shape++) {
    const first = start[shape]!;
    shapes.outcome[shape] = within(outcomes.length, items[first]);
    shapes.answer[shape] = within(partnerAnswers.length, items[first + 1]);
    shapes.foreign[shape] = within(2, items[first + 2]);
    shapes.has[shape] = within(hasLossReason * 2, items[first + 3]);
    shapes.pipeline[shape] = within(pipelines, items[first + 4]);
    shapes.stage[shape] = within(stages, items[first + 5]);
    if (first + heading > start[shape + 1]!) throw damaged('a shape is too short');
    for (let at = first + heading; at < start[shape + 1]!; at++) {
      const code = within(stages * 4, items[at]);
      shapes.stepStage[step] = code >> 2;
      // A step without a date would be a stage that the deal never saw.
      if ((shapes.stepHas[step++] = code & 3) === 0) throw damaged('a step is empty');
    }
    shapes.pathStart[shape + 1] = step;
  }
  return shapes;
}

const emptyShapes = (size: number, steps: number): DealShapes => ({
  size,
  outcome: new Uint8Array(size),
  answer: new Uint8Array(size),
  foreign: new Uint8Array(size),
  has: new Uint8Array(size),
  pipeline: new Int32Array(size),
  stage: new Int32Array(size),
  pathStart: new Int32Array(size + 1),
  stepStage: new Int32Array(steps),
  stepHas: new Uint8Array(steps),
});

function within(size: number, code: number | undefined): number {
  if (code === undefined || !(code < size)) throw damaged('a shape names what does not exist');
  return code;
}
