import { randomUUID } from 'node:crypto';
import { createCrmApi } from './api/crm-api.ts';
import { createRunner } from './runner/runner.ts';
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

const runnerOf = ({ functionTimeoutMs = 15_000, functionMemoryMb = 128 }: PortalOptions) =>
  createRunner({ timeoutMs: functionTimeoutMs, memoryMb: functionMemoryMb });

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
  const runner = runnerOf(options);
  const functions = functionDoor({
    ...tokens,
    buildDir,
    baseUrl: () => url,
    runner,
    crm: crm.door,
    log: options.quiet ? () => undefined : (line) => console.log(`[function] ${line}`),
  });
  const host = createHostDoor({ buildDir, portalId, homeCurrency, uiToken: tokens.uiToken });
  if (buildDir !== null) host.warm();
  const doors = [functions, host.door, crm.door];
  const shut = async () => {
    await host.close();
    crm.store.close();
  };
  const server = await openHttpServer(options.port ?? 0, doors).catch(async (error: unknown) => {
    await shut();
    throw error;
  });
  const url = `http://127.0.0.1:${server.port}`;
  const close = async () => {
    await runner.close();
    await server.close();
    await shut();
  };
  return { url, ...tokens, portalId, close };
}
