import type { PropertyDefinition, PropertyOption, PropertyType } from '../catalog-types.ts';

export const beginning = '2020-01-01T00:00:00.000Z';

export const optionsOf = (pairs: readonly (readonly [value: string, label: string])[]): PropertyOption[] =>
  pairs.map(([value, label], displayOrder) => ({ value, label, displayOrder, hidden: false }));

export const yesNo = optionsOf([
  ['true', 'Yes'],
  ['false', 'No'],
]);

const fieldTypes: Record<PropertyType, string> = {
  string: 'text',
  number: 'number',
  date: 'date',
  datetime: 'date',
  enumeration: 'select',
  bool: 'booleancheckbox',
  phone_number: 'phonenumber',
  json: 'text',
  object_coordinates: 'text',
};

/** A property of HubSpot's own. */
export const define = (
  groupName: string,
  name: string,
  label: string,
  type: PropertyType,
  more: Partial<PropertyDefinition> = {},
): PropertyDefinition => ({
  name,
  label,
  type,
  fieldType: fieldTypes[type],
  groupName,
  description: '',
  options: type === 'bool' ? yesNo : [],
  displayOrder: -1,
  hidden: false,
  formField: false,
  hasUniqueValue: false,
  calculated: false,
  externalOptions: false,
  hubspotDefined: true,
  readOnlyValue: false,
  archived: false,
  createdAt: beginning,
  updatedAt: beginning,
  ...more,
});

export const readOnly = { readOnlyValue: true };
export const calculated = { readOnlyValue: true, calculated: true };

/** Properties that every object type has. */
export const systemProperties = (groupName: string): PropertyDefinition[] => [
  define(groupName, 'hs_object_id', 'Record ID', 'number', readOnly),
  define(groupName, 'hs_createdate', 'Object create date/time', 'datetime', readOnly),
  define(groupName, 'hs_lastmodifieddate', 'Object last modified date/time', 'datetime', readOnly),
  define(groupName, 'hs_merged_object_ids', 'Merged record IDs', 'enumeration', {
    ...readOnly,
    fieldType: 'checkbox',
    externalOptions: true,
  }),
  define(groupName, 'hubspot_owner_id', 'Owner', 'enumeration', { externalOptions: true }),
  define(groupName, 'hubspot_owner_assigneddate', 'Owner assigned date', 'datetime', readOnly),
];
