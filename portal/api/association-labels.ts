import * as z from 'zod';
import type { AssociationType } from '../store/catalog-types.ts';
import { addAssociationTypes, typesBetween } from './association-types.ts';
import type { Pair } from './associations.ts';
import type { Crm } from './crm.ts';
import { typeOfCall } from './object-types.ts';
import { conflict, invalid, notFound } from './refusal.ts';
import { bodyAs, noContent, ok, param, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';

/** DOC says 10 for each pair, the product catalogue 50 (UNVERIFIED): the smaller one is held here. */
export const labelsPerPair = 10;

const createBody = z.object({
  label: z.string().min(1),
  name: z.string(),
  inverseLabel: z.string().min(1).nullish(),
});
const updateBody = z.object({
  associationTypeId: z.coerce.number(),
  label: z.string().min(1),
  inverseLabel: z.string().min(1).nullish(),
});

const pairOfCall = (crm: Crm, call: Call): Pair => ({
  from: typeOfCall(crm, call, 'fromObjectType'),
  to: typeOfCall(crm, call, 'toObjectType'),
});

const toJson = ({ category, typeId, label }: AssociationType) => ({ category, typeId, label });

const custom = ({ category, label }: AssociationType): boolean =>
  category === 'USER_DEFINED' && label !== null;

function list(crm: Crm, call: Call): Reply {
  const { from, to } = pairOfCall(crm, call);
  return ok({ results: typesBetween(crm, from, to).map(toJson) });
}

function create(crm: Crm, call: Call): Reply {
  const { from, to } = pairOfCall(crm, call);
  const { label, name, inverseLabel } = bodyAs(createBody, call);
  const known = typesBetween(crm, from, to);
  if (!/^[a-z_][a-z0-9_]*$/i.test(name)) {
    throw invalid(
      `The label name "${name}" may hold letters, digits and "_", and may not begin with a digit`,
    );
  }
  if (known.some((one) => one.name === name || one.label === label)) {
    throw conflict(`An association label "${name}" already exists between ${from.id} and ${to.id}`);
  }
  if (!known.some(({ isDefault }) => isDefault)) {
    throw invalid(`${from.fullyQualifiedName} and ${to.fullyQualifiedName} cannot be associated`);
  }
  if (known.filter(custom).length >= labelsPerPair) {
    throw invalid(`There are ${labelsPerPair} association labels between ${from.id} and ${to.id} already`);
  }
  const names = { there: name, back: `${name}_inverse`, label, inverseLabel: inverseLabel ?? label };
  const added = crm.store.transaction(() => addAssociationTypes(crm, from.id, to.id, names, false));
  return ok({ results: added.map(toJson) });
}

function labelOf(crm: Crm, call: Call, typeId: number): AssociationType {
  const { from, to } = pairOfCall(crm, call);
  const found = typesBetween(crm, from, to).find((one) => one.typeId === typeId && custom(one));
  if (!found) throw notFound(`There is no association label ${typeId} between ${from.id} and ${to.id}`);
  return found;
}

const isInverse = (type: AssociationType) => (other: AssociationType) =>
  other.typeId === type.inverseTypeId && other.category === type.category && other !== type;

function update(crm: Crm, call: Call): Reply {
  const { associationTypeId, label, inverseLabel } = bodyAs(updateBody, call);
  const type = labelOf(crm, call, associationTypeId);
  const inverse = crm.store.catalog.associationTypes.find(isInverse(type));
  const paired = inverse && inverse.label !== type.label;
  type.label = label;
  if (inverse) inverse.label = inverseLabel ?? (paired ? inverse.label : label);
  crm.store.catalog.saveAssociationTypes();
  return noContent;
}

function remove(crm: Crm, call: Call): Reply {
  const type = labelOf(crm, call, Number(param(call, 'associationTypeId')));
  const { catalog, associations } = crm.store;
  if (associations.isUsed(type)) {
    throw invalid(`The association label ${type.typeId} is in use and cannot be deleted`);
  }
  const gone = new Set([type, catalog.associationTypes.find(isInverse(type))]);
  const kept = catalog.associationTypes.filter((one) => !gone.has(one));
  catalog.associationTypes.splice(0, Infinity, ...kept);
  catalog.saveAssociationTypes();
  return noContent;
}

const labels = [
  '/crm/associations/2026-09/{fromObjectType}/{toObjectType}/labels',
  '/crm/v4/associations/{fromObjectType}/{toObjectType}/labels',
  '/crm/associations/v4/{fromObjectType}/{toObjectType}/labels',
];
const label = labels.map((path) => `${path}/{associationTypeId}`);

export const associationLabelRoutes = (crm: Crm): Route[] => [
  ...routesAt('GET', labels, 'associations', 'pair.read', (call) => list(crm, call)),
  ...routesAt('POST', labels, 'associations', 'pair.write', (call) => create(crm, call)),
  ...routesAt('PUT', labels, 'associations', 'pair.write', (call) => update(crm, call)),
  ...routesAt('DELETE', label, 'associations', 'pair.write', (call) => remove(crm, call)),
];
