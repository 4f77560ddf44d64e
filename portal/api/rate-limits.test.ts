import { testPortal } from './test-portal.ts';
import type { Answer, TestPortal } from './test-portal.ts';

const deals = '/crm/objects/2026-09/deals';
let portal: TestPortal;
beforeEach(() => void (portal = testPortal({ rateLimits: true })));
afterEach(() => portal.close());

async function callsUntilRefused(call: () => Promise<Answer>): Promise<[number, Answer]> {
  for (let count = 0; ; count += 1) {
    const answer = await call();
    if (answer.status === 429) return [count, answer];
  }
}

test('190 calls in ten rolling seconds, and the answers count them down', async () => {
  const first = await portal.get(deals);
  expect(first.headers).toMatchObject({
    'x-hubspot-ratelimit-max': '190',
    'x-hubspot-ratelimit-remaining': '189',
    'x-hubspot-ratelimit-interval-milliseconds': '10000',
  });
  portal.wait(9_000);
  const [count, refusal] = await callsUntilRefused(() => portal.get(deals));
  expect(count).toBe(189);
  expect(refusal.body).toMatchObject({
    status: 'error',
    errorType: 'RATE_LIMIT',
    policyName: 'TEN_SECONDLY_ROLLING',
  });
  expect(refusal.body).not.toHaveProperty('category');
  portal.wait(1_000);
  expect((await callsUntilRefused(() => portal.get(deals)))[0]).toBe(1);
});

test('five searches a second, without headers, on a limit of their own', async () => {
  const search = () => portal.post(`${deals}/search`, {});
  expect((await search()).headers).toEqual({});
  const [count, refusal] = await callsUntilRefused(search);
  expect(count).toBe(4);
  expect(refusal.body).toMatchObject({
    policyName: 'SECONDLY',
    message: 'You have reached your secondly limit.',
  });
  expect((await portal.get(deals)).status).toBe(200);
});

test('150 association calls in ten seconds', async () => {
  const [count] = await callsUntilRefused(() =>
    portal.get('/crm/associations/2026-09/deals/companies/labels'),
  );
  expect(count).toBe(150);
});

test("the portal's own pages have no limit, and their calls count for nobody", async () => {
  for (let index = 0; index < 200; index += 1) expect((await portal.get(deals, 'ui')).status).toBe(200);
  expect((await portal.get(deals)).headers['x-hubspot-ratelimit-remaining']).toBe('189');
});
