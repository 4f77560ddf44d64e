import { hubspotCrm } from '#crm/hubspot-crm';
import { startPortal } from '#portal/portal';
import { installSchema } from '#usecases/install-schema';
import { readCompany } from '#usecases/read-company';

/** HubSpot truncates inline associations at a hundred and gives a link to the rest. */
test('a deal with more tags than an inline list holds has them all', async () => {
  const portal = await startPortal({ buildDir: null, rateLimits: false, quiet: true });
  try {
    const { url: baseUrl, token, portalId } = portal;
    const crm = hubspotCrm({ token, baseUrl, portalId, now: Date.now, limits: 'off' });
    const { address } = await installSchema(crm, 'EUR');
    const headers = { authorization: `Bearer ${portal.uiToken}`, 'content-type': 'application/json' };
    const load = (objectType: string, records: readonly object[]) =>
      fetch(`${baseUrl}/portal/import`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ objectType, records }),
      });
    await load('deals', [{ id: '601', properties: { dealname: 'Deal' } }]);
    await load('companies', [{ id: '88', properties: { name: 'Norvik', partner_type: 'si' } }]);
    const tags = Array.from({ length: 250 }, (_, place) => ({
      properties: {
        involvement_key: `601:${place}`,
        deal_id: '601',
        partner_id: '88',
        tagged_at: '2026-01-01T00:00:00Z',
      },
      associations: [{ toObjectType: 'deals', toId: '601', typeId: address.involvementToDeal }],
    }));
    await load(`p${portalId}_partner_involvement`, tags);
    const deal = await crm.deal('601');
    expect(new Set(deal?.involvementIds).size).toBe(250);
    expect(await crm.involvements(deal?.involvementIds ?? [])).toHaveLength(250);
    expect(await readCompany(crm, { portalId, companyId: '88' }, Date.now())).toMatchObject({
      kind: 'partner',
    });
  } finally {
    await portal.close();
  }
}, 30_000);
