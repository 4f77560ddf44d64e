import { join } from 'node:path';
import { install } from '#scripts/install';
import { involvementKey, involvementObject, qualifiedName } from '#contract/schema';
import { startPortal, type Portal } from '#portal/portal';
import { countingProxy, type CountingProxy } from './counting-proxy.ts';
import { runMain } from './run-main.ts';

const account = '900001';
const partner = '900002';
const deals = 300;
const actor = { userId: 1, email: 'seller@example.com', name: 'Seller' };

type Row = Record<string, string | number>;

async function post(portal: Portal, path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${portal.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${portal.uiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}

/** One account with 300 deals, every third with a tag. */
async function fill(portal: Portal): Promise<void> {
  await post(portal, '/portal/import', {
    objectType: 'companies',
    records: [
      { id: account, properties: { name: 'Account' } },
      { id: partner, properties: { name: 'Partner', partner_type: 'si' } },
    ],
  });
  const ids = Array.from({ length: deals }, (_, index) => String(800_000 + index));
  await post(portal, '/portal/import', {
    objectType: 'deals',
    records: ids.map((id, index) => ({
      id,
      properties: {
        dealname: `Deal ${id}`,
        pipeline: 'default',
        dealstage: index % 2 ? 'closedwon' : 'qualifiedtobuy',
        amount: '1000',
      },
      associations: [{ toObjectType: 'companies', toId: account, typeId: 5 }],
    })),
  });
  await post(portal, '/portal/import', {
    objectType: qualifiedName(portal.portalId, involvementObject),
    records: ids
      .filter((_, index) => index % 3 === 1)
      .map((id) => ({ properties: involvementProperties(id) })),
  });
  await post(portal, '/portal/settle', {});
}

const involvementProperties = (dealId: string): Record<string, string> => ({
  involvement_key: involvementKey(dealId, partner),
  deal_id: dealId,
  account_id: account,
  partner_id: partner,
  partner_name: 'Partner',
  tier: 'co_sell',
  origin: 'false',
  status: 'confirmed',
  tagged_at: '2026-01-05T10:00:00.000Z',
  tagged_by: 'seller@example.com',
  tagged_from: 'card',
});

interface Reply {
  ok: boolean;
  value?: { schema?: unknown };
  problem?: unknown;
}

async function measured(
  what: string,
  budget: string,
  proxy: CountingProxy,
  run: () => Promise<unknown>,
): Promise<[Row, Reply]> {
  proxy.take();
  const start = performance.now();
  const reply = (await run()) as Reply;
  if (!reply.ok) throw new Error(`${what}: ${JSON.stringify(reply.problem)}`);
  const { calls, rounds } = proxy.take();
  return [{ action: what, calls, rounds, budget, 'cold, ms': Math.round(performance.now() - start) }, reply];
}

/** CRM calls and sequential rounds of what people do most, counted between the built function and the portal. */
export async function callsPerAction(buildDir: string): Promise<Row[]> {
  const portal = await startPortal({ buildDir: null, quiet: true });
  // Ten milliseconds of latency keep the calls of one round apart from those of the next.
  const proxy = await countingProxy(portal.url, 10);
  try {
    await install({ baseUrl: portal.url, token: portal.token });
    await fill(portal);
    const env = { PRIVATE_APP_ACCESS_TOKEN: portal.token, HUBSPOT_API_URL: proxy.url };
    const { portalId } = portal;
    const call = (name: string, parameters: object) => () =>
      runMain(join(buildDir, 'app/functions', `${name}.js`), { portalId, ...parameters }, env);
    const dealId = '800000';
    const [card, opened] = await measured(
      'open a deal card',
      '≤ 5 calls, ≤ 2 rounds',
      proxy,
      call('read-deal-card', { dealId }),
    );
    const tag = { dealId, partnerId: partner, tier: 'assist', actor, schema: opened.value?.schema };
    const [tagged] = await measured('tag a partner', '≤ 4 calls', proxy, call('tag-partner', tag));
    const [read] = await measured(
      'company card, 300 deals',
      '≤ 6 calls',
      proxy,
      call('read-company', { companyId: account }),
    );
    return [card, tagged, read];
  } finally {
    await proxy.close();
    await portal.close();
  }
}
