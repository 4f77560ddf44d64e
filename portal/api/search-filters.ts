import type { SQLInputValue } from 'node:sqlite';
import type { ObjectType, PropertyDefinition } from '../store/catalog-types.ts';
import { plainWordsOf } from '../store/search-functions.ts';
import type { Crm } from './crm.ts';
import { findType } from './object-types.ts';
import { instantOf } from './property-values.ts';
import { invalid } from './refusal.ts';
import type { Filter } from './search-query.ts';

/** A piece of SQL with its values. */
export interface Condition {
  sql: string;
  values: SQLInputValue[];
}

/** How a property is compared in SQL. */
interface Operand {
  sql: string;
  toValue: (text: string) => SQLInputValue;
  text: boolean;
}

// In brackets: `->>` binds no tighter than `||`.
export const textOf = (name: string): string => `(properties ->> '$."${name.replaceAll("'", "''")}"')`;

const toNumber = (text: string): number => {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isNaN(value)) throw invalid(`${text} is not a number`);
  return value;
};

const toInstant = (text: string): number => {
  const time = instantOf(text);
  if (time === null) throw invalid(`${text} is not a date`);
  return time;
};

const systemColumns: Record<string, Operand> = {
  hs_object_id: { sql: 'id', toValue: toNumber, text: false },
  hs_createdate: { sql: 'created_at', toValue: toInstant, text: false },
  hs_lastmodifieddate: { sql: 'updated_at', toValue: toInstant, text: false },
  lastmodifieddate: { sql: 'updated_at', toValue: toInstant, text: false },
};

export function operandOf({ name, type }: PropertyDefinition): Operand {
  const system = systemColumns[name];
  if (system) return system;
  switch (type) {
    case 'number':
      return { sql: `CAST(${textOf(name)} AS REAL)`, toValue: toNumber, text: false };
    case 'datetime':
      return { sql: textOf(name), toValue: (text) => new Date(toInstant(text)).toISOString(), text: false };
    case 'date':
      return {
        sql: textOf(name),
        toValue: (text) => new Date(toInstant(text)).toISOString().slice(0, 10),
        text: false,
      };
    case 'enumeration':
    case 'bool':
      return { sql: textOf(name), toValue: (text) => text, text: false };
    case 'string':
    case 'phone_number':
    case 'json':
    case 'object_coordinates':
      return { sql: `lower(${textOf(name)})`, toValue: (text) => text, text: true };
  }
}

const valueOf = ({ value, propertyName, operator }: Filter): string => {
  if (value === null || value === undefined) throw invalid(`${operator} on ${propertyName} needs a value`);
  return value;
};

const valuesOf = ({ values, propertyName, operator }: Filter): string[] => {
  if (!values || values.length === 0) throw invalid(`${operator} on ${propertyName} needs values`);
  return values;
};

// UNVERIFIED: that NEQ and NOT_IN, as here, leave out records without a value.
const comparisons = { EQ: '=', NEQ: '<>', LT: '<', LTE: '<=', GT: '>', GTE: '>=' } as const;

/** Any of the values, for a property that may hold several. */
function anyOf(operand: Operand, definition: PropertyDefinition, values: string[]): Condition {
  if (definition.fieldType !== 'checkbox') {
    const marks = values.map(() => '?').join(', ');
    return { sql: `${operand.sql} IN (${marks})`, values: values.map(operand.toValue) };
  }
  const one = `instr(';' || ${operand.sql} || ';', ';' || ? || ';') > 0`;
  return { sql: `(${values.map(() => one).join(' OR ')})`, values: values.map(operand.toValue) };
}

function propertyCondition(definition: PropertyDefinition, filter: Filter): Condition {
  const operand = operandOf(definition);
  const { operator } = filter;
  switch (operator) {
    case 'HAS_PROPERTY':
      return { sql: `${operand.sql} IS NOT NULL`, values: [] };
    case 'NOT_HAS_PROPERTY':
      return { sql: `${operand.sql} IS NULL`, values: [] };
    case 'BETWEEN': {
      if (filter.highValue === null || filter.highValue === undefined) {
        throw invalid(`BETWEEN on ${filter.propertyName} needs a highValue`);
      }
      const bounds = [valueOf(filter), filter.highValue];
      return { sql: `${operand.sql} BETWEEN ? AND ?`, values: bounds.map(operand.toValue) };
    }
    case 'IN':
      return anyOf(operand, definition, valuesOf(filter));
    case 'NOT_IN': {
      const { sql, values } = anyOf(operand, definition, valuesOf(filter));
      return { sql: `NOT (${sql})`, values };
    }
    case 'CONTAINS_TOKEN':
      return tokenCondition(operand, valueOf(filter));
    case 'NOT_CONTAINS_TOKEN':
      return {
        sql: `(${operand.sql} IS NOT NULL AND NOT contains_token(${operand.sql}, ?))`,
        values: [valueOf(filter)],
      };
    case 'EQ':
    case 'NEQ':
    case 'LT':
    case 'LTE':
    case 'GT':
    case 'GTE': {
      const value = operand.text ? valueOf(filter).toLowerCase() : valueOf(filter);
      return { sql: `${operand.sql} ${comparisons[operator]} ?`, values: [operand.toValue(value)] };
    }
  }
}

function tokenCondition({ sql }: Operand, pattern: string): Condition {
  const hints = plainWordsOf(pattern);
  return {
    sql: [...hints.map(() => `instr(lower(${sql}), ?) > 0`), `contains_token(${sql}, ?)`].join(' AND '),
    values: [...hints, pattern],
  };
}

const inverted = { IN: 'IN', EQ: 'IN', NOT_IN: 'NOT IN', NEQ: 'NOT IN' } as const;

function associationCondition(crm: Crm, type: ObjectType, filter: Filter): Condition {
  const to = findType(crm, filter.propertyName.slice('associations.'.length), false);
  if (!to || to.custom || type.custom) {
    throw invalid(`${filter.propertyName}: custom object associations cannot be searched`);
  }
  const { operator } = filter;
  const pairs = `SELECT from_id FROM associations WHERE from_type = ? AND to_type = ?`;
  if (operator === 'HAS_PROPERTY' || operator === 'NOT_HAS_PROPERTY') {
    const word = operator === 'HAS_PROPERTY' ? 'IN' : 'NOT IN';
    return { sql: `id ${word} (${pairs})`, values: [type.id, to.id] };
  }
  if (!(operator in inverted)) throw invalid(`${operator} is not supported on ${filter.propertyName}`);
  const ids = (operator === 'EQ' || operator === 'NEQ' ? [valueOf(filter)] : valuesOf(filter)).map(toNumber);
  const marks = ids.map(() => '?').join(', ');
  return {
    sql: `id ${inverted[operator as keyof typeof inverted]} (
      SELECT to_id FROM associations WHERE from_type = ? AND to_type = ? AND from_id IN (${marks}))`,
    values: [to.id, type.id, ...ids],
  };
}

/** The SQL of one filter. */
export function conditionOf(crm: Crm, type: ObjectType, filter: Filter): Condition {
  if (filter.propertyName.startsWith('associations.')) return associationCondition(crm, type, filter);
  const definition = crm.store.catalog.property(type, filter.propertyName);
  if (!definition || definition.archived) {
    throw invalid(`There was a problem with the request: property "${filter.propertyName}" does not exist`);
  }
  const indexed =
    ['EQ', 'IN'].includes(filter.operator) && ['string', 'enumeration'].includes(definition.type);
  if (indexed) crm.store.records.indexOn(type.id, operandOf(definition).sql);
  return propertyCondition(definition, filter);
}
