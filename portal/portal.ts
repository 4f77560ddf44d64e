import { randomUUID } from 'node:crypto';
import { createCrmApi } from './api/crm-api.ts';
import { functionDoor } from './server/function-door.ts';
import type { Door } from './server/door.ts';
import { createHostDoor } from './server/host-door.ts';
import { openHttpServer } from './server/http-server.ts';
import { openStore } from './store/store.ts';

export interface PortalOptions {
  /** 0 or absent: a free port. */
  port?: number;
  /** The built app (what HubSpot would be given), or null for the API alone. */
  buildDir: string | null;
  /** Where the records stay between starts; absent: in memory. */
  dataFile?: string | null;
  portalId?: number;
  homeCurrency?: string;
  now?: () => number;
  rateLimits?: boolean;
  searchLagMs?: number;
  functionTimeoutMs?: number;
  functionMemoryMb?: number;
  quiet?: boolean;
}

export interface Portal {
  url: string;
  /** The app's token: rate limits and search lag hold for it. */
  token: string;
  /** The token of the portal's own pages. */
  uiToken: string;
  portalId: number;
  close(): Promise<void>;
}

type Tokens = Pick<Portal, 'token' | 'uiToken'>;

const limitsOf = (options: PortalOptions) => ({
  timeoutMs: options.functionTimeoutMs ?? 15_000,
  memoryMb: options.functionMemoryMb ?? 128,
});

function openCrm(options: PortalOptions, known: { portalId: number; homeCurrency: string; tokens: Tokens }) {
  const { portalId, homeCurrency, tokens } = known;
  const store = openStore(options.dataFile ?? null);
  const api = createCrmApi({
    store,
    portalId,
    homeCurrency,
    appToken: tokens.token,
    uiToken: tokens.uiToken,
    now: options.now ?? Date.now,
    rateLimits: options.rateLimits ?? true,
    searchLagMs: options.searchLagMs ?? 0,
  });
  const door: Door = (request) => api.handle(request);
  return { store, door };
}

/** Starts a portal on 127.0.0.1: the CRM API, the app's functions and, with a built app, the browser pages. */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { buildDir, portalId = 4242, homeCurrency = 'EUR' } = options;
  const tokens = { token: `pat-local-${randomUUID()}`, uiToken: `ui-local-${randomUUID()}` };
  const crm = openCrm(options, { portalId, homeCurrency, tokens });
  const closing = new AbortController();
  const functions = functionDoor({
    ...tokens,
    buildDir,
    baseUrl: () => url,
    limits: limitsOf(options),
    crm: crm.door,
    log: options.quiet ? () => undefined : (line) => console.log(`[function] ${line}`),
    signal: closing.signal,
  });
  const host = createHostDoor({ buildDir, portalId, homeCurrency, uiToken: tokens.uiToken });
  const doors = [functions, host.door, crm.door];
  const server = await openHttpServer(options.port ?? 0, doors).catch((error: unknown) => {
    crm.store.close();
    throw error;
  });
  const url = `http://127.0.0.1:${server.port}`;
  const close = async () => {
    closing.abort();
    await server.close();
    await host.close();
    crm.store.close();
  };
  if (buildDir !== null) host.warm();
  return { url, ...tokens, portalId, close };
}
