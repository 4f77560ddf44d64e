import { hubspotCrm } from '#crm/hubspot-crm';
import { startPortal, type Portal } from '#portal/portal';
import type { RefreshProgress } from '#contract/refresh-portfolio';
import type { Crm } from '#usecases/crm';
import { installSchema } from '#usecases/install-schema';
import { readPortfolio } from '#usecases/read-portfolio';
import { refreshPortfolio } from '#usecases/refresh-portfolio';

const worker = '00000000-0000-4000-8000-00000000000a';
const hour = 3_600_000;
/** More than the 10,000 that one search gives. */
const many = 10_400;
let clock = Date.UTC(2026, 8, 1);
let portal: Portal;
let calls: string[] = [];

beforeAll(async () => {
  portal = await startPortal({ buildDir: null, rateLimits: false, now, quiet: true });
  const { fetch: real } = globalThis;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (...request) => {
    calls.push(`${request[1]?.method} ${(request[0] as URL).pathname}`);
    return real(...request);
  });
  await installSchema(open(), 'EUR');
}, 60_000);
afterAll(async () => {
  jest.restoreAllMocks();
  await portal.close();
});

/** The portal's clock, going on as the test does. */
const begun = Date.now();
const now = (): number => clock + Date.now() - begun;

const open = (): Crm => {
  const { url: baseUrl, token, portalId } = portal;
  return hubspotCrm({ token, baseUrl, portalId, now, limits: 'off' });
};

/** All changed at the same instant, as a bulk edit does it. */
async function bulkEdit(amount: number): Promise<void> {
  const at = new Date(now()).toISOString();
  const properties = {
    pipeline: 'default',
    dealstage: 'closedwon',
    amount: String(amount),
    createdate: '2026-01-05T00:00:00Z',
    closedate: '2026-03-05T00:00:00Z',
    hs_lastmodifieddate: at,
  };
  const records = Array.from({ length: many }, (_, place) => ({ id: String(1000 + place), properties }));
  const headers = { authorization: `Bearer ${portal.uiToken}`, 'content-type': 'application/json' };
  for (let start = 0; start < many; start += 5_000) {
    const body = JSON.stringify({ objectType: 'deals', records: records.slice(start, start + 5_000) });
    const answer = await fetch(`${portal.url}/portal/import`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ errors: [] });
  }
}

/** Each step by a function of its own. */
async function refreshed(want: 'changes' | 'sweep' = 'changes'): Promise<RefreshProgress> {
  calls = [];
  for (let steps = 0; steps < 50; steps++) {
    const call = { now: now(), deadlineAt: now() + 8_000, clock: now };
    const progress = await refreshPortfolio(open(), { portalId: portal.portalId, worker, want }, call);
    if (progress.state !== 'working') return progress;
  }
  throw new Error('The refresh does not end');
}

const wonMinor = async () => {
  const { kpis, freshness } = await readPortfolio(
    open(),
    { portalId: portal.portalId },
    { now: now(), deadlineAt: null },
  );
  expect(freshness).toMatchObject({ kind: 'stored', damaged: 0 });
  return kpis.find(({ id, arm }) => id === 'won.amount' && arm === 'all')?.value;
};

test('the first reading takes the pages and a few calls around them', async () => {
  await bulkEdit(10);
  expect(await refreshed()).toMatchObject({ state: 'done', recordsRead: many });
  const pages = Math.ceil(many / 100) + 2;
  expect(
    calls.filter(
      (call) => call.startsWith('GET') && /objects.*\/(deals|companies|p\d+_partner_involvement)$/.test(call),
    ),
  ).toHaveLength(pages);
  expect(calls.length).toBeLessThanOrEqual(pages + 18);
}, 60_000);

test('a bulk edit of more records at one instant than a search gives is read to the last', async () => {
  clock += 3 * hour;
  await bulkEdit(30);
  clock += hour;
  expect(await refreshed()).toMatchObject({ state: 'done', recordsRead: many });
  expect(await wonMinor()).toBe(many * 3_000);
}, 60_000);

test('a sweep drops the records that are gone', async () => {
  clock += 3 * hour;
  const headers = { authorization: `Bearer ${portal.token}` };
  for (const id of [1000, 5000, 1000 + many - 1])
    await fetch(`${portal.url}/crm/objects/2026-09/deals/${id}`, { method: 'DELETE', headers });
  await refreshed();
  expect(await wonMinor()).toBe(many * 3_000);
  expect(await refreshed('sweep')).toMatchObject({ state: 'done', recordsRead: many - 3 });
  expect(await wonMinor()).toBe((many - 3) * 3_000);
}, 60_000);
