import { hubspotCrm } from '#crm/hubspot-crm';
import { startPortal, type Portal } from '#portal/portal';
import type { Crm } from '#usecases/crm';
import { changeInvolvement } from '#usecases/change-involvement';
import { installSchema } from '#usecases/install-schema';
import { readCompany } from '#usecases/read-company';
import { readDealCard } from '#usecases/read-deal-card';
import { readPortfolio } from '#usecases/read-portfolio';
import { removeInvolvement } from '#usecases/remove-involvement';
import { restoreInvolvement } from '#usecases/restore-involvement';
import { reviewInvolvement } from '#usecases/review-involvement';
import { tagPartner } from '#usecases/tag-partner';

const now = Date.UTC(2026, 8, 30, 12);
const actor = { userId: 1, email: 'sam@example.com', name: 'Sam' };

let portal: Portal;
let crm: Crm;
/** Calls that were under way at the same time as the one before count as one round. */
let calls: string[];
let rounds: number;

beforeAll(async () => {
  portal = await startPortal({ buildDir: null, rateLimits: false, quiet: true });
  const { fetch: real } = globalThis;
  let open = 0;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (...request) => {
    calls.push(`${request[1]?.method} ${(request[0] as URL).pathname}`);
    if (open++ === 0) rounds++;
    const response = await real(...request);
    open--;
    return response;
  });
  calls = [];
  const { url: baseUrl, token, portalId } = portal;
  crm = hubspotCrm({ token, baseUrl, portalId, now: Date.now, limits: 'off' });
  const { address } = await installSchema(crm, 'EUR');
  await load('companies', [
    { id: '7', properties: { name: 'Customer' } },
    { id: '88', properties: { name: 'Norvik', partner_type: 'si' } },
    { id: '89', properties: { name: 'Halden', partner_type: 'isv' } },
  ]);
  const deals = Array.from({ length: 300 }, (_, place) => ({
    id: String(1000 + place),
    properties: {
      dealname: `Deal ${place}`,
      pipeline: 'default',
      dealstage: 'closedwon',
      amount: '100',
      createdate: '2026-01-05T00:00:00Z',
      closedate: '2026-03-05T00:00:00Z',
    },
    associations: [
      { toObjectType: 'companies', toId: '7', typeId: 5 },
      { toObjectType: 'companies', toId: '7', typeId: 341 },
    ],
  }));
  await load('deals', deals);
  for (const { id } of deals.slice(0, 30)) {
    await tagPartner(
      crm,
      { portalId: portal.portalId, dealId: id, actor, schema: address, partnerId: '88' },
      now,
    );
  }
}, 60_000);
afterAll(async () => {
  jest.restoreAllMocks();
  await portal.close();
});

async function load(objectType: string, records: readonly object[]): Promise<void> {
  const headers = { authorization: `Bearer ${portal.uiToken}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ objectType, records });
  const response = await fetch(`${portal.url}/portal/import`, { method: 'POST', headers, body });
  expect(await response.json()).toMatchObject({ imported: records.length, errors: [] });
}

async function counted<Value>(verb: () => Promise<Value>): Promise<Value> {
  calls = [];
  rounds = 0;
  return verb();
}

const message = (dealId: string) => ({ portalId: portal.portalId, dealId, actor });

test('the deal card takes five calls in two rounds', async () => {
  await counted(() => readDealCard(crm, message('1000'), now));
  expect(calls).toHaveLength(5);
  expect(rounds).toBe(2);
});

test('saving a tag takes four calls, and so does every later step of it', async () => {
  const { schema } = await readDealCard(crm, message('1001'), now);
  const on = { ...message('1001'), schema };
  const tagged = await counted(() => tagPartner(crm, { ...on, partnerId: '89', tier: 'source' }, now));
  expect(calls).toHaveLength(4);
  const involvementId = tagged.involvement?.id ?? '';
  const steps = [
    () => changeInvolvement(crm, { ...on, involvementId, change: { tier: 'joint_solution' } }, now),
    () => reviewInvolvement(crm, { ...on, involvementId, decision: 'dispute', reason: 'Who?' }, now),
    () => removeInvolvement(crm, { ...on, involvementId }),
    () => restoreInvolvement(crm, { ...on, involvementId }, now),
  ];
  for (const step of steps) {
    await counted(step);
    expect(calls.length).toBeLessThanOrEqual(4);
  }
});

test('the numbers of an account with 300 deals take six calls at most', async () => {
  const card = await counted(() => readCompany(crm, { portalId: portal.portalId, companyId: '7' }, now));
  expect(calls.length).toBeLessThanOrEqual(6);
  expect(card).toMatchObject({ kind: 'customer', counted: { deals: 300, complete: true } });
  const won = card.kpis.find(({ id, arm }) => id === 'deals.won' && arm === 'all');
  expect(won?.value).toBe(300);
});

test("a partner's scorecard knows its deals", async () => {
  const card = await readCompany(crm, { portalId: portal.portalId, companyId: '88' }, now);
  expect(card).toMatchObject({ kind: 'partner', partnerType: 'si', accounts: 1 });
});

test('the portfolio reads each record once: pages of a hundred, and four calls around them', async () => {
  const input = { portalId: portal.portalId, pipelines: [] };
  const { coverage } = await counted(() => readPortfolio(crm, input, { now, deadlineAt: null }));
  expect(coverage).toEqual({ dealsRead: 300, dealsTotal: 300, complete: true });
  expect(calls.length).toBeLessThanOrEqual(3 + 1 + 1 + 4);
});

test('a portfolio read that HubSpot holds up gives what it has, in time', async () => {
  const limit = { calls: 6, windowMs: 60_000 };
  const limits = { general: limit, associations: limit, search: limit };
  const { url: baseUrl, token, portalId } = portal;
  const deadlineAt = Date.now() + 2_500;
  const slow = hubspotCrm({ token, baseUrl, portalId, now: Date.now, deadlineAt, limits });
  const { coverage, kpis } = await readPortfolio(slow, { portalId }, { now, deadlineAt });
  expect(coverage).toEqual({ dealsRead: 200, dealsTotal: 300, complete: false });
  expect(kpis.find(({ id, arm }) => id === 'deals.won' && arm === 'all')?.value).toBe(200);
  expect(Date.now()).toBeLessThan(deadlineAt);
});
