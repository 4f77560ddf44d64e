import type { ObjectType } from '../store/catalog-types.ts';
import type { Properties, RecordRow } from '../store/records.ts';
import type { Crm } from './crm.ts';
import { isoOf } from './crm.ts';
import { placeOf, settleStage } from './deal-stage.ts';
import { derivedNames, derivedOf, moveStage } from './derived-deal-properties.ts';
import { applyValues } from './property-values.ts';
import type { GivenProperties } from './property-values.ts';
import { conflict, invalid, invalidValues } from './refusal.ts';

const deals = '0-3';

function deriveDeal(
  crm: Crm,
  type: ObjectType,
  before: Properties,
  after: Properties,
  given: GivenProperties,
) {
  const wrong = settleStage(type, after);
  if (wrong) throw invalidValues([wrong]);
  const was = placeOf(type, before['dealstage'], before['pipeline'])?.stage ?? null;
  const is = placeOf(type, after['dealstage'], after['pipeline'])?.stage ?? null;
  const isClosed = is?.metadata['isClosed'] === 'true';
  const closing = isClosed && was?.metadata['isClosed'] !== 'true';
  // Closing sets the close date, unless the same write names one.
  if (closing && (given['closedate'] ?? '') === '') after['closedate'] = isoOf(crm.now());
  moveStage(after, before['dealstage'], after['dealstage'], crm.now());
  for (const name of derivedNames) delete after[name];
  Object.assign(after, derivedOf(after, is, crm.homeCurrency));
}

function checkUnique(crm: Crm, type: ObjectType, id: number | null, after: Properties): void {
  for (const { name, hasUniqueValue } of type.properties) {
    const value = after[name];
    if (!hasUniqueValue || value === undefined) continue;
    const holder = crm.store.uniqueValues.holder(type.id, name, value);
    if (holder === null || holder === id) continue;
    const message =
      type.id === '0-1' && name === 'email'
        ? `Contact already exists. Existing ID: ${holder}`
        : `Cannot set PropertyValueCoordinates{portalId=${crm.portalId}, objectTypeId=${type.id}, propertyName=${name}, value=${value}} on ${id ?? 'a new record'}. ${holder} already has that value.`;
    throw conflict(message, {
      errors: [{ message, code: 'CONFLICTING_UNIQUE_VALUE', context: { propertyName: [name] } }],
    });
  }
}

function claimUnique(crm: Crm, type: ObjectType, row: RecordRow): void {
  const unique = type.properties.filter(({ hasUniqueValue }) => hasUniqueValue);
  if (unique.length === 0) return;
  crm.store.uniqueValues.release(type.id, row.id);
  for (const { name } of unique) {
    const value = row.properties[name];
    if (value !== undefined) crm.store.uniqueValues.claim(type.id, name, value, row.id);
  }
}

/** Histories of long texts are not kept: they would outgrow the records. */
const longestInHistory = 4_000;

/** Keeps a row as given: index of unique values, history of what changed, and what search still believes. */
function keep(crm: Crm, type: ObjectType, row: RecordRow, before: RecordRow | null): void {
  const { records, history, searchLag } = crm.store;
  if (crm.searchLagMs > 0) searchLag.remember(type.id, row.id, before, row.updatedAt + crm.searchLagMs);
  records.put(type.id, row);
  claimUnique(crm, type, row);
  for (const [name, value] of Object.entries(row.properties)) {
    if (value.length > longestInHistory || before?.properties[name] === value) continue;
    history.add(type.id, row.id, name, value, row.updatedAt);
  }
  for (const name of Object.keys(before?.properties ?? {})) {
    if (row.properties[name] === undefined) history.add(type.id, row.id, name, '', row.updatedAt);
  }
}

function checkRequired(type: ObjectType, after: Properties): void {
  const missing = type.requiredProperties.filter((name) => after[name] === undefined);
  if (missing.length === 0) return;
  const message = `Error creating ${type.labels.singular}. Some required properties were not set.`;
  throw invalid(message, {
    errors: [{ message, code: 'REQUIRED_PROPERTIES_MISSING', context: { properties: missing } }],
  });
}

export function nextId(crm: Crm, type: ObjectType): number {
  const id = crm.store.catalog.nextNumber('record', 30_000_000_001);
  return crm.store.records.exists(type.id, id) ? nextId(crm, type) : id;
}

/** Keeps a row that came with its past: no history, and search sees it at once. */
export function keepImported(crm: Crm, type: ObjectType, row: RecordRow): void {
  checkUnique(crm, type, row.id, row.properties);
  crm.store.records.put(type.id, row);
  claimUnique(crm, type, row);
}

export function createRecord(crm: Crm, type: ObjectType, given: GivenProperties): RecordRow {
  const now = crm.now();
  const properties = applyValues(crm, type, {}, given);
  if (!type.custom) properties['createdate'] ??= isoOf(now);
  checkRequired(type, properties);
  if (type.id === deals) deriveDeal(crm, type, {}, properties, given);
  checkUnique(crm, type, null, properties);
  const row = { id: nextId(crm, type), properties, createdAt: now, updatedAt: now, archivedAt: null };
  keep(crm, type, row, null);
  return row;
}

export function updateRecord(
  crm: Crm,
  type: ObjectType,
  before: RecordRow,
  given: GivenProperties,
): RecordRow {
  const properties = applyValues(crm, type, before.properties, given);
  checkRequired(type, properties);
  if (type.id === deals) deriveDeal(crm, type, before.properties, properties, given);
  checkUnique(crm, type, before.id, properties);
  const row = { ...before, properties, updatedAt: crm.now() };
  keep(crm, type, row, before);
  return row;
}

export function archiveRecord(crm: Crm, type: ObjectType, before: RecordRow): void {
  const { records, uniqueValues, searchLag } = crm.store;
  const now = crm.now();
  if (crm.searchLagMs > 0) searchLag.remember(type.id, before.id, before, now + crm.searchLagMs);
  records.put(type.id, { ...before, archivedAt: now });
  // UNVERIFIED against a real account: that archiving frees a unique value.
  uniqueValues.release(type.id, before.id);
}
