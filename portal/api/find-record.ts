import type { ObjectType } from '../store/catalog-types.ts';
import type { RecordRow } from '../store/records.ts';
import type { Crm } from './crm.ts';
import { invalid, notFound } from './refusal.ts';

export function checkIdProperty(crm: Crm, type: ObjectType, idProperty: string | null | undefined): void {
  if (!idProperty || idProperty === 'hs_object_id') return;
  const definition = crm.store.catalog.property(type, idProperty);
  if (!definition) throw invalid(`Property "${idProperty}" does not exist`);
  if (!definition.hasUniqueValue) {
    throw invalid(
      `Property "${idProperty}" is not a unique identifier property of ${type.fullyQualifiedName}`,
    );
  }
}

export function findRecord(
  crm: Crm,
  type: ObjectType,
  id: string,
  idProperty?: string | null,
  archived = false,
): RecordRow | null {
  const { records, uniqueValues } = crm.store;
  if (!idProperty || idProperty === 'hs_object_id') {
    return /^\d{1,15}$/.test(id) ? records.get(type.id, Number(id), archived) : null;
  }
  const holder = uniqueValues.holder(type.id, idProperty, id);
  return holder === null ? null : records.get(type.id, holder, archived);
}

export function recordOf(
  crm: Crm,
  type: ObjectType,
  id: string,
  idProperty?: string | null,
  archived = false,
): RecordRow {
  checkIdProperty(crm, type, idProperty);
  const row = findRecord(crm, type, id, idProperty, archived);
  if (!row) throw notFound();
  return row;
}
