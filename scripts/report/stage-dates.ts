import { firstLifeCycleStage } from '#domain/life-cycle';
import type { LifeCycleStage } from '#domain/vocabulary';
import type { Pipeline } from '#usecases/crm';
import { labelOf } from '../import/stages.ts';
import { same } from './flag-values.ts';

/** The deal stages that the file has entry dates for, by id. */
export function datedStagesOf(named: readonly string[], pipelines: readonly Pipeline[]): ReadonlySet<string> {
  const stages = pipelines.flatMap((pipeline) =>
    pipeline.stages.filter(({ id, label }) =>
      named.some((name) => name === id || same(labelOf(name, pipeline.label), label)),
    ),
  );
  return new Set(stages.map(({ id }) => id));
}

/**
 * The first guess of the life-cycle map, for the stages that the file has entry dates for. Without any there is none: a
 * deal that is closed would look as if it had passed every stage.
 */
export function lifeCycleMapOf(
  pipelines: readonly Pipeline[],
  dated: ReadonlySet<string>,
): Readonly<Record<string, LifeCycleStage>> {
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  const entries = stages.flatMap(({ id, outcome, label }) => {
    const stage = firstLifeCycleStage(id, outcome, label);
    const isKnown = dated.has(id) || (outcome === 'won' && dated.size > 0);
    return stage !== null && isKnown ? [[id, stage] as const] : [];
  });
  return Object.fromEntries(entries);
}

const columnOf = (stageId: string, pipelines: readonly Pipeline[]): string => {
  const pipeline = pipelines.find(({ stages }) => stages.some(({ id }) => id === stageId));
  const label = pipeline?.stages.find(({ id }) => id === stageId)?.label ?? stageId;
  return `column hs_v2_date_entered_${stageId} (by label: Date entered "${label} (${pipeline?.label ?? ''})")`;
};

/** Why there is no comparison at a stage without dates. */
export const undatedStage = (stageId: string, pipelines: readonly Pipeline[]): string =>
  `Stage entry dates are not in the file: ${columnOf(stageId, pipelines)} is absent, so there is no moment to compare from. Add it to the export of the deals.`;

/** Why the report has chosen no landmark by itself. */
export function noDefaultLandmark(pipelines: readonly Pipeline[]): string {
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  const evaluate = stages.find(
    ({ id, outcome, label }) => firstLifeCycleStage(id, outcome, label) === 'evaluate',
  );
  return evaluate === undefined
    ? 'No landmark: no deal stage is known to evaluate. Choose one with --landmark stage:<id or label>.'
    : `No landmark: the first stage that evaluates is "${evaluate.label}". ${undatedStage(evaluate.id, pipelines)}`;
}
