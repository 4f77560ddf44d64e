import * as z from 'zod';
import type { ObjectType, PropertyDefinition } from '../store/catalog-types.ts';
import { batchAnswer } from './batch-answers.ts';
import type { Crm } from './crm.ts';
import { isoOf } from './crm.ts';
import { typeOfCall } from './object-types.ts';
import {
  changedProperty,
  newProperty,
  propertyChanges,
  propertyInput,
  propertyJson,
} from './property-definitions.ts';
import type { PropertyInput } from './property-definitions.ts';
import { conflict, invalid, notFound } from './refusal.ts';
import { bodyAs, created, isTrue, noContent, ok, param, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';

function propertyOf(crm: Crm, type: ObjectType, name: string, archived = false): PropertyDefinition {
  const found = crm.store.catalog.property(type, name);
  if (found?.archived !== archived) throw notFound(`Property ${name} does not exist on ${type.id}`);
  return found;
}

/** Re-creating an archived name restores it. */
function addProperty(crm: Crm, type: ObjectType, input: PropertyInput): PropertyDefinition {
  const known = crm.store.catalog.property(type, input.name);
  if (known && !known.archived) {
    const message = `Property named ${input.name} already exists.`;
    throw conflict(message, { subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS' });
  }
  const property = newProperty(type, input, isoOf(crm.now()));
  if (known) type.properties.splice(type.properties.indexOf(known), 1);
  type.properties.push(property);
  return property;
}

/** Unique values are looked up, so they are known before the property is used. */
function replaceProperty(type: ObjectType, before: PropertyDefinition, after: PropertyDefinition): void {
  type.properties[type.properties.indexOf(before)] = after;
}

function list(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const archived = isTrue(call.query, 'archived');
  return ok({ results: type.properties.filter((one) => one.archived === archived).map(propertyJson) });
}

function get(crm: Crm, call: Call): Reply {
  const name = param(call, 'propertyName');
  return ok(propertyJson(propertyOf(crm, typeOfCall(crm, call), name, isTrue(call.query, 'archived'))));
}

function create(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const property = addProperty(crm, type, bodyAs(propertyInput, call));
  crm.store.catalog.saveType(type);
  return created(propertyJson(property));
}

function update(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const before = propertyOf(crm, type, param(call, 'propertyName'));
  const after = changedProperty(type, before, bodyAs(propertyChanges, call), isoOf(crm.now()));
  replaceProperty(type, before, after);
  crm.store.catalog.saveType(type);
  return ok(propertyJson(after));
}

function archiveOne(crm: Crm, type: ObjectType, name: string): void {
  const before = propertyOf(crm, type, name);
  if (before.hubspotDefined) throw invalid(`Property ${name} is defined by HubSpot and cannot be archived`);
  const uses = [type.primaryDisplayProperty, ...type.requiredProperties, ...type.secondaryDisplayProperties];
  if (uses.includes(name))
    throw invalid(`Property ${name} is in use by its object type and cannot be archived`);
  replaceProperty(type, before, { ...before, archived: true, updatedAt: isoOf(crm.now()) });
}

function archive(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const known = crm.store.catalog.property(type, param(call, 'propertyName'));
  if (!known || known.archived) return noContent;
  archiveOne(crm, type, known.name);
  crm.store.catalog.saveType(type);
  return noContent;
}

const namesBody = z.object({
  inputs: z.array(z.object({ name: z.string() })),
  archived: z.boolean().default(false),
});

function batchRead(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const { inputs, archived } = bodyAs(namesBody, call);
  const found = inputs.map(({ name }) => crm.store.catalog.property(type, name));
  const missing = inputs.filter((_, index) => found[index]?.archived !== archived).map(({ name }) => name);
  const results = found
    .filter((one) => one?.archived === archived)
    .map((one) => propertyJson(one as PropertyDefinition));
  const errors = missing.map((name) => ({
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Property ${name} does not exist`,
    context: { name: [name] },
  }));
  return batchAnswer(crm, 200, results, errors);
}

function batchCreate(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const { inputs } = bodyAs(z.object({ inputs: z.array(propertyInput) }), call);
  const before = [...type.properties];
  try {
    const results = inputs.map((input) => addProperty(crm, type, input)).map(propertyJson);
    crm.store.catalog.saveType(type);
    return batchAnswer(crm, 201, results);
  } catch (error) {
    // All or nothing.
    type.properties = before;
    throw error;
  }
}

function batchArchive(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const { inputs } = bodyAs(namesBody, call);
  for (const { name } of inputs) archiveOne(crm, type, name);
  crm.store.catalog.saveType(type);
  return noContent;
}

const properties = ['/crm/properties/2026-09/{objectType}', '/crm/v3/properties/{objectType}'];
const property = properties.map((path) => `${path}/{propertyName}`);
const batch = (verb: string) => properties.map((path) => `${path}/batch/${verb}`);

export const propertyRoutes = (crm: Crm): Route[] => [
  ...routesAt('GET', properties, 'general', 'records.read', (call) => list(crm, call)),
  ...routesAt('POST', properties, 'general', 'properties.write', (call) => create(crm, call)),
  ...routesAt('GET', property, 'general', 'records.read', (call) => get(crm, call)),
  ...routesAt('PATCH', property, 'general', 'properties.write', (call) => update(crm, call)),
  ...routesAt('DELETE', property, 'general', 'properties.write', (call) => archive(crm, call)),
  ...routesAt('POST', batch('read'), 'general', 'records.read', (call) => batchRead(crm, call)),
  ...routesAt('POST', batch('create'), 'general', 'properties.write', (call) => batchCreate(crm, call)),
  ...routesAt('POST', batch('archive'), 'general', 'properties.write', (call) => batchArchive(crm, call)),
];
