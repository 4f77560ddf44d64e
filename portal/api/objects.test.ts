import { each, shipmentSchema, testPortal } from './test-portal.ts';
import type { TestPortal } from './test-portal.ts';

const deals = '/crm/objects/2026-09/deals';
let portal: TestPortal;
beforeEach(() => void (portal = testPortal()));
afterEach(() => portal.close());

test('every value comes back as a string or null, and system times as ISO text', async () => {
  const { status, body } = await portal.post(deals, { properties: { dealname: 'A', amount: 12.5 } });
  expect(status).toBe(201);
  const read = await portal.get(`${deals}/${body.id}?properties=amount,dealtype`);
  expect(read.body).toEqual({
    id: body.id,
    properties: {
      amount: '12.5',
      dealtype: null,
      createdate: '2026-09-15T12:00:00.000Z',
      hs_lastmodifieddate: '2026-09-15T12:00:00.000Z',
      hs_object_id: body.id,
    },
    createdAt: '2026-09-15T12:00:00.000Z',
    updatedAt: '2026-09-15T12:00:00.000Z',
    archived: false,
  });
});

test('without properties= a deal shows the default ones, and unknown names are left out', async () => {
  const id = await portal.add('deals', { dealname: 'A' });
  const shown: object = (await portal.get(`${deals}/${id}`)).body.properties;
  expect(Object.keys(shown).sort()).toEqual(
    'amount closedate createdate dealname dealstage hs_lastmodifieddate hs_object_id pipeline'.split(' '),
  );
  expect((await portal.get(`${deals}/${id}?properties=nonsense`)).body.properties).not.toHaveProperty(
    'nonsense',
  );
});

test('a list walks all records in id order, 100 a page at most', async () => {
  for (let index = 0; index < 23; index += 1) await portal.add('deals', { dealname: String(index) });
  const seen: unknown[] = [];
  let after: string | undefined;
  do {
    const { body } = await portal.get(`${deals}?limit=10${after ? `&after=${after}` : ''}`);
    seen.push(...each(body.results, 'id'));
    after = body.paging?.next.after;
    if (after) expect(body.paging.next.link).toContain(`after=${after}`);
  } while (after);
  expect(seen).toHaveLength(23);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => Number(a) - Number(b)));
  expect((await portal.get(`${deals}?limit=101`)).status).toBe(400);
  expect((await portal.get(`${deals}?after=x`)).status).toBe(400);
});

test('an update changes what it names, clears with an empty value, and moves the modification time', async () => {
  const id = await portal.add('deals', { dealname: 'A', description: 'old' });
  portal.wait(60_000);
  const { body } = await portal.patch(`${deals}/${id}`, { properties: { description: '' } });
  expect(body.properties).toMatchObject({ dealname: 'A', hs_lastmodifieddate: '2026-09-15T12:01:00.000Z' });
  expect((await portal.get(`${deals}/${id}?properties=description`)).body.properties.description).toBeNull();
});

test('an archived record is gone from reads and lists, and readable with archived=true', async () => {
  const id = await portal.add('deals', { dealname: 'A' });
  expect((await portal.remove(`${deals}/${id}`)).status).toBe(204);
  expect((await portal.get(`${deals}/${id}`)).status).toBe(404);
  expect((await portal.get(deals)).body.results).toEqual([]);
  expect((await portal.get(`${deals}/${id}?archived=true&properties=dealname`)).body).toMatchObject({
    archived: true,
    archivedAt: '2026-09-15T12:00:00.000Z',
    properties: { dealname: 'A' },
  });
  expect((await portal.get(`${deals}?archived=true`)).body.results).toHaveLength(1);
  expect((await portal.remove(`${deals}/${id}`)).status).toBe(204);
});

test.each([
  [{ nonsense: '1' }, 'PROPERTY_DOESNT_EXIST'],
  [{ hs_is_closed: 'true' }, 'READ_ONLY_VALUE'],
  [{ dealtype: 'NewBusiness' }, 'INVALID_OPTION'],
  [{ dealstage: 'nowhere' }, 'INVALID_OPTION'],
  [{ pipeline: 'nowhere' }, 'INVALID_OPTION'],
  [{ amount: 'ten' }, 'INVALID_NUMBER'],
  [{ closedate: 'soon' }, 'INVALID_LONG'],
  [{ closedate: '20240105' }, 'INVALID_LONG'],
  [{ closedate: '9'.repeat(17) }, 'INVALID_LONG'],
  [{ hubspot_owner_id: '999' }, 'INVALID_OWNER_ID'],
  [{ description: 'x'.repeat(65_537) }, 'PROPERTY_VALUE_TOO_LONG'],
])('%j is refused, in the error envelope', async (properties, code) => {
  const { status, body } = await portal.post(deals, { properties });
  expect(status).toBe(400);
  expect(body).toMatchObject({ status: 'error', category: 'VALIDATION_ERROR' });
  expect(body.correlationId).toMatch(/^[0-9a-f-]{36}$/);
  expect(body.errors[0]).toMatchObject({ code, context: { propertyName: Object.keys(properties) } });
  expect((await portal.get(deals)).body.results).toEqual([]);
});

describe('a custom object', () => {
  beforeEach(() => portal.post('/crm-object-schemas/2026-09/schemas', shipmentSchema));
  const shipments = '/crm/objects/2026-09/p42_shipment';

  test('is addressed by id or qualified name; on dated paths never by its bare name', async () => {
    await portal.add('p42_shipment', { code: 'A' });
    const { objectTypeId } = (await portal.get('/crm-object-schemas/2026-09/schemas/p42_shipment')).body;
    expect((await portal.get(`/crm/objects/2026-09/${objectTypeId}`)).body.results).toHaveLength(1);
    const bare = await portal.get('/crm/objects/2026-09/shipment');
    expect(bare).toMatchObject({
      status: 400,
      body: { message: 'Unable to infer object type from: shipment' },
    });
    expect((await portal.get('/crm/v3/objects/shipment')).body.results).toHaveLength(1);
  });

  test('takes dates at midnight UTC, several options, and a leading ";" to add one', async () => {
    const { body } = await portal.post(shipments, {
      properties: { code: 'A', sent_on: String(Date.UTC(2026, 1, 3)), modes: 'air;sea' },
    });
    expect(body.properties).toMatchObject({ sent_on: '2026-02-03', modes: 'air;sea' });
    const added = await portal.patch(`${shipments}/${body.id}`, { properties: { modes: ';rail' } });
    expect(added.body.properties.modes).toBe('air;sea;rail');
    const late = await portal.patch(`${shipments}/${body.id}`, {
      properties: { sent_on: '2026-02-03T10:00:00Z' },
    });
    expect(late.body.errors[0].code).toBe('INVALID_DATE');
    const unknown = await portal.patch(`${shipments}/${body.id}`, { properties: { modes: 'air;road' } });
    expect(unknown.body.errors[0].code).toBe('INVALID_OPTION');
  });

  test('needs its required properties, on create and when they are cleared', async () => {
    expect((await portal.post(shipments, { properties: { weight: '1' } })).body.errors[0].code).toBe(
      'REQUIRED_PROPERTIES_MISSING',
    );
    const id = await portal.add('p42_shipment', { code: 'A' });
    expect((await portal.patch(`${shipments}/${id}`, { properties: { code: '' } })).status).toBe(400);
  });

  test('has one record for a unique value, found by idProperty and free again after archiving', async () => {
    const id = await portal.add('p42_shipment', { code: 'A1' });
    expect((await portal.get(`${shipments}/A1?idProperty=code`)).body.id).toBe(id);
    const second = await portal.post(shipments, { properties: { code: 'a1' } });
    expect(second).toMatchObject({ status: 409, body: { category: 'CONFLICT' } });
    expect((await portal.get(`${shipments}/1?idProperty=weight`)).status).toBe(400);
    await portal.remove(`${shipments}/${id}`);
    expect((await portal.post(shipments, { properties: { code: 'A1' } })).status).toBe(201);
  });
});

test('propertiesWithHistory tells the values that a property had, newest first', async () => {
  const id = await portal.add('deals', { dealname: 'A' });
  portal.wait(1000);
  await portal.patch(`${deals}/${id}`, { properties: { dealname: 'B' } });
  const { body } = await portal.get(`${deals}/${id}?propertiesWithHistory=dealname`);
  expect(each(body.propertiesWithHistory.dealname, 'value')).toEqual(['B', 'A']);
});

test('a missing or wrong token is refused', async () => {
  expect((await portal.call('GET', deals, undefined, null)).status).toBe(401);
  expect(await portal.call('GET', deals, undefined, 'other')).toMatchObject({
    status: 401,
    body: { status: 'error', category: 'INVALID_AUTHENTICATION' },
  });
});
