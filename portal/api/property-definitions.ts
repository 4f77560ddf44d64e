import * as z from 'zod';
import { yesNo } from '../store/defaults/define.ts';
import type { ObjectType, PropertyDefinition } from '../store/catalog-types.ts';
import { invalid } from './refusal.ts';

const propertyTypes = [
  'string',
  'number',
  'date',
  'datetime',
  'enumeration',
  'bool',
  'phone_number',
  'json',
] as const;

// https://developers.hubspot.com/docs/api-reference/latest/crm/properties/properties-guide (fieldType)
const fieldTypes = [
  'booleancheckbox',
  'calculation_equation',
  'checkbox',
  'date',
  'file',
  'html',
  'number',
  'phonenumber',
  'radio',
  'select',
  'text',
  'textarea',
] as const;

const option = z.object({
  label: z.string(),
  value: z.string(),
  displayOrder: z.number().int().default(-1),
  hidden: z.boolean().default(false),
  description: z.string().optional(),
});

export const propertyInput = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(propertyTypes),
  fieldType: z.enum(fieldTypes),
  groupName: z.string(),
  description: z.string().nullish(),
  options: z.array(option).nullish(),
  displayOrder: z.number().int().nullish(),
  hidden: z.boolean().nullish(),
  formField: z.boolean().nullish(),
  hasUniqueValue: z.boolean().nullish(),
  externalOptions: z.boolean().nullish(),
});
export type PropertyInput = z.infer<typeof propertyInput>;

export const propertyChanges = propertyInput.omit({ name: true, hasUniqueValue: true }).partial();

/** https://developers.hubspot.com/docs/api-reference/latest/crm/properties/properties-guide (unique values) */
const mostUnique = 10;
const mostOptions = 5_000;

const kept = <Value>(options: Value[] | null | undefined) =>
  options as PropertyDefinition['options'] | null | undefined;

function checkOptions(type: string, options: readonly { value: string; label: string }[]): void {
  if (type === 'enumeration' && options.length > mostOptions) {
    throw invalid(`A property may have ${mostOptions} options at most`);
  }
  const twice = options.find(
    ({ value }, index) => options.findIndex((other) => other.value === value) !== index,
  );
  if (twice) throw invalid(`The option value "${twice.value}" is there twice`);
  const blank = options.find(({ value, label }) => value === '' || label === '');
  if (blank) throw invalid('An option needs a value and a label');
}

function checkNew(type: ObjectType, input: PropertyInput): void {
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(input.name)) {
    throw invalid(
      `The property name "${input.name}" must be lower case letters, digits and "_", and begin with a letter`,
    );
  }
  if (!type.groups.some(({ name, archived }) => name === input.groupName && !archived)) {
    throw invalid(`Property group ${input.groupName} does not exist`);
  }
  if (input.type === 'bool' && input.options?.length !== 2) {
    throw invalid('Boolean properties must have exactly two options, "true" and "false"');
  }
  const unique = type.properties.filter(({ hasUniqueValue, archived }) => hasUniqueValue && !archived);
  if (input.hasUniqueValue && unique.length >= mostUnique) {
    throw invalid(`${type.labels.plural} have ${mostUnique} unique properties already`);
  }
}

/** A property of an account's own; throws what HubSpot would refuse. */
export function newProperty(type: ObjectType, input: PropertyInput, at: string): PropertyDefinition {
  checkNew(type, input);
  const options = kept(input.options) ?? (input.type === 'bool' ? yesNo : []);
  checkOptions(input.type, options);
  return {
    name: input.name,
    label: input.label,
    type: input.type,
    fieldType: input.fieldType,
    groupName: input.groupName,
    description: input.description ?? '',
    options,
    displayOrder: input.displayOrder ?? -1,
    hidden: input.hidden ?? false,
    formField: input.formField ?? false,
    hasUniqueValue: input.hasUniqueValue ?? false,
    calculated: input.fieldType === 'calculation_equation',
    externalOptions: input.externalOptions ?? false,
    hubspotDefined: false,
    readOnlyValue: input.fieldType === 'calculation_equation',
    archived: false,
    createdAt: at,
    updatedAt: at,
  };
}

/** `options`, when given, replaces the whole list. */
export function changedProperty(
  type: ObjectType,
  before: PropertyDefinition,
  changes: z.infer<typeof propertyChanges>,
  at: string,
): PropertyDefinition {
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<PropertyDefinition>;
  checkOptions(given.type ?? before.type, given.options ?? []);
  if (given.groupName && !type.groups.some(({ name }) => name === given.groupName)) {
    throw invalid(`Property group ${given.groupName} does not exist`);
  }
  return { ...before, ...given, updatedAt: at };
}

export const propertyJson = ({ hubspotDefined, readOnlyValue, ...property }: PropertyDefinition) => ({
  ...property,
  ...(hubspotDefined ? { hubspotDefined: true } : {}),
  modificationMetadata: {
    archivable: !hubspotDefined,
    readOnlyDefinition: hubspotDefined,
    readOnlyOptions: hubspotDefined,
    readOnlyValue,
  },
});
