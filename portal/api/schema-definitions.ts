import * as z from 'zod';
import type { ObjectType } from '../store/catalog-types.ts';
import { systemProperties } from '../store/defaults/define.ts';
import type { Crm } from './crm.ts';
import { isoOf } from './crm.ts';
import { newProperty, propertyInput, propertyJson } from './property-definitions.ts';
import { conflict, invalid } from './refusal.ts';

const labels = z.object({ singular: z.string().min(1), plural: z.string().min(1) });

// https://developers.hubspot.com/docs/api-reference/latest/crm/objects/schemas (custom object schemas)
export const schemaInput = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/i, 'name: letters, digits and "_", beginning with a letter'),
  labels,
  description: z.string().nullish(),
  primaryDisplayProperty: z.string(),
  secondaryDisplayProperties: z.array(z.string()).max(2).default([]),
  requiredProperties: z.array(z.string()).default([]),
  searchableProperties: z.array(z.string()).max(20).default([]),
  properties: z.array(propertyInput.extend({ groupName: z.string().optional() })).min(1),
  associatedObjects: z.array(z.string()).default([]),
});

export const schemaChanges = z.object({
  labels: labels.partial().optional(),
  description: z.string().nullish(),
  clearDescription: z.boolean().optional(),
  primaryDisplayProperty: z.string().optional(),
  secondaryDisplayProperties: z.array(z.string()).max(2).optional(),
  requiredProperties: z.array(z.string()).optional(),
  searchableProperties: z.array(z.string()).max(20).optional(),
});

/** A property must exist before it can be displayed, required or searched, and none is named twice. */
export function checkReferences(type: ObjectType): void {
  const lists = [
    [type.primaryDisplayProperty],
    type.secondaryDisplayProperties,
    type.requiredProperties,
    type.searchableProperties,
  ];
  const names = new Set(type.properties.filter(({ archived }) => !archived).map(({ name }) => name));
  for (const list of lists) {
    const unknown = list.find((name) => !names.has(name));
    if (unknown !== undefined) throw invalid(`Property "${unknown}" does not exist on ${type.name}`);
    if (new Set(list).size < list.length) throw invalid(`A property is named twice: [${list.join(', ')}]`);
  }
}

export function newType(crm: Crm, input: z.infer<typeof schemaInput>): ObjectType {
  const { store, portalId } = crm;
  const at = isoOf(crm.now());
  const group = `${input.name.toLowerCase()}_information`;
  const fullyQualifiedName = `p${portalId}_${input.name}`;
  if ([...store.catalog.types.values()].some((type) => type.fullyQualifiedName === fullyQualifiedName)) {
    throw conflict(`An object type with name ${input.name} already exists`, {
      subCategory: 'ObjectTypes.OBJECT_TYPE_ALREADY_EXISTS',
    });
  }
  const type: ObjectType = {
    id: '',
    name: input.name,
    singular: input.name,
    labels: input.labels,
    fullyQualifiedName,
    custom: true,
    primaryDisplayProperty: input.primaryDisplayProperty,
    secondaryDisplayProperties: input.secondaryDisplayProperties,
    requiredProperties: input.requiredProperties,
    searchableProperties: input.searchableProperties,
    description: input.description ?? null,
    archived: false,
    createdAt: at,
    updatedAt: at,
    properties: systemProperties(group),
    groups: [
      { name: group, label: `${input.labels.singular} information`, displayOrder: -1, archived: false },
    ],
    pipelines: [],
  };
  for (const property of input.properties) {
    if (type.properties.some(({ name }) => name === property.name)) {
      throw invalid(`Property "${property.name}" is defined twice`);
    }
    type.properties.push(newProperty(type, { ...property, groupName: property.groupName ?? group }, at));
  }
  checkReferences(type);
  return type;
}

export function schemaJson({ store, portalId }: Crm, type: ObjectType) {
  const associations = store.catalog.associationTypes
    .filter(({ from, to, label }) => (from === type.id || to === type.id) && label === null)
    .map(({ typeId, from, to, name }) => ({
      id: String(typeId),
      fromObjectTypeId: from,
      toObjectTypeId: to,
      name,
      createdAt: type.createdAt,
      updatedAt: type.updatedAt,
    }));
  return {
    id: type.id.split('-')[1],
    objectTypeId: type.id,
    fullyQualifiedName: type.fullyQualifiedName,
    portalId,
    name: type.name,
    labels: type.labels,
    description: type.description,
    primaryDisplayProperty: type.primaryDisplayProperty,
    secondaryDisplayProperties: type.secondaryDisplayProperties,
    requiredProperties: type.requiredProperties,
    searchableProperties: type.searchableProperties,
    properties: type.properties.filter(({ archived }) => !archived).map(propertyJson),
    associations,
    archived: type.archived,
    createdAt: type.createdAt,
    updatedAt: type.updatedAt,
  };
}
