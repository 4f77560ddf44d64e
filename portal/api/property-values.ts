import type { ObjectType, PropertyDefinition } from '../store/catalog-types.ts';
import type { Properties } from '../store/records.ts';
import type { Crm } from './crm.ts';
import { invalidValues } from './refusal.ts';
import type { ValueError } from './refusal.ts';

type GivenValue = string | number | boolean | null;
export type GivenProperties = Record<string, GivenValue>;

/** https://developers.hubspot.com/docs/api-reference/latest/crm/properties/properties-guide (text properties) */
const longestText = 65_536;

const dayMs = 86_400_000;

/** The instant of an epoch or ISO text, or null. */
export function instantOf(value: string): number | null {
  // Digits of an epoch in milliseconds; a Date holds 8.64e15 of them, and eight digits are a mistaken day.
  if (/^-?\d{9,15}$/.test(value)) return Number(value);
  const time = /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? null : time;
}

type Stored = { value: string } | { code: string; message: string };

const refuse = (code: string, message: string): Stored => ({ code, message });

function timeValue({ type, name }: PropertyDefinition, value: string): Stored {
  const time = instantOf(value);
  if (time === null) {
    return refuse(
      type === 'date' ? 'INVALID_DATE' : 'INVALID_LONG',
      `${value} was not a valid ${type} for ${name}.`,
    );
  }
  const iso = new Date(time).toISOString();
  if (type === 'datetime') return { value: iso };
  if (time % dayMs !== 0) {
    return refuse('INVALID_DATE', `${value} is at ${iso.slice(11)}, not midnight UTC, for ${name}.`);
  }
  return { value: iso.slice(0, 10) };
}

function optionValue(definition: PropertyDefinition, value: string, before: string | undefined): Stored {
  const several = definition.fieldType === 'checkbox';
  // A leading ";" adds to the values that are there.
  const added = several && value.startsWith(';');
  const parts = several ? value.split(';').filter(Boolean) : [value];
  const allowed = new Set(definition.options.map((option) => option.value));
  const unknown = definition.externalOptions ? undefined : parts.find((part) => !allowed.has(part));
  if (unknown !== undefined) {
    return refuse(
      'INVALID_OPTION',
      `${unknown} was not one of the allowed options: [${[...allowed].slice(0, 50).join(', ')}]`,
    );
  }
  if (!several) return { value };
  const all = added ? [...(before ?? '').split(';').filter(Boolean), ...parts] : parts;
  return { value: [...new Set(all)].join(';') };
}

function storedValue(crm: Crm, definition: PropertyDefinition, value: string, before?: string): Stored {
  const { name, type } = definition;
  if (name === 'hubspot_owner_id' && !crm.store.catalog.owners.has(value)) {
    return refuse('INVALID_OWNER_ID', `Owner ${value} does not exist`);
  }
  switch (type) {
    case 'date':
    case 'datetime':
      return timeValue(definition, value);
    case 'number':
      return value.trim() !== '' && Number.isFinite(Number(value))
        ? { value: value.trim() }
        : refuse('INVALID_NUMBER', `${value} was not a valid number.`);
    case 'enumeration':
    case 'bool':
      return optionValue(definition, value, before);
    case 'string':
    case 'phone_number':
    case 'json':
    case 'object_coordinates':
      return value.length <= longestText
        ? { value }
        : refuse('PROPERTY_VALUE_TOO_LONG', `${name} is longer than ${longestText} characters.`);
  }
}

/** The properties after a write; throws HubSpot's refusal with every value that is wrong. */
export function applyValues(
  crm: Crm,
  type: ObjectType,
  before: Properties,
  given: GivenProperties,
): Properties {
  const after = { ...before };
  const errors: ValueError[] = [];
  for (const [key, raw] of Object.entries(given)) {
    const definition = crm.store.catalog.property(type, key);
    const name = definition?.name ?? key.toLowerCase();
    if (!definition || definition.archived) {
      errors.push({ name, code: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` });
    } else if (definition.readOnlyValue) {
      errors.push({
        name,
        code: 'READ_ONLY_VALUE',
        message: `"${name}" is a read only property; its value cannot be set.`,
      });
    } else if (raw === null || raw === '') {
      delete after[name];
    } else {
      const stored = storedValue(crm, definition, String(raw), before[name]);
      if ('value' in stored) after[name] = stored.value;
      else errors.push({ name, ...stored });
    }
  }
  if (errors.length > 0) throw invalidValues(errors);
  return after;
}
