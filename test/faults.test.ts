import { hubspotCrm } from '#crm/hubspot-crm';
import { mirrorOf } from '#domain/deal-mirror';
import { startPortal, type Portal } from '#portal/portal';
import { faults, faultyProxy, type FaultyProxy } from '#test/faulty-proxy';
import type { Crm } from '#usecases/crm';
import { installSchema } from '#usecases/install-schema';
import { removeInvolvement } from '#usecases/remove-involvement';
import { restoreInvolvement } from '#usecases/restore-involvement';
import { tagPartner } from '#usecases/tag-partner';

const now = Date.UTC(2026, 8, 30, 12);
const actor = { userId: 1, email: 'sam@example.com', name: 'Sam' };

let portal: Portal;
let proxy: FaultyProxy;
let crm: Crm;
let nextDeal = 1000;
let schema: Awaited<ReturnType<typeof installSchema>>['address'];

beforeAll(async () => {
  portal = await startPortal({ buildDir: null, rateLimits: false, quiet: true });
  proxy = await faultyProxy(portal.url);
  const { token, portalId } = portal;
  const transport = {
    token,
    portalId,
    baseUrl: proxy.url,
    now: Date.now,
    attemptMs: 250,
    limits: 'off' as const,
  };
  crm = hubspotCrm(transport);
  const { address } = await installSchema(crm, 'EUR');
  schema = { ...address, program: { lifeCycleStage: null, confirmers: [] } };
  await load('companies', [
    { id: '7', properties: { name: 'Customer' } },
    { id: '88', properties: { name: 'Norvik', partner_type: 'si' } },
  ]);
}, 60_000);
afterAll(async () => {
  proxy.close();
  await portal.close();
});

async function load(objectType: string, records: readonly object[]): Promise<void> {
  const headers = { authorization: `Bearer ${portal.uiToken}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ objectType, records });
  await fetch(`${portal.url}/portal/import`, { method: 'POST', headers, body });
}

async function newDeal() {
  const dealId = String(nextDeal++);
  const properties = { dealname: 'Deal', pipeline: 'default', dealstage: 'appointmentscheduled' };
  await load('deals', [
    { id: dealId, properties, associations: [{ toObjectType: 'companies', toId: '7', typeId: 5 }] },
  ]);
  return { portalId: portal.portalId, dealId, actor, schema };
}

/** The deal's tags, recounted, and whether its mirror says the same. */
async function recount(dealId: string) {
  const deal = await crm.deal(dealId);
  const tags = await crm.involvements(deal?.involvementIds ?? []);
  expect(deal?.mirror).toEqual(mirrorOf(tags));
  return tags;
}

describe.each(faults)('whichever call meets %s', (fault) => {
  test('one tag is saved, none is lost, none is doubled', async () => {
    for (let call = 0; call < 4; call++) {
      const message = await newDeal();
      proxy.strike(call, fault);
      const saved = await tagPartner(crm, { ...message, partnerId: '88', tier: 'source' }, now);
      expect(saved).toMatchObject({ answer: 'tagged', mirror: 'saved' });
      expect(await recount(message.dealId)).toMatchObject([{ id: saved.involvement?.id, tier: 'source' }]);
    }
  }, 60_000);

  test('a removal and its undo leave the same one tag', async () => {
    const message = await newDeal();
    const { involvement } = await tagPartner(crm, { ...message, partnerId: '88' }, now);
    const on = { ...message, involvementId: involvement?.id ?? '' };
    proxy.strike(2, fault);
    await removeInvolvement(crm, on);
    expect(await recount(message.dealId)).toEqual([]);
    proxy.strike(2, fault);
    await restoreInvolvement(crm, on, now + 1);
    expect(await recount(message.dealId)).toMatchObject([{ taggedAt: now }]);
  }, 60_000);
});
