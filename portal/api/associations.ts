import * as z from 'zod';
import type { AssociationType, ObjectType } from '../store/catalog-types.ts';
import type { AssociationRow } from '../store/associations.ts';
import { associationType, defaultType, typesBetween } from './association-types.ts';
import { link, noneTouched, settleRollups, unlinkPair } from './association-writes.ts';
import type { Touched } from './association-writes.ts';
import { batchAnswer } from './batch-answers.ts';
import type { Crm } from './crm.ts';
import { findRecord } from './find-record.ts';
import { afterOf, limitOf, nextPage } from './objects.ts';
import { typeOfCall } from './object-types.ts';
import { notFound } from './refusal.ts';
import { bodyAs, created, noContent, ok, param, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';

/** https://developers.hubspot.com/docs/api-reference/latest/crm/associations/associations-guide (pages of 500) */
export const pageLimit = 500;

export const associationSpec = z.object({
  associationCategory: z.enum(['HUBSPOT_DEFINED', 'USER_DEFINED']),
  associationTypeId: z.coerce.number(),
});
export type AssociationSpec = z.infer<typeof associationSpec>;

export interface Pair {
  from: ObjectType;
  to: ObjectType;
}

/** One entry for each associated record, with all of its types. */
function grouped(kinds: AssociationType[], rows: AssociationRow[]) {
  const byRecord = new Map<number, { category: string; typeId: number; label: string | null }[]>();
  for (const { toId, typeId, category } of rows) {
    const kind = kinds.find((one) => one.typeId === typeId && one.category === category);
    const types = byRecord.get(toId) ?? [];
    types.push({ category, typeId, label: kind?.label ?? null });
    byRecord.set(toId, types);
  }
  return [...byRecord].map(([toObjectId, associationTypes]) => ({ toObjectId, associationTypes }));
}

export function pageOf(crm: Crm, { from, to }: Pair, id: number, after: number, limit: number) {
  const rows = crm.store.associations.page(from.id, id, to.id, after, limit + 1);
  const all = grouped(typesBetween(crm, from, to), rows);
  return { results: all.slice(0, limit), next: all[limit]?.toObjectId ?? null };
}

/** Both records must be there. */
export function idsOf(crm: Crm, { from, to }: Pair, fromId: string, toId: string): [number, number] {
  for (const [type, id] of [
    [from, fromId],
    [to, toId],
  ] as const) {
    if (!findRecord(crm, type, id)) throw notFound(`The ${type.singular} ${id} does not exist`);
  }
  return [Number(fromId), Number(toId)];
}

/** Writing labels replaces those that the pair has; whether it takes away "Primary" too is UNVERIFIED, here not. */
export function writeLabels(
  crm: Crm,
  pair: Pair,
  [fromId, toId]: [number, number],
  specs: AssociationSpec[],
  touched: Touched,
): string[] {
  const wanted = specs.map(({ associationCategory: category, associationTypeId: typeId }) =>
    associationType(crm, pair.from, pair.to, { category, typeId }),
  );
  const kinds = typesBetween(crm, pair.from, pair.to);
  for (const row of crm.store.associations.between(pair.from.id, fromId, pair.to.id, toId)) {
    const kind = kinds.find(({ typeId, category }) => typeId === row.typeId && category === row.category);
    if (kind && !kind.isDefault && !kind.isPrimary) crm.store.associations.unlink(kind, fromId, toId);
  }
  for (const kind of wanted) link(crm, kind, fromId, toId, touched);
  return wanted.map(({ label }) => label).filter((label) => label !== null);
}

export const pairJson = ({ from, to }: Pair, [fromId, toId]: [number, number], labels: string[]) => ({
  fromObjectTypeId: from.id,
  fromObjectId: fromId,
  toObjectTypeId: to.id,
  toObjectId: toId,
  labels,
});

export const defaultJson = (kind: AssociationType, fromId: number, toId: number) => ({
  from: { id: String(fromId) },
  to: { id: String(toId) },
  associationSpec: { associationCategory: kind.category, associationTypeId: kind.typeId },
});

const pairOfCall = (crm: Crm, call: Call): Pair => ({
  from: typeOfCall(crm, call),
  to: typeOfCall(crm, call, 'toObjectType'),
});

function list(crm: Crm, call: Call): Reply {
  const pair = pairOfCall(crm, call);
  const row = findRecord(crm, pair.from, param(call, 'objectId'));
  if (!row) throw notFound();
  const limit = limitOf(call, pageLimit, pageLimit);
  const { results, next } = pageOf(crm, pair, row.id, afterOf(call), limit);
  return ok(next === null ? { results } : { results, paging: nextPage(call, String(next)) });
}

function writing(
  crm: Crm,
  call: Call,
  work: (pair: Pair, ids: [number, number], touched: Touched) => Reply,
): Reply {
  const pair = pairOfCall(crm, call);
  const ids = idsOf(crm, pair, param(call, 'objectId'), param(call, 'toObjectId'));
  return crm.store.transaction(() => {
    const touched = noneTouched();
    const reply = work(pair, ids, touched);
    settleRollups(crm, touched);
    return reply;
  });
}

const putDefault = (crm: Crm, call: Call): Reply =>
  writing(crm, call, ({ from, to }, [fromId, toId], touched) => {
    const kind = defaultType(crm, from, to);
    link(crm, kind, fromId, toId, touched);
    return batchAnswer(crm, 200, [defaultJson(kind, fromId, toId)]);
  });

const putLabels = (crm: Crm, call: Call): Reply =>
  writing(crm, call, (pair, ids, touched) => {
    const labels = writeLabels(crm, pair, ids, bodyAs(z.array(associationSpec), call), touched);
    return created(pairJson(pair, ids, labels));
  });

const remove = (crm: Crm, call: Call): Reply =>
  writing(crm, call, ({ from, to }, [fromId, toId], touched) => {
    unlinkPair(crm, from.id, fromId, to.id, toId, touched);
    return noContent;
  });

const bases = ['/crm/objects/2026-09/{objectType}/{objectId}', '/crm/v4/objects/{objectType}/{objectId}'];
const lists = bases.map((base) => `${base}/associations/{toObjectType}`);
const one = lists.map((path) => `${path}/{toObjectId}`);
const defaults = bases.map((base) => `${base}/associations/default/{toObjectType}/{toObjectId}`);

export const associationRoutes = (crm: Crm): Route[] => [
  ...routesAt('GET', lists, 'associations', 'pair.read', (call) => list(crm, call)),
  ...routesAt('PUT', defaults, 'associations', 'pair.write', (call) => putDefault(crm, call)),
  ...routesAt('PUT', one, 'associations', 'pair.write', (call) => putLabels(crm, call)),
  ...routesAt('DELETE', one, 'associations', 'pair.write', (call) => remove(crm, call)),
];
