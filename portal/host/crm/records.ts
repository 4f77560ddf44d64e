import { askCrm, CrmError } from './client.ts';

export type Properties = Record<string, string | null>;

export interface CrmRecord {
  id: string;
  properties: Properties;
}

export interface SearchRequest {
  query?: string | undefined;
  properties?: string[] | undefined;
  filterGroups?: unknown[] | undefined;
  sorts?: { propertyName: string; direction: 'ASCENDING' | 'DESCENDING' }[] | undefined;
  limit?: number | undefined;
  after?: string | undefined;
}

export interface SearchPage {
  total: number;
  results: CrmRecord[];
  paging?: { next?: { after: string } };
}

const objects = '/crm/objects/2026-09';

export const searchRecords = (objectType: string, request: SearchRequest): Promise<SearchPage> =>
  askCrm('POST', `${objects}/${objectType}/search`, { filterGroups: [], ...request });

/** Batch reads carry the property names in the body, so a record may have any number of them. */
export async function readRecords(
  objectType: string,
  ids: string[],
  properties: string[],
): Promise<CrmRecord[]> {
  if (ids.length === 0) return [];
  const reply = await askCrm<{ results: CrmRecord[] }>('POST', `${objects}/${objectType}/batch/read`, {
    properties,
    inputs: ids.map((id) => ({ id })),
  });
  const found = new Map(reply.results.map((record) => [record.id, record]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

export async function readRecord(objectType: string, id: string, properties: string[]): Promise<CrmRecord> {
  const [record] = await readRecords(objectType, [id], properties);
  if (!record) throw new CrmError(404, 'This record does not exist. It may have been deleted.');
  return record;
}

export const changeRecord = (objectType: string, id: string, properties: Properties): Promise<CrmRecord> =>
  askCrm('PATCH', `${objects}/${objectType}/${encodeURIComponent(id)}`, { properties });

export interface Association {
  toObjectId: string | number;
  associationTypes: { category: string; typeId: number; label: string | null }[];
}

interface AssociationPage {
  results: { to: Association[]; paging?: { next?: { after: string } } }[];
}

export async function readAssociations(
  from: string,
  id: string,
  to: string,
  after?: string,
): Promise<{ associations: Association[]; after: string | undefined }> {
  const inputs = [after === undefined ? { id } : { id, after }];
  const reply = await askCrm<AssociationPage>('POST', `/crm/associations/2026-09/${from}/${to}/batch/read`, {
    inputs,
  });
  const [result] = reply.results;
  return { associations: result?.to ?? [], after: result?.paging?.next?.after };
}
