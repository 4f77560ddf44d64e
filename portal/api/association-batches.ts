import * as z from 'zod';
import { associationType, defaultType } from './association-types.ts';
import { link, noneTouched, settleRollups, unlinkPair, unlinkType } from './association-writes.ts';
import type { Touched } from './association-writes.ts';
import {
  associationSpec,
  defaultJson,
  idsOf,
  pageLimit,
  pageOf,
  pairJson,
  writeLabels,
} from './associations.ts';
import type { Pair } from './associations.ts';
import { batchAnswer, checkSize, eachAlone } from './batch-answers.ts';
import type { BatchError } from './batch-answers.ts';
import type { Crm } from './crm.ts';
import { typeOfCall } from './object-types.ts';
import { bodyAs, noContent, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';

/** https://developers.hubspot.com/docs/api-reference/latest/crm/associations/associations-guide (limits) */
const readLimit = 1_000;
const writeLimit = 2_000;

const ref = z.object({ id: z.coerce.string() });
const readBody = z.object({ inputs: z.array(ref.extend({ after: z.coerce.number().nullish() })) });
const pairInput = z.object({ from: ref, to: ref });
const pairsBody = z.object({ inputs: z.array(pairInput) });
const labelledBody = z.object({
  inputs: z.array(pairInput.extend({ types: z.array(associationSpec).min(1) })),
});
const archiveBody = z.object({ inputs: z.array(z.object({ from: ref, to: z.array(ref) })) });
type PairInput = z.infer<typeof pairInput>;

const pairOfCall = (crm: Crm, call: Call): Pair => ({
  from: typeOfCall(crm, call, 'fromObjectType'),
  to: typeOfCall(crm, call, 'toObjectType'),
});

const noneFound = ({ from, to }: Pair, id: string): BatchError => ({
  status: 'error',
  category: 'OBJECT_NOT_FOUND',
  subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
  message: `No ${to.singular} is associated with ${from.singular} ${id}.`,
  context: { fromObjectId: [id], fromObjectType: [from.singular], toObjectType: [to.singular] },
});

function read(crm: Crm, call: Call): Reply {
  const pair = pairOfCall(crm, call);
  const { inputs } = bodyAs(readBody, call);
  checkSize(inputs, readLimit);
  const errors: BatchError[] = [];
  const results = inputs.flatMap(({ id, after }) => {
    const { results: to, next } = pageOf(crm, pair, Number(id), after ?? 0, pageLimit);
    if (to.length === 0) errors.push(noneFound(pair, id));
    const paging = next === null ? {} : { paging: { next: { after: String(next) } } };
    return to.length === 0 ? [] : [{ from: { id }, to, ...paging }];
  });
  return batchAnswer(crm, 200, results, errors);
}

const contextOf = ({ from, to }: PairInput) => ({ fromObjectId: [from.id], toObjectId: [to.id] });

function writing<Input extends PairInput>(
  crm: Crm,
  call: Call,
  body: z.ZodType<{ inputs: Input[] }>,
  status: number,
  work: (pair: Pair, ids: [number, number], input: Input, touched: Touched) => unknown,
): Reply {
  const pair = pairOfCall(crm, call);
  const { inputs } = bodyAs(body, call);
  checkSize(inputs, writeLimit);
  return crm.store.transaction(() => {
    const touched = noneTouched();
    const one = (input: Input) => work(pair, idsOf(crm, pair, input.from.id, input.to.id), input, touched);
    const { results, errors } = eachAlone(crm, inputs, one, contextOf);
    settleRollups(crm, touched);
    return batchAnswer(crm, status, results, errors);
  });
}

const create = (crm: Crm, call: Call): Reply =>
  writing(crm, call, labelledBody, 201, (pair, ids, { types }, touched) =>
    pairJson(pair, ids, writeLabels(crm, pair, ids, types, touched)),
  );

const associateDefault = (crm: Crm, call: Call): Reply =>
  writing(crm, call, pairsBody, 200, ({ from, to }, [fromId, toId], _input, touched) => {
    const kind = defaultType(crm, from, to);
    link(crm, kind, fromId, toId, touched);
    return defaultJson(kind, fromId, toId);
  });

function archiveLabels(crm: Crm, call: Call): Reply {
  const { from, to } = pairOfCall(crm, call);
  const { inputs } = bodyAs(labelledBody, call);
  checkSize(inputs, writeLimit);
  return crm.store.transaction(() => {
    const touched = noneTouched();
    for (const input of inputs) {
      for (const { associationCategory: category, associationTypeId: typeId } of input.types) {
        const kind = associationType(crm, from, to, { category, typeId });
        unlinkType(crm, kind, Number(input.from.id), Number(input.to.id), touched);
      }
    }
    settleRollups(crm, touched);
    return noContent;
  });
}

function archive(crm: Crm, call: Call): Reply {
  const { from, to } = pairOfCall(crm, call);
  const { inputs } = bodyAs(archiveBody, call);
  checkSize(inputs, writeLimit);
  return crm.store.transaction(() => {
    const touched = noneTouched();
    for (const input of inputs) {
      for (const { id } of input.to) {
        unlinkPair(crm, from.id, Number(input.from.id), to.id, Number(id), touched);
      }
    }
    settleRollups(crm, touched);
    return noContent;
  });
}

const batch = (verb: string) => [
  `/crm/associations/2026-09/{fromObjectType}/{toObjectType}/batch/${verb}`,
  `/crm/v4/associations/{fromObjectType}/{toObjectType}/batch/${verb}`,
];

export const associationBatchRoutes = (crm: Crm): Route[] => [
  ...routesAt('POST', batch('read'), 'associations', 'pair.read', (call) => read(crm, call)),
  ...routesAt('POST', batch('create'), 'associations', 'pair.write', (call) => create(crm, call)),
  ...routesAt('POST', batch('archive'), 'associations', 'pair.write', (call) => archive(crm, call)),
  ...routesAt('POST', batch('labels/archive'), 'associations', 'pair.write', (call) =>
    archiveLabels(crm, call),
  ),
  ...routesAt('POST', batch('associate/default'), 'associations', 'pair.write', (call) =>
    associateDefault(crm, call),
  ),
];
