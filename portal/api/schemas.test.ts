import { each, shipmentSchema, testPortal } from './test-portal.ts';
import type { TestPortal } from './test-portal.ts';

const schemas = '/crm-object-schemas/2026-09/schemas';
let portal: TestPortal;
beforeEach(() => void (portal = testPortal()));
afterEach(() => portal.close());

test('a new type has its id, its qualified name, its properties and its associations, both ways', async () => {
  const { status, body } = await portal.post(schemas, shipmentSchema);
  expect(status).toBe(201);
  expect(body).toMatchObject({ fullyQualifiedName: 'p42_shipment', name: 'shipment' });
  expect(body.objectTypeId).toMatch(/^2-\d+$/);
  const from = each(body.associations, 'fromObjectTypeId');
  const to = each(body.associations, 'toObjectTypeId');
  const ways = from.map((type, index) => [type, to[index]]);
  expect(ways).toEqual([
    [body.objectTypeId, '0-2'],
    ['0-2', body.objectTypeId],
    [body.objectTypeId, '0-3'],
    ['0-3', body.objectTypeId],
  ]);
  expect((await portal.get(schemas)).body.results).toHaveLength(1);
  expect((await portal.get(`${schemas}/${body.objectTypeId}`)).body.name).toBe('shipment');
});

test.each([
  ['a name that begins with a digit', { name: '1st' }, 400],
  ['three secondary display properties', { secondaryDisplayProperties: ['code', 'weight', 'modes'] }, 400],
  ['a required property that is not there', { requiredProperties: ['nope'] }, 400],
  ['a property named twice', { searchableProperties: ['code', 'code'] }, 400],
  ['an unknown associated object', { associatedObjects: ['7-7'] }, 400],
])('%s is refused', async (_, change, status) => {
  expect((await portal.post(schemas, { ...shipmentSchema, ...change })).status).toBe(status);
  expect((await portal.get(schemas)).body.results).toEqual([]);
});

test('a name is taken until its type is purged', async () => {
  const { body } = await portal.post(schemas, shipmentSchema);
  expect((await portal.post(schemas, shipmentSchema)).status).toBe(409);
  const id = await portal.add('p42_shipment', { code: 'A' });
  expect((await portal.remove(`${schemas}/p42_shipment`)).status).toBe(400);
  await portal.remove(`/crm/objects/2026-09/p42_shipment/${id}`);
  expect((await portal.remove(`${schemas}/p42_shipment`)).status).toBe(204);
  expect((await portal.get(`${schemas}/p42_shipment`)).status).toBe(404);
  expect((await portal.get(`${schemas}?archived=true`)).body.results).toHaveLength(1);
  expect((await portal.post(schemas, shipmentSchema)).status).toBe(409);
  expect((await portal.remove(`${schemas}/${body.objectTypeId}?archived=true`)).status).toBe(204);
  expect((await portal.post(schemas, shipmentSchema)).status).toBe(201);
});

test('labels, required and searchable properties change; the name does not', async () => {
  await portal.post(schemas, shipmentSchema);
  const changes = {
    labels: { plural: 'Loads' },
    requiredProperties: [],
    searchableProperties: ['code', 'modes'],
  };
  expect((await portal.patch(`${schemas}/p42_shipment`, changes)).body).toMatchObject({
    name: 'shipment',
    labels: { singular: 'Shipment', plural: 'Loads' },
    requiredProperties: [],
  });
  expect((await portal.patch(`${schemas}/p42_shipment`, { requiredProperties: ['nope'] })).status).toBe(400);
});

test("HubSpot's own types are readable as schemas, and cannot be changed", async () => {
  expect((await portal.get(`${schemas}/deals`)).body).toMatchObject({ objectTypeId: '0-3', name: 'deals' });
  expect((await portal.patch(`${schemas}/deals`, { requiredProperties: [] })).status).toBe(404);
  expect((await portal.remove(`${schemas}/deals`)).status).toBe(404);
});

test('another object type can be associated later, once', async () => {
  const { objectTypeId } = (await portal.post(schemas, shipmentSchema)).body;
  const asked = { fromObjectTypeId: objectTypeId, toObjectTypeId: '0-1' };
  expect((await portal.post(`${schemas}/${objectTypeId}/associations`, asked)).status).toBe(201);
  expect((await portal.post(`${schemas}/${objectTypeId}/associations`, asked)).status).toBe(409);
  const labels = await portal.get(`/crm/associations/2026-09/contacts/${objectTypeId}/labels`);
  expect(labels.body.results).toHaveLength(1);
});
