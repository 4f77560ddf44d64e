import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCrmApi } from './api/crm-api.ts';
import { coverage, coverageRowOf, datedNameOf } from './coverage.ts';
import { openStore } from './store/store.ts';

const store = openStore(null);
const api = createCrmApi({
  store,
  portalId: 1,
  homeCurrency: 'EUR',
  appToken: 'app',
  uiToken: 'ui',
  now: () => 0,
  rateLimits: false,
  searchLagMs: 0,
});
afterAll(() => store.close());

const registered = new Set(api.routes.map(({ method, pattern }) => `${method} ${datedNameOf(pattern)}`));
const claimed = coverage.filter(({ fidelity }) => fidelity !== 'missing');

test('the table claims exactly the routes that answer', () => {
  expect(claimed.map(({ route }) => route).sort()).toEqual([...registered].sort());
});

test('no route is in the table twice', () => {
  expect(new Set(coverage.map(({ route }) => route)).size).toBe(coverage.length);
});

test('every claimed route names a test that exists', () => {
  for (const { testedBy } of claimed) expect(existsSync(join(__dirname, testedBy ?? 'none'))).toBe(true);
});

test('the planned gaps answer 501 and name their row', async () => {
  for (const gap of coverage.filter(({ fidelity }) => fidelity === 'missing')) {
    const [method = '', pattern = ''] = gap.route.split(' ');
    const path = pattern.replace(/\{[^}]*\}/g, '1');
    const reply = await api.handle({
      method,
      path,
      query: new URLSearchParams(),
      headers: { authorization: 'Bearer ui' },
      body: {},
    });
    expect(reply?.status).toBe(501);
    expect(JSON.stringify(reply?.body)).toContain(gap.route);
    expect(JSON.stringify(reply?.body)).toContain(gap.notes);
  }
});

test('a path of the CRM that no row knows answers 501 as well', async () => {
  const asked = {
    method: 'GET',
    path: '/crm/v3/timeline/events',
    query: new URLSearchParams(),
    headers: {},
    body: {},
  };
  expect((await api.handle(asked))?.status).toBe(501);
  expect(coverageRowOf('GET', asked.path)).toBeNull();
});

test('paths outside of the API are left to others', async () => {
  const asked = { method: 'GET', path: '/index.html', query: new URLSearchParams(), headers: {}, body: {} };
  expect(await api.handle(asked)).toBeNull();
});

test('older names lead to the dated ones', () => {
  expect(datedNameOf('/crm/v3/objects/deals/1')).toBe('/crm/objects/2026-09/deals/1');
  expect(datedNameOf('/crm/v3/owners')).toBe('/crm/owners/2026-09');
  expect(datedNameOf('/crm/associations/v4/a/b/labels')).toBe('/crm/associations/2026-09/a/b/labels');
  expect(coverageRowOf('GET', '/crm/v3/owners/7')?.testedBy).toBe('api/account.test.ts');
});

test('the portal knows HubSpot and nothing of the app', () => {
  const words = /partner_involvement|partner_value|involvement_key/;
  for (const { testedBy } of claimed) {
    expect(readFileSync(join(__dirname, testedBy ?? ''), 'utf8')).not.toMatch(words);
  }
});
