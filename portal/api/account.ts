import type { Crm } from './crm.ts';
import { ok, routesAt } from './router.ts';
import type { Route } from './router.ts';

/** What clients ask about the token and the account before they begin. */
export const accountRoutes = (crm: Crm, scopes: ReadonlySet<string>): Route[] => [
  ...routesAt('POST', ['/oauth/v2/private-apps/get/access-token-info'], 'general', 'none', () => {
    const [owner] = crm.store.catalog.owners.values();
    return ok({ userId: owner?.userId ?? 0, hubId: crm.portalId, appId: 1, scopes: [...scopes].sort() });
  }),
  ...routesAt('GET', ['/account-info/2026-09/details', '/account-info/v3/details'], 'general', 'none', () =>
    ok({
      portalId: crm.portalId,
      accountType: 'DEVELOPER_TEST',
      timeZone: 'UTC',
      companyCurrency: crm.homeCurrency,
      additionalCurrencies: [],
      utcOffset: '+00:00',
      utcOffsetMilliseconds: 0,
      uiDomain: '127.0.0.1',
      dataHostingLocation: 'na1',
    }),
  ),
  ...routesAt('GET', ['/portal/scopes'], 'none', 'none', () => ok({ scopes: [...scopes].sort() })),
];
