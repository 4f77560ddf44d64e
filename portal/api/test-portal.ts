import { openStore } from '../store/store.ts';
import { createCrmApi } from './crm-api.ts';
import type { CrmApiOptions } from './crm-api.ts';

/** An answer as a test reads it. */
export interface Answer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
  headers: Record<string, string>;
}

export type TestPortal = ReturnType<typeof testPortal>;

export const noon = Date.UTC(2026, 8, 15, 12);

interface Options extends Partial<CrmApiOptions> {
  file?: string;
}

function openApi(options: Options) {
  const clock = { time: noon };
  const store = openStore(options.file ?? null);
  const api = createCrmApi({
    store,
    portalId: 42,
    homeCurrency: 'EUR',
    appToken: 'app',
    uiToken: 'ui',
    now: () => clock.time,
    rateLimits: false,
    searchLagMs: 0,
    ...options,
  });
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    token: string | null = 'app',
  ): Promise<Answer> => {
    const { pathname, searchParams: query } = new URL(path, 'http://127.0.0.1');
    const headers = { host: '127.0.0.1:1', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    const reply = await api.handle({ method, path: pathname, query, headers, body });
    if (!reply) throw new Error(`No route for ${method} ${path}`);
    return { status: reply.status, body: reply.body, headers: reply.headers ?? {} };
  };
  return { clock, store, api, call };
}

/** An API over an empty store, with a clock that stands still until it is moved. */
export function testPortal(options: Options = {}) {
  const { clock, store, api, call } = openApi(options);
  return {
    call,
    get: (path: string, token?: string) => call('GET', path, undefined, token),
    post: (path: string, body: unknown, token?: string) => call('POST', path, body, token),
    patch: (path: string, body: unknown) => call('PATCH', path, body),
    put: (path: string, body?: unknown) => call('PUT', path, body),
    remove: (path: string) => call('DELETE', path),
    settle: () => api.settle(),
    wait: (ms: number) => void (clock.time += ms),
    close: () => store.close(),
    /** The id of a new record. */
    async add(
      type: string,
      properties: Record<string, unknown>,
      associations: unknown[] = [],
    ): Promise<string> {
      const answer = await call('POST', `/crm/objects/2026-09/${type}`, { properties, associations });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return (answer.body as { id: string }).id;
    },
  };
}

/** One member of every row. */
export const each = (rows: unknown, name: string): unknown[] =>
  (rows as Record<string, unknown>[]).map((row) => row[name]);

/** A custom object with a unique property. */
export const shipmentSchema = {
  name: 'shipment',
  labels: { singular: 'Shipment', plural: 'Shipments' },
  primaryDisplayProperty: 'code',
  requiredProperties: ['code'],
  searchableProperties: ['code'],
  properties: [
    { name: 'code', label: 'Code', type: 'string', fieldType: 'text', hasUniqueValue: true },
    { name: 'weight', label: 'Weight', type: 'number', fieldType: 'number' },
    { name: 'sent_on', label: 'Sent on', type: 'date', fieldType: 'date' },
    {
      name: 'modes',
      label: 'Modes',
      type: 'enumeration',
      fieldType: 'checkbox',
      options: [
        { label: 'Air', value: 'air' },
        { label: 'Sea', value: 'sea' },
        { label: 'Rail', value: 'rail' },
      ],
    },
  ],
  associatedObjects: ['0-2', 'DEAL'],
};
