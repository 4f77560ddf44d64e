import type { Pipeline, Stage } from '../store/catalog-types.ts';
import type { Crm } from './crm.ts';
import { isoOf } from './crm.ts';
import { typeOfCall } from './object-types.ts';
import {
  addStageProperties,
  isUsed,
  liveStages,
  newStage,
  pipelineOf,
  pipelinesAt,
  stageInput,
  stageMetadata,
} from './pipelines.ts';
import { invalid, notFound } from './refusal.ts';
import { bodyAs, created, noContent, ok, param, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';

function stageOf(pipeline: Pipeline, id: string): Stage {
  const found = pipeline.stages.find((stage) => stage.id === id && !stage.archived);
  if (!found) throw notFound(`Stage ${id} does not exist in pipeline ${pipeline.id}`);
  return found;
}

const pipelineOfCall = (crm: Crm, call: Call): Pipeline =>
  pipelineOf(typeOfCall(crm, call), param(call, 'pipelineId'));

function create(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const stage = newStage(crm, type, bodyAs(stageInput, call));
  pipelineOfCall(crm, call).stages.push(stage);
  addStageProperties(type, stage);
  crm.store.catalog.saveType(type);
  return created(stage);
}

/** Deals keep what was calculated for them until they are written again. */
function update(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const stage = stageOf(pipelineOfCall(crm, call), param(call, 'stageId'));
  const { metadata, ...changes } = bodyAs(stageInput.omit({ stageId: true }).partial(), call);
  Object.assign(stage, changes, { updatedAt: isoOf(crm.now()) });
  if (metadata && Object.keys(metadata).length > 0) {
    stage.metadata = stageMetadata(type, { ...stage.metadata, ...metadata });
  }
  crm.store.catalog.saveType(type);
  return ok(stage);
}

function remove(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const pipeline = pipelineOfCall(crm, call);
  const stage = stageOf(pipeline, param(call, 'stageId'));
  if (isUsed(crm, type, 'dealstage', stage.id)) {
    throw invalid(`Stage ${stage.id} is in use`, { subCategory: 'STAGE_ID_IN_USE' });
  }
  pipeline.stages.splice(pipeline.stages.indexOf(stage), 1);
  crm.store.catalog.saveType(type);
  return noContent;
}

const stages = pipelinesAt.map((path) => `${path}/{pipelineId}/stages`);
const one = stages.map((path) => `${path}/{stageId}`);

export const stageRoutes = (crm: Crm): Route[] => [
  ...routesAt('GET', stages, 'general', 'pipelines.read', (call) =>
    ok({ results: liveStages(pipelineOfCall(crm, call)) }),
  ),
  ...routesAt('POST', stages, 'general', 'pipelines.write', (call) => create(crm, call)),
  ...routesAt('GET', one, 'general', 'pipelines.read', (call) =>
    ok(stageOf(pipelineOfCall(crm, call), param(call, 'stageId'))),
  ),
  ...routesAt('PATCH', one, 'general', 'pipelines.write', (call) => update(crm, call)),
  ...routesAt('DELETE', one, 'general', 'pipelines.write', (call) => remove(crm, call)),
];
