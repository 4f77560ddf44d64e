import * as z from 'zod';
import type { ObjectType, PropertyGroup } from '../store/catalog-types.ts';
import type { Crm } from './crm.ts';
import { typeOfCall } from './object-types.ts';
import { conflict, invalid, notFound } from './refusal.ts';
import { bodyAs, created, noContent, ok, param, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';

const groupInput = z.object({
  name: z.string().regex(/^[a-z0-9_-]+$/i),
  label: z.string().min(1),
  displayOrder: z.number().int().default(-1),
});
const groupChanges = groupInput.omit({ name: true }).partial();

function groupOf(type: ObjectType, name: string): PropertyGroup {
  const found = type.groups.find((group) => group.name === name && !group.archived);
  if (!found) throw notFound(`Property group ${name} does not exist`);
  return found;
}

function create(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const input = bodyAs(groupInput, call);
  const known = type.groups.find(({ name }) => name === input.name);
  if (known && !known.archived) throw conflict(`Property group named ${input.name} already exists.`);
  const group = { ...input, archived: false };
  type.groups = [...type.groups.filter((one) => one !== known), group];
  crm.store.catalog.saveType(type);
  return created(group);
}

function update(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const group = groupOf(type, param(call, 'groupName'));
  Object.assign(group, bodyAs(groupChanges, call));
  crm.store.catalog.saveType(type);
  return ok(group);
}

function archive(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const group = groupOf(type, param(call, 'groupName'));
  if (type.properties.some(({ groupName, archived }) => groupName === group.name && !archived)) {
    throw invalid(`Property group ${group.name} still has properties`);
  }
  group.archived = true;
  crm.store.catalog.saveType(type);
  return noContent;
}

const groups = ['/crm/properties/2026-09/{objectType}/groups', '/crm/v3/properties/{objectType}/groups'];
const group = groups.map((path) => `${path}/{groupName}`);

export const propertyGroupRoutes = (crm: Crm): Route[] => [
  ...routesAt('GET', groups, 'general', 'records.read', (call) =>
    ok({ results: typeOfCall(crm, call).groups.filter(({ archived }) => !archived) }),
  ),
  ...routesAt('POST', groups, 'general', 'properties.write', (call) => create(crm, call)),
  ...routesAt('GET', group, 'general', 'records.read', (call) =>
    ok(groupOf(typeOfCall(crm, call), param(call, 'groupName'))),
  ),
  ...routesAt('PATCH', group, 'general', 'properties.write', (call) => update(crm, call)),
  ...routesAt('DELETE', group, 'general', 'properties.write', (call) => archive(crm, call)),
];
