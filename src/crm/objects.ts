import * as z from 'zod/mini';
import { Problem } from '#contract/problem';
import { crmRecord, recordPage, type CrmRecord } from './records.ts';
import type { Request, Send } from './transport.ts';
import { refusalOf } from './verdict.ts';
import { apiVersion } from './version.ts';

/** Records in one batch call, and in one page of a list: https://developers.hubspot.com/docs/api-reference/crm-objects-v3/guide */
const batchSize = 100;

export type Properties = Readonly<Record<string, string>>;

export interface Association {
  readonly toId: string;
  readonly typeId: number;
}

interface GetOptions {
  readonly properties: readonly string[];
  readonly associations?: readonly string[];
  readonly idProperty?: string;
  readonly archived?: boolean;
}

const root = (type: string): string => `/crm/objects/${apiVersion}/${type}`;
const one = (type: string, id: string): string => `${root(type)}/${encodeURIComponent(id)}`;

/** How long a call is worth waiting for, and how much of the rate limit it leaves to others. */
type Patience = Pick<Request, 'until' | 'keep'>;
type BatchOptions = Patience & Pick<Request, 'read'> & { readonly idProperty?: string };

/** Reads of any object type, one method per call of HubSpot's objects API. */
const createReads = (send: Send) => ({
  async get(type: string, id: string, options: GetOptions): Promise<CrmRecord | null> {
    const query = new URLSearchParams({ properties: options.properties.join(',') });
    if (options.associations) query.set('associations', options.associations.join(','));
    if (options.idProperty) query.set('idProperty', options.idProperty);
    if (options.archived) query.set('archived', 'true');
    const path = `${one(type, id)}?${query.toString()}`;
    const { status, body } = await send({ method: 'GET', path, accept: [404] });
    return status === 404 ? null : crmRecord.parse(body);
  },

  /** Those that exist: HubSpot answers 207 and names the others. */
  async batchRead(
    type: string,
    ids: readonly string[],
    properties: readonly string[],
    { idProperty, ...options }: BatchOptions = {},
  ): Promise<CrmRecord[]> {
    const path = `${root(type)}/batch/read`;
    const pages = chunksOf(ids, batchSize).map(async (chunk) => {
      const inputs = chunk.map((id) => ({ id }));
      const body = { properties, propertiesWithHistory: [], inputs, ...(idProperty ? { idProperty } : {}) };
      const request = { method: 'POST', path, body, repeatable: true, ...options } as const;
      return recordPage.parse((await send(request)).body).results;
    });
    return (await Promise.all(pages)).flat();
  },

  async page(
    type: string,
    properties: readonly string[],
    { after, ...patience }: Patience & { after: string | null },
  ) {
    const query = new URLSearchParams({ limit: String(batchSize), properties: properties.join(',') });
    if (after !== null) query.set('after', after);
    const { body } = await send({ method: 'GET', path: `${root(type)}?${query.toString()}`, ...patience });
    const { results, paging } = recordPage.parse(body);
    return { results, after: paging?.next?.after ?? null };
  },
});

const upsertAnswer = z.object({ errors: z.optional(z.array(z.unknown())) });

export interface NewRecord {
  readonly properties: Properties;
  /** The unique property. */
  readonly key: string;
  readonly associations?: readonly Association[];
}

const createWrites = (send: Send, reads: ReturnType<typeof createReads>) => ({
  /**
   * The new record's id; null where its key is taken. Repeatable, because every record that we create carries a
   * unique key: a repeated create finds its own record and is told so.
   */
  async create(type: string, { properties, key, associations = [] }: NewRecord): Promise<string | null> {
    const body = { properties, associations: associations.map(associationInput) };
    const accept = [400, 409];
    const answer = await send({ method: 'POST', path: root(type), body, accept, repeatable: true });
    if (answer.status < 300) return crmRecord.parse(answer.body).id;
    // A taken unique value is a 409 or, for some objects, a 400 like any other refusal: the key itself tells.
    const taken = await reads.get(type, properties[key] ?? '', { properties: [key], idProperty: key });
    if (taken) return null;
    throw refusalOf(answer);
  },

  /** False where the record does not exist. */
  async patch(type: string, id: string, properties: Properties, idProperty?: string): Promise<boolean> {
    const query = idProperty ? `?idProperty=${idProperty}` : '';
    const path = `${one(type, id)}${query}`;
    return (await send({ method: 'PATCH', path, body: { properties }, accept: [404] })).status !== 404;
  },

  /** Creates or overwrites by a unique property. Writing twice does what writing once does. */
  async batchUpsert(type: string, idProperty: string, records: readonly Properties[]): Promise<void> {
    const inputs = records.map((properties) => ({
      idProperty,
      id: properties[idProperty] ?? '',
      properties,
    }));
    const path = `${root(type)}/batch/upsert`;
    const answer = await send({ method: 'POST', path, body: { inputs }, accept: [409], repeatable: true });
    // Somebody created one of the keys at the same moment: HubSpot writes nothing of the batch.
    if (answer.status === 409) throw new Problem('crm_busy');
    const [failed] = upsertAnswer.parse(answer.body).errors ?? [];
    if (failed) throw refusalOf({ status: answer.status, body: failed });
  },

  async batchArchive(type: string, ids: readonly string[]): Promise<void> {
    const path = `${root(type)}/batch/archive`;
    for (const chunk of chunksOf(ids, batchSize)) {
      const body = { inputs: chunk.map((id) => ({ id })) };
      await send({ method: 'POST', path, body, repeatable: true });
    }
  },

  async archive(type: string, id: string): Promise<void> {
    await send({ method: 'DELETE', path: one(type, id), accept: [404] });
  },
});

export function createObjects(send: Send) {
  const reads = createReads(send);
  return { ...reads, ...createWrites(send, reads) };
}

export type Objects = ReturnType<typeof createObjects>;

/** Custom objects' association types are defined by the account, so their category is always this one. */
const associationInput = ({ toId, typeId }: Association) => ({
  to: { id: toId },
  types: [{ associationCategory: 'USER_DEFINED', associationTypeId: typeId }],
});

export function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
