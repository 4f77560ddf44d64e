import * as z from 'zod';
import type { ObjectType } from '../store/catalog-types.ts';
import { noneTouched, settleRollups, unlinkRecord } from './association-writes.ts';
import type { Crm } from './crm.ts';
import { findRecord, recordOf } from './find-record.ts';
import { addAssociations, inlineAssociation, linkInline } from './inline-associations.ts';
import { resolveType, typeOfCall } from './object-types.ts';
import { toJson, viewOfQuery, writtenJson } from './record-view.ts';
import { archiveRecord, createRecord, updateRecord } from './record-writes.ts';
import { invalid } from './refusal.ts';
import { bodyAs, created, isTrue, listOf, noContent, ok, param, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';

export const givenProperties = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const recordInput = z.object({
  properties: givenProperties.default({}),
  associations: z.array(inlineAssociation).nullish(),
});

const listLimit = 100;

/** A whole number within bounds, or HubSpot's refusal. */
export function limitOf(call: Call, byDefault: number, most: number): number {
  const limit = Number(call.query.get('limit') ?? byDefault);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) {
    throw invalid(`The requested page size ${call.query.get('limit')} is not between 1 and ${most}`);
  }
  return limit;
}

const associationsAsked = (crm: Crm, call: Call): ObjectType[] =>
  listOf(call.query, 'associations').map((name) => resolveType(crm, name, call.dated));

export function afterOf(call: Call): number {
  const after = call.query.get('after') ?? '0';
  if (!/^\d{1,15}$/.test(after)) throw invalid(`The paging cursor "${after}" is not valid`);
  return Number(after);
}

export function nextPage(call: Call, after: string) {
  const query = new URLSearchParams(call.query);
  query.set('after', after);
  return { next: { after, link: `${call.path}?${query.toString()}` } };
}

function list(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const view = viewOfQuery(crm, type, call.query);
  const limit = limitOf(call, 10, view.history.length > 0 ? 50 : listLimit);
  const others = associationsAsked(crm, call);
  const rows = crm.store.records.page(type.id, afterOf(call), limit + 1, isTrue(call.query, 'archived'));
  const results = rows.slice(0, limit).map((row) => {
    const json = toJson(crm, type, row, view);
    if (others.length > 0) addAssociations(crm, type, row, json, others, call.path);
    return json;
  });
  const next = rows[limit];
  return ok(next ? { results, paging: nextPage(call, String(next.id)) } : { results });
}

function get(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const archived = isTrue(call.query, 'archived');
  const row = recordOf(crm, type, param(call, 'objectId'), call.query.get('idProperty'), archived);
  const json = toJson(crm, type, row, viewOfQuery(crm, type, call.query));
  const path = call.path.slice(0, call.path.lastIndexOf('/'));
  addAssociations(crm, type, row, json, associationsAsked(crm, call), path);
  return ok(json);
}

function create(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const input = bodyAs(recordInput, call);
  return crm.store.transaction(() => {
    const row = createRecord(crm, type, input.properties);
    const touched = noneTouched();
    linkInline(crm, type, row, input.associations ?? [], touched);
    settleRollups(crm, touched);
    return created(writtenJson(crm, type, crm.store.records.get(type.id, row.id) ?? row));
  });
}

function update(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const { properties } = bodyAs(recordInput, call);
  const row = recordOf(crm, type, param(call, 'objectId'), call.query.get('idProperty'));
  return crm.store.transaction(() => ok(writtenJson(crm, type, updateRecord(crm, type, row, properties))));
}

function archive(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  // HubSpot answers 204 for a record that is not there as well.
  const row = findRecord(crm, type, param(call, 'objectId'));
  if (!row) return noContent;
  return crm.store.transaction(() => {
    const touched = noneTouched();
    archiveRecord(crm, type, row);
    unlinkRecord(crm, type, row, touched);
    settleRollups(crm, touched);
    return noContent;
  });
}

const records = ['/crm/objects/2026-09/{objectType}', '/crm/v3/objects/{objectType}'];
const record = records.map((path) => `${path}/{objectId}`);

export const objectRoutes = (crm: Crm): Route[] => [
  ...routesAt('GET', records, 'general', 'records.read', (call) => list(crm, call)),
  ...routesAt('POST', records, 'general', 'records.write', (call) => create(crm, call)),
  ...routesAt('GET', record, 'general', 'records.read', (call) => get(crm, call)),
  ...routesAt('PATCH', record, 'general', 'records.write', (call) => update(crm, call)),
  ...routesAt('DELETE', record, 'general', 'records.write', (call) => archive(crm, call)),
];
