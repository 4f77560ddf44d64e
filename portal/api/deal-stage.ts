import type { ObjectType, Pipeline, Stage } from '../store/catalog-types.ts';
import type { Properties } from '../store/records.ts';
import type { ValueError } from './refusal.ts';

export interface StagePlace {
  pipeline: Pipeline;
  stage: Stage;
}

/** Where a stage id lies; ids are unique over the pipelines of a type unless a pipeline is named. */
export function placeOf(
  type: ObjectType,
  stageId: string | undefined,
  pipelineId?: string,
): StagePlace | null {
  if (stageId === undefined) return null;
  for (const pipeline of type.pipelines) {
    if (pipeline.archived || (pipelineId !== undefined && pipeline.id !== pipelineId)) continue;
    const stage = pipeline.stages.find(({ id, archived }) => id === stageId && !archived);
    if (stage) return { pipeline, stage };
  }
  return null;
}

/** Fills in the pipeline of a stage, and tells what is wrong with the two. */
export function settleStage(type: ObjectType, deal: Properties): ValueError | null {
  const { pipeline, dealstage } = deal;
  const known = type.pipelines.filter(({ archived }) => !archived);
  if (pipeline !== undefined && !known.some(({ id }) => id === pipeline)) {
    const message = `${pipeline} was not one of the allowed pipelines: [${known.map(({ id }) => id).join(', ')}]`;
    return { name: 'pipeline', code: 'INVALID_OPTION', message };
  }
  if (dealstage === undefined) return null;
  const place = placeOf(type, dealstage, pipeline);
  if (!place) {
    const stages = known
      .filter(({ id }) => pipeline === undefined || id === pipeline)
      .flatMap((one) => one.stages.map(({ id }) => id));
    const message = `${dealstage} was not one of the allowed options: [${stages.join(', ')}]`;
    return { name: 'dealstage', code: 'INVALID_OPTION', message };
  }
  deal['pipeline'] = place.pipeline.id;
  return null;
}
