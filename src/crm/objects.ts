import * as z from 'zod';
import { Problem } from '#contract/problem';
import { crmRecord, recordPage, type CrmRecord } from './records.ts';
import type { Send } from './transport.ts';
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

const refusal = z.object({ message: z.string() });

/** Records of any object type, one method per call of HubSpot's objects API. */
export function createObjects(send: Send) {
  const root = (type: string): string => `/crm/objects/${apiVersion}/${type}`;

  return {
    async get(type: string, id: string, options: GetOptions): Promise<CrmRecord | null> {
      const query = new URLSearchParams({ properties: options.properties.join(',') });
      if (options.associations) query.set('associations', options.associations.join(','));
      if (options.idProperty) query.set('idProperty', options.idProperty);
      if (options.archived) query.set('archived', 'true');
      const path = `${root(type)}/${encodeURIComponent(id)}?${query.toString()}`;
      const { status, body } = await send({ method: 'GET', path, accept: [404] });
      return status === 404 ? null : crmRecord.parse(body);
    },

    async batchRead(type: string, ids: readonly string[], properties: readonly string[]): Promise<CrmRecord[]> {
      const pages = chunksOf(ids, batchSize).map(async (chunk) => {
        const body = { properties, propertiesWithHistory: [], inputs: chunk.map((id) => ({ id })) };
        const path = `${root(type)}/batch/read`;
        return recordPage.parse((await send({ method: 'POST', path, body, repeatable: true })).body).results;
      });
      return (await Promise.all(pages)).flat();
    },

    async page(type: string, properties: readonly string[], after: string | null) {
      const query = new URLSearchParams({ limit: String(batchSize), properties: properties.join(',') });
      if (after !== null) query.set('after', after);
      const { body } = await send({ method: 'GET', path: `${root(type)}?${query.toString()}` });
      const { results, paging } = recordPage.parse(body);
      return { results, after: paging?.next?.after ?? null };
    },

    /**
     * Null where a unique value is taken. Repeatable, because every record that we create carries a unique key:
     * a repeated create finds its own record and is told so.
     */
    async create(
      type: string,
      properties: Properties,
      key: string,
      associations: readonly Association[] = [],
    ): Promise<string | null> {
      const body = { properties, associations: associations.map(associationInput) };
      const accept = [400, 409];
      const answer = await send({ method: 'POST', path: root(type), body, accept, repeatable: true });
      if (answer.status < 300) return crmRecord.parse(answer.body).id;
      // A taken unique value is a 409 or, for some objects, a 400 like any other refusal: the key itself tells.
      const taken = await this.get(type, properties[key] ?? '', { properties: [key], idProperty: key });
      if (taken) return null;
      const message = refusal.safeParse(answer.body).data?.message ?? `status ${answer.status}`;
      throw new Problem('crm_refused', { detail: `HubSpot did not accept the change: ${message}` });
    },

    async patch(type: string, id: string, properties: Properties, idProperty?: string): Promise<void> {
      const query = idProperty ? `?idProperty=${idProperty}` : '';
      const path = `${root(type)}/${encodeURIComponent(id)}${query}`;
      await send({ method: 'PATCH', path, body: { properties } });
    },

    async archive(type: string, id: string): Promise<void> {
      await send({ method: 'DELETE', path: `${root(type)}/${encodeURIComponent(id)}`, accept: [404] });
    },
  };
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
