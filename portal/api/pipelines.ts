import * as z from 'zod';
import { stageProperties } from '../store/defaults/deal-properties.ts';
import type { ObjectType, Pipeline, Stage } from '../store/catalog-types.ts';
import type { Crm } from './crm.ts';
import { isoOf } from './crm.ts';
import { typeOfCall } from './object-types.ts';
import { conflict, invalid, notFound } from './refusal.ts';
import { bodyAs, created, noContent, ok, param, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';
import { textOf } from './search-filters.ts';
import { tableOf } from '../store/records.ts';

/** Ids become part of property names. */
const ownId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,100}$/)
  .optional();

export const stageInput = z.object({
  label: z.string().min(1),
  displayOrder: z.number().int(),
  metadata: z.record(z.string(), z.string()).default({}),
  /** Chosen by HubSpot unless named. */
  stageId: ownId,
});

const pipelineInput = z.object({
  label: z.string().min(1),
  displayOrder: z.number().int(),
  stages: z.array(stageInput),
  pipelineId: ownId,
});
const pipelineChanges = z.object({
  label: z.string().min(1).optional(),
  displayOrder: z.number().int().optional(),
  archived: z.boolean().optional(),
});

/** A deal stage's metadata: the probability decides whether it is closed. */
export function stageMetadata(type: ObjectType, metadata: Record<string, string>): Record<string, string> {
  if (type.id !== '0-3') return metadata;
  const probability = Number(metadata['probability']);
  if (metadata['probability'] === undefined || !(probability >= 0 && probability <= 1)) {
    throw invalid('Deal stages need a probability between 0.0 and 1.0 in their metadata');
  }
  return { ...metadata, isClosed: metadata['isClosed'] ?? String(probability === 0 || probability === 1) };
}

export function newStage(crm: Crm, type: ObjectType, input: z.infer<typeof stageInput>): Stage {
  const { label, displayOrder } = input;
  const id = input.stageId ?? String(crm.store.catalog.nextNumber('stage', 90_000_001));
  if (type.pipelines.some(({ stages }) => stages.some((stage) => stage.id === id))) {
    throw conflict(`A stage with id ${id} already exists`);
  }
  const at = isoOf(crm.now());
  const metadata = stageMetadata(type, input.metadata);
  return { id, label, displayOrder, metadata, archived: false, createdAt: at, updatedAt: at };
}

/** HubSpot keeps a set of properties for each stage. */
export function addStageProperties(type: ObjectType, { id, label }: Stage): void {
  const known = new Set(type.properties.map(({ name }) => name));
  type.properties.push(...stageProperties(id, label).filter(({ name }) => !known.has(name)));
}

export function pipelineOf(type: ObjectType, id: string): Pipeline {
  const found = type.pipelines.find((pipeline) => pipeline.id === id && !pipeline.archived);
  if (!found) throw notFound(`Pipeline ${id} does not exist`);
  return found;
}

export const isUsed = ({ store }: Crm, type: ObjectType, property: string, value: string): boolean =>
  store.records.number(
    `SELECT EXISTS (SELECT 1 FROM ${tableOf(type.id)} WHERE archived_at IS NULL AND ${textOf(property)} = ?) n`,
    [value],
  ) === 1;

const byOrder = (a: { displayOrder: number }, b: { displayOrder: number }) => a.displayOrder - b.displayOrder;

export const liveStages = ({ stages }: Pipeline): Stage[] =>
  stages.filter(({ archived }) => !archived).sort(byOrder);

const toJson = (pipeline: Pipeline) => ({ ...pipeline, stages: liveStages(pipeline) });

function list(crm: Crm, call: Call): Reply {
  const live = typeOfCall(crm, call).pipelines.filter(({ archived }) => !archived);
  return ok({ results: live.sort(byOrder).map(toJson) });
}

function create(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const { label, displayOrder, stages, pipelineId } = bodyAs(pipelineInput, call);
  const id = pipelineId ?? String(crm.store.catalog.nextNumber('pipeline', 70_000_001));
  if (type.pipelines.some((one) => one.id === id || (one.label === label && !one.archived))) {
    throw conflict(`A pipeline "${label}" (${id}) already exists`);
  }
  const at = isoOf(crm.now());
  const made = stages.map((stage) => newStage(crm, type, stage));
  if (new Set(made.map((stage) => stage.id)).size < made.length) throw invalid('Stage ids must be unique');
  const pipeline = { id, label, displayOrder, stages: made, archived: false, createdAt: at, updatedAt: at };
  type.pipelines.push(pipeline);
  for (const stage of made) addStageProperties(type, stage);
  crm.store.catalog.saveType(type);
  return created(toJson(pipeline));
}

function update(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const pipeline = pipelineOf(type, param(call, 'pipelineId'));
  Object.assign(pipeline, bodyAs(pipelineChanges, call), { updatedAt: isoOf(crm.now()) });
  crm.store.catalog.saveType(type);
  return ok(toJson(pipeline));
}

function remove(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const pipeline = pipelineOf(type, param(call, 'pipelineId'));
  if (isUsed(crm, type, 'pipeline', pipeline.id)) {
    throw invalid(`Pipeline ${pipeline.id} is in use`, { subCategory: 'PIPELINE_ID_IN_USE' });
  }
  type.pipelines.splice(type.pipelines.indexOf(pipeline), 1);
  crm.store.catalog.saveType(type);
  return noContent;
}

export const pipelinesAt = ['/crm/pipelines/2026-09/{objectType}', '/crm/v3/pipelines/{objectType}'];
const one = pipelinesAt.map((path) => `${path}/{pipelineId}`);

export const pipelineRoutes = (crm: Crm): Route[] => [
  ...routesAt('GET', pipelinesAt, 'general', 'pipelines.read', (call) => list(crm, call)),
  ...routesAt('POST', pipelinesAt, 'general', 'pipelines.write', (call) => create(crm, call)),
  ...routesAt('GET', one, 'general', 'pipelines.read', (call) =>
    ok(toJson(pipelineOf(typeOfCall(crm, call), param(call, 'pipelineId')))),
  ),
  ...routesAt('PATCH', one, 'general', 'pipelines.write', (call) => update(crm, call)),
  ...routesAt('DELETE', one, 'general', 'pipelines.write', (call) => remove(crm, call)),
];
