import { coverageRowOf } from '../coverage.ts';
import type { Store } from '../store/store.ts';
import type { Crm } from './crm.ts';
import { openRateLimits } from './rate-limits.ts';
import { Refusal } from './refusal.ts';
import { routerOf } from './router.ts';
import type { Reply } from './router.ts';
import { crmRoutes } from './routes.ts';
import { scopesOf } from './scopes.ts';

export interface CrmApiOptions {
  store: Store;
  portalId: number;
  homeCurrency: string;
  /** The app's token: rate limits and search lag hold for it. */
  appToken: string;
  /** The token of the portal's own pages. */
  uiToken: string;
  now: () => number;
  rateLimits: boolean;
  searchLagMs: number;
}

interface CrmRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

export interface CrmApi {
  /** Null: no route of the CRM API. */
  handle(request: CrmRequest): Promise<Reply | null>;
  routes: readonly { method: string; pattern: string }[];
  /** The search index catches up at once. */
  settle(): void;
}

const unauthorized = () =>
  new Refusal(
    401,
    'INVALID_AUTHENTICATION',
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
  );

const wrongToken = () =>
  new Refusal(401, 'INVALID_AUTHENTICATION', 'The OAuth token used to make this call is expired or invalid.');

function callerOf(options: CrmApiOptions, { headers }: CrmRequest): 'app' | 'pages' {
  const token = /^Bearer (.+)$/i.exec(String(headers['authorization'] ?? ''))?.[1];
  if (token === undefined) throw unauthorized();
  if (token === options.appToken) return 'app';
  if (token === options.uiToken) return 'pages';
  throw wrongToken();
}

const isOurs = (path: string): boolean => /^\/(crm|crm-object-schemas|portal)\//.test(path);

function notEmulated(method: string, path: string): Refusal {
  const row = coverageRowOf(method, path);
  const because = row ? `${row.route} (${row.notes})` : 'it has no row';
  return new Refusal(
    501,
    'NOT_EMULATED',
    `The portal does not emulate ${method} ${path}: portal/coverage.ts, ${because}`,
  );
}

const answered = (work: () => Reply): Reply => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body };
    throw error;
  }
};

/** HubSpot's CRM API over a store. */
export function createCrmApi(options: CrmApiOptions): CrmApi {
  const crm: Crm = options;
  const scopes = new Set<string>();
  const routes = crmRoutes(crm, scopes);
  const find = routerOf(routes);
  const limits = openRateLimits();

  const answer = (request: CrmRequest): Reply => {
    const { method, path, query, body } = request;
    const found = find(method, path);
    if (!found) throw notEmulated(method, path);
    const { route, params } = found;
    const trusted = callerOf(options, request) === 'pages';
    const admitted =
      trusted || !options.rateLimits ? { headers: {} } : limits.admit(route.quota, options.now());
    if ('refused' in admitted) return admitted.refused;
    if (!trusted) for (const scope of scopesOf(route.need, params)) scopes.add(scope);
    if (options.searchLagMs > 0) options.store.searchLag.settle(options.now());
    const origin = `http://${String(request.headers['host'] ?? '127.0.0.1')}`;
    const dated = route.pattern.includes('/2026-09');
    const reply = route.answer({ params, query, body, path: origin + path, dated, trusted });
    return { ...reply, headers: { ...admitted.headers, ...reply.headers } };
  };

  return {
    routes,
    settle: () => options.store.searchLag.settle(Infinity),
    handle: (request) =>
      Promise.resolve(
        find(request.method, request.path) || isOurs(request.path) ? answered(() => answer(request)) : null,
      ),
  };
}
