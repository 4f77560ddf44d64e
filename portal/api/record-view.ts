import type { ObjectType } from '../store/catalog-types.ts';
import type { RecordRow } from '../store/records.ts';
import type { Crm } from './crm.ts';
import { isoOf } from './crm.ts';
import { listOf } from './router.ts';

const standardDefaults: Record<string, string[]> = {
  '0-1': ['createdate', 'email', 'firstname', 'hs_object_id', 'lastmodifieddate', 'lastname'],
  '0-2': ['createdate', 'domain', 'hs_lastmodifieddate', 'hs_object_id', 'name'],
  '0-3': [
    'amount',
    'closedate',
    'createdate',
    'dealname',
    'dealstage',
    'hs_lastmodifieddate',
    'hs_object_id',
    'pipeline',
  ],
};
const customDefaults = ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'];

/** Sent whatever properties were asked for. */
const always: Record<string, string[]> = {
  '0-1': ['createdate', 'hs_object_id', 'lastmodifieddate'],
  '0-2': ['createdate', 'hs_lastmodifieddate', 'hs_object_id'],
  '0-3': ['createdate', 'hs_lastmodifieddate', 'hs_object_id'],
};

export interface View {
  names: string[];
  history: string[];
}

export interface RecordJson {
  id: string;
  properties: Record<string, string | null>;
  createdAt: string;
  updatedAt: string;
  archived: boolean;
  archivedAt?: string;
  propertiesWithHistory?: Record<string, { value: string; timestamp: string; sourceType: string }[]>;
  associations?: Record<string, unknown>;
}

/** Names that are no property are left out, as HubSpot does. */
export function viewOf(crm: Crm, type: ObjectType, names: string[], history: string[] = []): View {
  const known = (name: string): string[] => {
    const definition = crm.store.catalog.property(type, name);
    return definition && !definition.archived ? [definition.name] : [];
  };
  const asked = names.flatMap(known);
  const shown =
    names.length > 0 ? (always[type.id] ?? customDefaults) : (standardDefaults[type.id] ?? customDefaults);
  return {
    names: [...new Set([...asked, ...shown])],
    history: history.flatMap(known),
  };
}

export const viewOfQuery = (crm: Crm, type: ObjectType, query: URLSearchParams): View =>
  viewOf(crm, type, listOf(query, 'properties'), listOf(query, 'propertiesWithHistory'));

export function valueOf(row: RecordRow, name: string): string | null {
  switch (name) {
    case 'hs_object_id':
      return String(row.id);
    case 'hs_createdate':
      return isoOf(row.createdAt);
    case 'hs_lastmodifieddate':
    case 'lastmodifieddate':
      return isoOf(row.updatedAt);
    default:
      return row.properties[name] ?? null;
  }
}

function historyOf(crm: Crm, type: ObjectType, row: RecordRow, names: string[]) {
  return Object.fromEntries(
    names.map((name) => {
      const versions = crm.store.history.of(type.id, row.id, name);
      const value = row.properties[name];
      // An imported record has no history but the value that it came with.
      const known = versions.length > 0 || value === undefined ? versions : [{ value, at: row.createdAt }];
      return [
        name,
        known.map((version) => ({
          value: version.value,
          timestamp: isoOf(version.at),
          sourceType: 'INTEGRATION',
        })),
      ];
    }),
  );
}

export function toJson(crm: Crm, type: ObjectType, row: RecordRow, view: View): RecordJson {
  const properties: Record<string, string | null> = {};
  for (const name of view.names) properties[name] = valueOf(row, name);
  const json: RecordJson = {
    id: String(row.id),
    properties,
    createdAt: isoOf(row.createdAt),
    updatedAt: isoOf(row.updatedAt),
    archived: row.archivedAt !== null,
  };
  if (row.archivedAt !== null) json.archivedAt = isoOf(row.archivedAt);
  if (view.history.length > 0) json.propertiesWithHistory = historyOf(crm, type, row, view.history);
  return json;
}

/** After a write HubSpot answers with every property that has a value. */
export const writtenJson = (crm: Crm, type: ObjectType, row: RecordRow): RecordJson =>
  toJson(crm, type, row, {
    names: [...Object.keys(row.properties), ...(always[type.id] ?? []), ...customDefaults],
    history: [],
  });
