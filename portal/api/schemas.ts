import * as z from 'zod';
import type { ObjectType } from '../store/catalog-types.ts';
import { addAssociationTypes, typesBetween } from './association-types.ts';
import type { Crm } from './crm.ts';
import { isoOf } from './crm.ts';
import { findType, resolveType } from './object-types.ts';
import { conflict, invalid, notFound } from './refusal.ts';
import { bodyAs, created, isTrue, noContent, ok, param, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';
import { checkReferences, newType, schemaChanges, schemaInput, schemaJson } from './schema-definitions.ts';

/** Number of custom object types: 10 commonly, 20 seen on a test account (UNVERIFIED by edition). */
const mostTypes = 10;

const customTypes = ({ store }: Crm): ObjectType[] =>
  [...store.catalog.types.values()].filter(({ custom }) => custom);

function customType(crm: Crm, call: Call, archived = false): ObjectType {
  const asked = param(call, 'objectType');
  const type = archived
    ? customTypes(crm).find((one) => one.archived && [one.id, one.fullyQualifiedName].includes(asked))
    : findType(crm, asked, call.dated);
  if (!type?.custom) throw notFound(`Unable to find object type ${asked}`);
  return type;
}

/** HubSpot's own types can be read here as well, but not changed. */
const schemaOf = (crm: Crm, call: Call): ObjectType => {
  const standard = findType(crm, param(call, 'objectType'), call.dated);
  return standard && !standard.custom ? standard : customType(crm, call, isTrue(call.query, 'archived'));
};

function associate(crm: Crm, from: ObjectType, to: ObjectType): void {
  if (typesBetween(crm, from, to).some(({ isDefault }) => isDefault)) return;
  const names = {
    there: `${from.name}_to_${to.singular}`,
    back: `${to.singular}_to_${from.name}`,
    label: null,
    inverseLabel: null,
  };
  addAssociationTypes(crm, from.id, to.id, names, true);
}

function create(crm: Crm, call: Call): Reply {
  const input = bodyAs(schemaInput, call);
  const { catalog, records } = crm.store;
  if (customTypes(crm).filter(({ archived }) => !archived).length >= mostTypes) {
    throw invalid(`The account has ${mostTypes} custom object types already`);
  }
  const others = input.associatedObjects.map((name) => resolveType(crm, name.toLowerCase(), false));
  const type = newType(crm, input);
  type.id = `2-${catalog.nextNumber('type', 1_000_001)}`;
  records.open(type.id);
  crm.store.transaction(() => {
    catalog.saveType(type);
    for (const other of others) associate(crm, type, other);
  });
  return created(schemaJson(crm, type));
}

function update(crm: Crm, call: Call): Reply {
  const type = customType(crm, call);
  const { labels, clearDescription, ...changes } = bodyAs(schemaChanges, call);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const after = {
    ...type,
    ...given,
    labels: { ...type.labels, ...labels },
    updatedAt: isoOf(crm.now()),
  } as ObjectType;
  if (clearDescription) after.description = null;
  checkReferences(after);
  crm.store.catalog.saveType(after);
  return ok(schemaJson(crm, after));
}

/** With `archived=true` the name is free again. */
function remove(crm: Crm, call: Call): Reply {
  const { catalog, records, uniqueValues } = crm.store;
  const purge = isTrue(call.query, 'archived');
  const type = purge
    ? (customTypes(crm).find(({ archived, id }) => archived && id === param(call, 'objectType')) ??
      customType(crm, call, false))
    : customType(crm, call);
  if (!type.archived && records.count(type.id) > 0) {
    throw invalid(`${type.labels.plural} still have records: delete those first`, {
      subCategory: 'ObjectTypes.OBJECT_TYPE_HAS_RECORDS',
    });
  }
  if (!purge) {
    catalog.saveType({ ...type, archived: true });
    return noContent;
  }
  catalog.removeType(type.id);
  records.drop(type.id);
  uniqueValues.forget(type.id);
  const kept = catalog.associationTypes.filter(({ from, to }) => from !== type.id && to !== type.id);
  catalog.associationTypes.splice(0, Infinity, ...kept);
  catalog.saveAssociationTypes();
  return noContent;
}

const associationInput = z.object({
  fromObjectTypeId: z.string(),
  toObjectTypeId: z.string(),
  name: z.string().optional(),
});

function createAssociation(crm: Crm, call: Call): Reply {
  const { fromObjectTypeId, toObjectTypeId } = bodyAs(associationInput, call);
  const from = resolveType(crm, fromObjectTypeId, false);
  const to = resolveType(crm, toObjectTypeId, false);
  const type = customType(crm, call);
  if (from.id !== type.id && to.id !== type.id) throw invalid(`${type.id} must be one of the two types`);
  if (typesBetween(crm, from, to).some(({ isDefault }) => isDefault)) {
    throw conflict(`${from.id} and ${to.id} can be associated already`);
  }
  associate(crm, from, to);
  const added = typesBetween(crm, from, to).find(({ isDefault }) => isDefault);
  return created({
    id: String(added?.typeId),
    fromObjectTypeId: from.id,
    toObjectTypeId: to.id,
    name: added?.name,
    createdAt: isoOf(crm.now()),
    updatedAt: isoOf(crm.now()),
  });
}

const schemas = ['/crm-object-schemas/2026-09/schemas', '/crm-object-schemas/v3/schemas', '/crm/v3/schemas'];
const schema = schemas.map((path) => `${path}/{objectType}`);
const associations = schema.map((path) => `${path}/associations`);

export const schemaRoutes = (crm: Crm): Route[] => [
  ...routesAt('GET', schemas, 'general', 'schemas.read', (call) =>
    ok({
      results: customTypes(crm)
        .filter(({ archived }) => archived === isTrue(call.query, 'archived'))
        .map((type) => schemaJson(crm, type)),
    }),
  ),
  ...routesAt('POST', schemas, 'general', 'schemas.write', (call) => create(crm, call)),
  ...routesAt('GET', schema, 'general', 'schemas.read', (call) => ok(schemaJson(crm, schemaOf(crm, call)))),
  ...routesAt('PATCH', schema, 'general', 'schemas.write', (call) => update(crm, call)),
  ...routesAt('DELETE', schema, 'general', 'schemas.write', (call) => remove(crm, call)),
  ...routesAt('POST', associations, 'general', 'schemas.write', (call) => createAssociation(crm, call)),
];
