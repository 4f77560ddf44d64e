import { keyOf } from './headings.ts';
import { toYesNo } from './words.ts';
import type { NamedStage } from './dataset.ts';

/** How a deal's row says that it ended; null where the row does not say and the stage's own setting decides. */
export type NamedOutcome = 'open' | 'won' | 'lost' | null;

const isTrue = (text: string): boolean => toYesNo(text) === true || Number(text) === 1;

/**
 * The columns "Is closed" and "Is Closed Won" decide where the export has them,
 * else the words won and lost in the name of the stage.
 */
export function outcomeOf(stage: string, textOf: (property: string) => string): NamedOutcome {
  const [won, lost, closed] = [
    textOf('hs_is_closed_won'),
    textOf('hs_is_closed_lost'),
    textOf('hs_is_closed'),
  ];
  if (isTrue(won)) return 'won';
  if (isTrue(lost)) return 'lost';
  if (closed !== '') return isTrue(closed) ? (won === '' ? wordOutcomeOf(stage) : 'lost') : 'open';
  return wordOutcomeOf(stage);
}

/** What the name of a stage says: won, lost, or nothing. */
export function wordOutcomeOf(stage: string): NamedOutcome {
  const key = keyOf(stage);
  if (/(^|_)won($|_)|closedwon/.test(key)) return 'won';
  return /(^|_)lost($|_)|closedlost/.test(key) ? 'lost' : null;
}

/** What a column can say of a stage: when a deal entered it, or how long it has been there in all. */
export type StageFact = 'entered' | 'timeIn';

const factHeadings: readonly (readonly [StageFact, RegExp])[] = [
  ['entered', /^hs_(?:v2_)?date_entered_(.+)$/],
  ['entered', /^date entered (.+)$/i],
  ['timeIn', /^hs_v2_cumulative_time_in_(.+)$/],
  ['timeIn', /^cumulative time in (.+)$/i],
];

/**
 * The stage that a column is about, and what it says of it: `hs_v2_date_entered_closedwon`, `Date entered "Closed Won
 * (Sales Pipeline)"`, `Cumulative time in "Talks (Sales Pipeline)"`. The current stage's own column
 * (`hs_v2_date_entered_current_stage`) names no stage.
 */
export function stageFactOf(heading: string): { readonly fact: StageFact; readonly stage: string } | null {
  for (const [fact, pattern] of factHeadings) {
    const named = pattern.exec(heading.trim())?.[1];
    if (named === undefined) continue;
    const stage = named.trim().replace(/^["'“”‘’](.+)["'“”‘’]$/, '$1');
    return keyOf(stage) === 'current_stage' ? null : { fact, stage };
  }
  return null;
}

export interface PortalStage {
  readonly id: string;
  readonly label: string;
  readonly probability: number;
  readonly closed: boolean;
}

export interface PortalPipeline {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly PortalStage[];
}

const same = (one: string, other: string): boolean => keyOf(one) === keyOf(other);

/** `Closed Won (Sales Pipeline)`: HubSpot adds the pipeline where labels repeat. */
const withPipeline = /^(.*?)\s*\(([^()]*)\)$/;

/** The label of a stage, without the pipeline behind it. Example: labelOf('Won (Sales)', 'Sales') is 'Won'. */
export function labelOf(stage: string, pipeline: string): string {
  const match = withPipeline.exec(stage);
  return match?.[1] && same(match[2] ?? '', pipeline) ? match[1] : stage;
}

export interface StagePlace {
  readonly pipeline: PortalPipeline;
  readonly stage: PortalStage;
}

/** Where the portal has a named stage: in the named pipeline, or in the first one that has it when none is named. */
export function placeOf(
  pipelines: readonly PortalPipeline[],
  named: Pick<NamedStage, 'pipeline' | 'stage'>,
): StagePlace | null {
  for (const pipeline of pipelines) {
    if (named.pipeline !== '' && !isPipeline(pipeline, named.pipeline)) continue;
    const label = labelOf(named.stage, pipeline.label);
    const stage = pipeline.stages.find((one) => one.id === named.stage || same(one.label, label));
    if (stage !== undefined) return { pipeline, stage };
  }
  return null;
}

export const isPipeline = ({ id, label }: Pick<PortalPipeline, 'id' | 'label'>, text: string): boolean =>
  id === text || same(label, text);
