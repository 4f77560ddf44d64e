import { definitionsOf } from '../crm/definitions.ts';
import { formatProperty } from '../crm/format.ts';
import { readAssociations, readRecord, readRecords, searchRecords } from '../crm/records.ts';
import type { Properties, SearchRequest } from '../crm/records.ts';
import type { ExtensionContext } from './messages.ts';

type Crm = NonNullable<ExtensionContext['crm']>;

interface FormatChoice {
  propertiesToFormat?: string[] | 'all';
}

interface HookSearch extends SearchRequest {
  objectType: string;
  pageLength?: number;
}

async function formatted(objectType: string, properties: Properties, names: string[], choice?: FormatChoice) {
  const wanted = choice?.propertiesToFormat;
  if (!wanted) return properties;
  const known = await definitionsOf(objectType);
  const chosen = wanted === 'all' ? names : names.filter((name) => wanted.includes(name));
  return {
    ...properties,
    ...Object.fromEntries(chosen.map((n) => [n, formatProperty(n, properties, known)])),
  };
}

const only = (names: string[], properties: Properties): Properties =>
  Object.fromEntries(names.map((name) => [name, properties[name] ?? null]));

export async function answerProperties(
  crm: Crm,
  names: string[],
  choice?: FormatChoice,
): Promise<Properties> {
  const record = await readRecord(crm.objectTypeId, String(crm.objectId), names);
  return formatted(crm.objectTypeId, only(names, record.properties), names, choice);
}

/** `fetchCrmObjectProperties`: the names asked for, or every property with '*'. */
export async function answerObjectProperties(
  crm: Crm,
  names: string[] | '*',
): Promise<Record<string, string>> {
  const wanted = names === '*' ? [...(await definitionsOf(crm.objectTypeId)).properties.keys()] : names;
  const record = await readRecord(crm.objectTypeId, String(crm.objectId), wanted);
  return Object.fromEntries(wanted.map((name) => [name, record.properties[name] ?? '']));
}

interface AssociationsRequest {
  toObjectType: string;
  properties?: string[];
  pageLength?: number;
  offset?: number;
}

async function associationsOf(crm: Crm, to: string) {
  const found = [];
  let after: string | undefined;
  do {
    const page = await readAssociations(crm.objectTypeId, String(crm.objectId), to, after);
    found.push(...page.associations);
    after = page.after;
  } while (after !== undefined);
  return found;
}

export async function answerAssociations(crm: Crm, request: AssociationsRequest, choice?: FormatChoice) {
  const { toObjectType, properties = [], pageLength = 10, offset = 0 } = request;
  const all = await associationsOf(crm, toObjectType);
  const page = all.slice(offset, offset + pageLength);
  const ids = page.map(({ toObjectId }) => String(toObjectId));
  const records = new Map(
    (await readRecords(toObjectType, ids, properties)).map((record) => [record.id, record]),
  );
  const results = await Promise.all(
    page.map(async ({ toObjectId, associationTypes }) => ({
      toObjectId: Number(toObjectId),
      associationTypes: associationTypes.map((type) => ({ ...type, label: type.label ?? '' })),
      properties: await formatted(
        toObjectType,
        only(properties, records.get(String(toObjectId))?.properties ?? {}),
        properties,
        choice,
      ),
    })),
  );
  return { results, hasMore: offset + page.length < all.length, nextOffset: offset + page.length };
}

export async function answerSearch(request: HookSearch, choice?: FormatChoice) {
  const { objectType, pageLength = 10, properties = [], ...rest } = request;
  const page = await searchRecords(objectType, { ...rest, properties, limit: pageLength });
  const results = await Promise.all(
    page.results.map(async (record) => ({
      objectId: Number(record.id),
      properties: await formatted(objectType, only(properties, record.properties), properties, choice),
    })),
  );
  const after = page.paging?.next?.after;
  return {
    results,
    total: page.total,
    hasMore: after !== undefined,
    ...(after === undefined ? {} : { after }),
  };
}

export async function answerFormat(request: { propertiesList: Properties[]; objectType: string }) {
  const known = await definitionsOf(request.objectType);
  return request.propertiesList.map((properties) =>
    Object.fromEntries(
      Object.keys(properties).map((name) => [name, formatProperty(name, properties, known)]),
    ),
  );
}
