import { each, shipmentSchema, testPortal } from './test-portal.ts';
import type { TestPortal } from './test-portal.ts';

let portal: TestPortal;
beforeEach(() => void (portal = testPortal()));
afterEach(() => portal.close());

test('owners are listed in pages, found by e-mail address, by id and by user', async () => {
  const page = await portal.get('/crm/owners/2026-09?limit=2');
  expect(each(page.body.results, 'id')).toEqual(['101', '102']);
  const rest = await portal.get(`/crm/owners/2026-09?limit=2&after=${page.body.paging.next.after}`);
  const [owner] = rest.body.results;
  expect((await portal.get(`/crm/owners/2026-09?email=${owner.email}`)).body.results).toEqual([owner]);
  expect((await portal.get(`/crm/owners/2026-09/${owner.id}`)).body).toEqual(owner);
  expect((await portal.get(`/crm/owners/2026-09/${owner.userId}?idProperty=userId`)).body).toEqual(owner);
  expect((await portal.get('/crm/owners/2026-09/7')).status).toBe(404);
});

test('an owner can be added here, where there are no users', async () => {
  const { body } = await portal.post('/portal/owners', { email: 'new@example.com', firstName: 'New' });
  expect(await portal.add('deals', { hubspot_owner_id: body.id })).toMatch(/^\d+$/);
  expect((await portal.post('/portal/owners', { id: body.id, email: 'x@example.com' })).status).toBe(409);
});

test("the scopes are those that the app's calls needed, and the pages' calls need none", async () => {
  await portal.get('/crm/objects/2026-09/deals', 'ui');
  expect((await portal.get('/portal/scopes')).body.scopes).toEqual([]);
  await portal.post('/crm-object-schemas/2026-09/schemas', shipmentSchema);
  await portal.get('/crm/pipelines/2026-09/0-3');
  await portal.get('/crm/owners/2026-09');
  await portal.get('/crm/associations/2026-09/deals/p42_shipment/labels');
  await portal.post('/crm/properties/2026-09/companies', {});
  expect((await portal.get('/portal/scopes')).body.scopes).toEqual([
    'crm.objects.custom.read',
    'crm.objects.deals.read',
    'crm.objects.owners.read',
    'crm.schemas.companies.write',
    'crm.schemas.custom.write',
  ]);
});

test('the account and the token tell who they are', async () => {
  const details = await portal.get('/account-info/v3/details');
  expect(details.body).toMatchObject({ portalId: 42, companyCurrency: 'EUR' });
  const token = await portal.post('/oauth/v2/private-apps/get/access-token-info', { tokenKey: 'app' });
  expect(token.body).toMatchObject({ hubId: 42, userId: 9001 });
});

test('the limits count what is used', async () => {
  await portal.post('/crm-object-schemas/2026-09/schemas', shipmentSchema);
  await portal.add('p42_shipment', { code: 'A' });
  await portal.post('/crm/associations/2026-09/deals/companies/labels', { name: 'payer', label: 'Payer' });
  const limits = async (what: string) =>
    (await portal.get(`/crm/limits/2026-09/${what}`)).body as Record<string, Record<string, unknown>[]>;
  expect(await limits('records')).toMatchObject({ customObjectTypes: { byObjectType: [{ usage: 1 }] } });
  expect(await limits('custom-object-types')).toMatchObject({ limit: 10, usage: 1, percentage: 10 });
  expect(each((await limits('custom-properties'))['byObjectType'], 'usage')).toEqual([0, 0, 0, 4]);
  expect(await limits('pipelines')).toMatchObject({ hubspotDefinedObjectTypes: [{ usage: 1 }] });
  expect(await limits('associations/labels')).toMatchObject({
    results: [{ usage: 1, limit: 10 }, { usage: 1 }],
  });
  expect(await limits('associations/records/deals/companies')).toMatchObject({ limit: 50_000 });
});
