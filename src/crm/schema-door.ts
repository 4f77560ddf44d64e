import * as z from 'zod/mini';
import { involvementObject, propertyGroup, qualifiedName, storeObject } from '#contract/schema';
import type { ObjectDefinition, PropertyDefinition, SchemaDoor } from '#usecases/crm';
import type { Send } from './transport.ts';
import { apiVersion } from './version.ts';

const named = z.object({ results: z.array(z.object({ name: z.string() })) });
const schemaList = z.object({ results: z.array(z.object({ name: z.string(), objectTypeId: z.string() })) });
const propertyList = z.object({
  results: z.array(
    z.object({ name: z.string(), options: z.optional(z.array(z.object({ value: z.string() }))) }),
  ),
});
const labelList = z.object({
  results: z.array(z.object({ typeId: z.number(), label: z.nullish(z.string()), category: z.string() })),
});

/** HubSpot's field types: https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide */
const fieldOf: Readonly<Record<PropertyDefinition['kind'], { type: string; fieldType: string }>> = {
  text: { type: 'string', fieldType: 'text' },
  long_text: { type: 'string', fieldType: 'textarea' },
  number: { type: 'number', fieldType: 'number' },
  date: { type: 'date', fieldType: 'date' },
  instant: { type: 'datetime', fieldType: 'date' },
  yes_no: { type: 'bool', fieldType: 'booleancheckbox' },
  choice: { type: 'enumeration', fieldType: 'select' },
  choices: { type: 'enumeration', fieldType: 'checkbox' },
};

const optionsOf = (options: PropertyDefinition['options']) =>
  options?.map(({ value, label }, displayOrder) => ({ value, label, displayOrder, hidden: false }));

const yesOrNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

const propertyInput = (definition: PropertyDefinition, group: string | null) => ({
  name: definition.name,
  label: definition.label,
  description: definition.description,
  ...fieldOf[definition.kind],
  ...(group === null ? {} : { groupName: group }),
  ...(definition.unique ? { hasUniqueValue: true } : {}),
  ...(definition.kind === 'yes_no'
    ? { options: optionsOf(yesOrNo) }
    : definition.options
      ? { options: optionsOf(definition.options) }
      : {}),
});

const objectInput = (definition: ObjectDefinition) => ({
  name: definition.name,
  labels: { singular: definition.singular, plural: definition.plural },
  primaryDisplayProperty: definition.primary,
  secondaryDisplayProperties: definition.secondary,
  searchableProperties: definition.searchable,
  requiredProperties: definition.required,
  properties: definition.properties.map((property) => propertyInput(property, null)),
  associatedObjects: definition.associated.map((type) => (type === 'deals' ? '0-3' : '0-2')),
});

const schemas = `/crm-object-schemas/${apiVersion}/schemas`;
const isOurs = (type: string): boolean => type === involvementObject || type === storeObject;

/** What the install needs of HubSpot: schemas, properties, groups, labels. */
export function createSchemaDoor(send: Send, portalId: number): SchemaDoor {
  const addressOf = (type: string): string => (isOurs(type) ? qualifiedName(portalId, type) : type);
  const get = async (path: string): Promise<unknown> => (await send({ method: 'GET', path })).body;
  return {
    objects: async () =>
      new Map(
        schemaList.parse(await get(schemas)).results.map(({ name, objectTypeId }) => [name, objectTypeId]),
      ),
    async createObject(definition) {
      const { body } = await send({ method: 'POST', path: schemas, body: objectInput(definition) });
      return z.object({ objectTypeId: z.string() }).parse(body).objectTypeId;
    },
    ...propertyDoor(send, get, (type) => `/crm/properties/${apiVersion}/${addressOf(type)}`),
    ...labelDoor(
      send,
      get,
      (from, to) => `/crm/associations/${apiVersion}/${addressOf(from)}/${addressOf(to)}/labels`,
    ),
  };
}

type Get = (path: string) => Promise<unknown>;
type PropertyDoor = 'properties' | 'createProperties' | 'setOptions' | 'groups' | 'createGroup';

const propertyDoor = (
  send: Send,
  get: Get,
  path: (type: string) => string,
): Pick<SchemaDoor, PropertyDoor> => ({
  properties: async (type) =>
    new Map(
      propertyList
        .parse(await get(path(type)))
        .results.map(({ name, options }) => [name, options?.map(({ value }) => value) ?? []]),
    ),
  async createProperties(type, definitions) {
    const group = isOurs(type) ? `${type}_information` : propertyGroup;
    const inputs = definitions.map((definition) => propertyInput(definition, group));
    await send({ method: 'POST', path: `${path(type)}/batch/create`, body: { inputs } });
  },
  async setOptions(type, name, options) {
    await send({ method: 'PATCH', path: `${path(type)}/${name}`, body: { options: optionsOf(options) } });
  },
  groups: async (type) => named.parse(await get(`${path(type)}/groups`)).results.map(({ name }) => name),
  async createGroup(type, name, label) {
    await send({ method: 'POST', path: `${path(type)}/groups`, body: { name, label, displayOrder: -1 } });
  },
});

const labelDoor = (
  send: Send,
  get: Get,
  path: (from: string, to: string) => string,
): Pick<SchemaDoor, 'associations' | 'createLabel'> => ({
  async associations(from, to) {
    const { results } = labelList.parse(await get(path(from, to)));
    return results.map(({ typeId, label }) => ({ typeId, label: label ?? null }));
  },
  async createLabel(from, to, name, label) {
    const { body } = await send({ method: 'POST', path: path(from, to), body: { name, label } });
    const [created] = labelList.parse(body).results;
    if (!created) throw new Error(`HubSpot created no association label ${name}`);
    return { typeId: created.typeId, label };
  },
});
