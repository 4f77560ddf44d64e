import * as z from 'zod';
import type { ObjectType } from '../store/catalog-types.ts';
import type { RecordRow } from '../store/records.ts';
import { noneTouched, settleRollups, unlinkRecord } from './association-writes.ts';
import type { Touched } from './association-writes.ts';
import { batchAnswer, checkDistinct, checkSize, eachAlone, missingRecords } from './batch-answers.ts';
import type { Crm } from './crm.ts';
import { checkIdProperty, findRecord } from './find-record.ts';
import { linkInline } from './inline-associations.ts';
import { givenProperties, recordInput } from './objects.ts';
import { typeOfCall } from './object-types.ts';
import { toJson, viewOf, writtenJson } from './record-view.ts';
import { archiveRecord, createRecord, updateRecord } from './record-writes.ts';
import { invalid } from './refusal.ts';
import { bodyAs, isTrue, noContent, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';

/** https://developers.hubspot.com/docs/guides/crm/using-object-apis (batch sizes) */
const batchLimit = 100;
/** OBSERVED error text: 50 when histories are asked for. */
const historyBatchLimit = 50;

const traced = { objectWriteTraceId: z.string().nullish() };
const idInput = z.object({ id: z.coerce.string() });
const readBody = z.object({
  inputs: z.array(idInput),
  properties: z.array(z.string()).default([]),
  propertiesWithHistory: z.array(z.string()).default([]),
  idProperty: z.string().nullish(),
});
const createBody = z.object({ inputs: z.array(recordInput.extend(traced)) });
const writeInput = idInput.extend({
  idProperty: z.string().nullish(),
  properties: givenProperties,
  ...traced,
});
const writeBody = z.object({ inputs: z.array(writeInput) });
type WriteInput = z.infer<typeof writeInput>;

function read(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const { inputs, idProperty, properties, propertiesWithHistory: history } = bodyAs(readBody, call);
  if (history.length > 0) checkSize(inputs, historyBatchLimit, ' for property histories');
  checkSize(inputs, batchLimit);
  checkIdProperty(crm, type, idProperty);
  const view = viewOf(crm, type, properties, history);
  const ids = [...new Set(inputs.map(({ id }) => id))];
  const archived = isTrue(call.query, 'archived');
  const found = ids.map((id) => findRecord(crm, type, id, idProperty, archived));
  const missing = ids.filter((_, index) => found[index] === null);
  // UNVERIFIED: that a read of some missing ids answers 207 and names them.
  const results = found.filter((row) => row !== null).map((row) => toJson(crm, type, row, view));
  return batchAnswer(crm, 200, results, missingRecords(type.singular.toUpperCase(), missing));
}

function createOne(
  crm: Crm,
  type: ObjectType,
  input: z.infer<typeof recordInput>,
  touched: Touched,
): RecordRow {
  const row = createRecord(crm, type, input.properties);
  linkInline(crm, type, row, input.associations ?? [], touched);
  return row;
}

/** What was written, after the rollups over it have settled. */
function writtenRows(crm: Crm, type: ObjectType, rows: RecordRow[], touched: Touched) {
  settleRollups(crm, touched);
  return rows.map((row) => writtenJson(crm, type, crm.store.records.get(type.id, row.id) ?? row));
}

function create(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const { inputs } = bodyAs(createBody, call);
  checkSize(inputs, batchLimit);
  const touched = noneTouched();
  const one = (input: (typeof inputs)[number]) => createOne(crm, type, input, touched);
  return crm.store.transaction(() => {
    // With a trace id on every input HubSpot tells which ones failed; else the batch fails as a whole.
    if (!inputs.every(({ objectWriteTraceId }) => objectWriteTraceId)) {
      return batchAnswer(crm, 201, writtenRows(crm, type, inputs.map(one), touched));
    }
    const { results, errors } = eachAlone(crm, inputs, one, ({ objectWriteTraceId }) => ({
      objectWriteTraceId: [objectWriteTraceId ?? ''],
    }));
    return batchAnswer(crm, 201, writtenRows(crm, type, results, touched), errors);
  });
}

function update(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const { inputs } = bodyAs(writeBody, call);
  checkSize(inputs, batchLimit);
  checkDistinct(inputs.map(({ id }) => id));
  for (const { idProperty } of inputs) checkIdProperty(crm, type, idProperty);
  return crm.store.transaction(() => {
    const missing: string[] = [];
    const results = inputs.flatMap(({ id, idProperty, properties }) => {
      const row = findRecord(crm, type, id, idProperty);
      if (row) return [writtenJson(crm, type, updateRecord(crm, type, row, properties))];
      missing.push(id);
      return [];
    });
    return batchAnswer(crm, 200, results, missingRecords(type.singular.toUpperCase(), missing));
  });
}

function upsertOne(crm: Crm, type: ObjectType, { id, idProperty, properties }: WriteInput) {
  if (!idProperty || idProperty === 'hs_object_id') {
    throw invalid('An idProperty with unique values is required to upsert, and it cannot be hs_object_id');
  }
  checkIdProperty(crm, type, idProperty);
  const known = findRecord(crm, type, id, idProperty);
  const row = known
    ? updateRecord(crm, type, known, properties)
    : createRecord(crm, type, { [idProperty]: id, ...properties });
  return { ...writtenJson(crm, type, row), new: known === null };
}

function upsert(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const { inputs } = bodyAs(writeBody, call);
  checkSize(inputs, batchLimit);
  checkDistinct(inputs.map(({ id }) => id.toLowerCase()));
  return crm.store.transaction(() =>
    batchAnswer(
      crm,
      200,
      inputs.map((input) => upsertOne(crm, type, input)),
    ),
  );
}

function archive(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const { inputs } = bodyAs(z.object({ inputs: z.array(idInput) }), call);
  checkSize(inputs, batchLimit);
  return crm.store.transaction(() => {
    const touched = noneTouched();
    for (const { id } of inputs) {
      const row = findRecord(crm, type, id);
      if (!row) continue;
      archiveRecord(crm, type, row);
      unlinkRecord(crm, type, row, touched);
    }
    settleRollups(crm, touched);
    return noContent;
  });
}

const batch = (verb: string) => [
  `/crm/objects/2026-09/{objectType}/batch/${verb}`,
  `/crm/v3/objects/{objectType}/batch/${verb}`,
];

export const batchRoutes = (crm: Crm): Route[] => [
  ...routesAt('POST', batch('read'), 'general', 'records.read', (call) => read(crm, call)),
  ...routesAt('POST', batch('create'), 'general', 'records.write', (call) => create(crm, call)),
  ...routesAt('POST', batch('update'), 'general', 'records.write', (call) => update(crm, call)),
  ...routesAt('POST', batch('upsert'), 'general', 'records.write', (call) => upsert(crm, call)),
  ...routesAt('POST', batch('archive'), 'general', 'records.write', (call) => archive(crm, call)),
];
