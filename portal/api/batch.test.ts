import { each, shipmentSchema, testPortal } from './test-portal.ts';
import type { TestPortal } from './test-portal.ts';

const companies = '/crm/objects/2026-09/companies';
const shipments = '/crm/objects/2026-09/p42_shipment';
let portal: TestPortal;
beforeEach(async () => {
  portal = testPortal();
  await portal.post('/crm-object-schemas/2026-09/schemas', shipmentSchema);
});
afterEach(() => portal.close());

const ids = (answer: { body: { results: { id: string }[] } }) => answer.body.results.map(({ id }) => id);
const named = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ properties: { name: `C${index}` } }));

test('a read answers in the order asked, and 207 with the ids that are missing', async () => {
  const made = ids(await portal.post(`${companies}/batch/create`, { inputs: named(3) }));
  const asked = [...made].reverse().map((id) => ({ id }));
  const read = await portal.post(`${companies}/batch/read`, { inputs: asked, properties: ['name'] });
  expect(read.status).toBe(200);
  expect(each(each(read.body.results, 'properties'), 'name')).toEqual(['C2', 'C1', 'C0']);
  const partly = await portal.post(`${companies}/batch/read`, { inputs: [{ id: made[0] }, { id: '7' }] });
  expect(partly).toMatchObject({
    status: 207,
    body: { numErrors: 1, errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['7'] } }] },
  });
});

test('a hundred records with the longest text that a property holds come in one read', async () => {
  const notes = { name: 'notes', label: 'Notes', type: 'string', fieldType: 'textarea' };
  await portal.post('/crm/properties/2026-09/p42_shipment', { ...notes, groupName: 'shipment_information' });
  const longest = 'x'.repeat(65_536);
  const inputs = Array.from({ length: 100 }, (_, place) => ({
    id: `code-${place}`,
    idProperty: 'code',
    properties: { notes: longest },
  }));
  expect((await portal.post(`${shipments}/batch/upsert`, { inputs })).status).toBe(200);
  const asked = { idProperty: 'code', properties: ['notes'], inputs: inputs.map(({ id }) => ({ id })) };
  const { body } = await portal.post(`${shipments}/batch/read`, asked);
  expect(each(each(body.results, 'properties'), 'notes')).toEqual(inputs.map(() => longest));
  const [first] = inputs;
  const longer = { inputs: [{ ...first, properties: { notes: `${longest}x` } }] };
  const refused = await portal.post(`${shipments}/batch/upsert`, longer);
  expect(refused).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
});

test('100 inputs at most, 50 with histories', async () => {
  expect((await portal.post(`${companies}/batch/create`, { inputs: named(101) })).status).toBe(400);
  const many = Array.from({ length: 51 }, (_, index) => ({ id: String(index + 1) }));
  const asked = { inputs: many, propertiesWithHistory: ['name'] };
  expect((await portal.post(`${companies}/batch/read`, asked)).body.message).toContain(
    'property histories is 50',
  );
});

test('a create with one wrong input creates nothing', async () => {
  const inputs = [...named(2), { properties: { industry: 'NOPE' } }];
  expect((await portal.post(`${companies}/batch/create`, { inputs })).status).toBe(400);
  expect((await portal.get(companies)).body.results).toEqual([]);
});

test('with a trace id on every input, the right ones are created and the wrong ones told: 207', async () => {
  const inputs = [
    { properties: { name: 'A' }, objectWriteTraceId: 'a' },
    { properties: { industry: 'NOPE' }, objectWriteTraceId: 'b' },
  ];
  const answer = await portal.post(`${companies}/batch/create`, { inputs });
  expect(answer.status).toBe(207);
  expect(answer.body.results).toHaveLength(1);
  expect(answer.body.errors[0].context).toEqual({ objectWriteTraceId: ['b'] });
});

test('an update writes what is there and names what is not', async () => {
  const [id] = ids(await portal.post(`${companies}/batch/create`, { inputs: named(1) }));
  const inputs = [
    { id, properties: { name: 'New' } },
    { id: '9', properties: { name: 'X' } },
  ];
  const answer = await portal.post(`${companies}/batch/update`, { inputs });
  expect(answer.status).toBe(207);
  expect(answer.body.results[0].properties.name).toBe('New');
});

test('the same id twice in a batch is refused', async () => {
  const inputs = ['1', '1'].map((id) => ({ id, properties: {} }));
  expect((await portal.post(`${companies}/batch/update`, { inputs })).body.message).toContain(
    'Duplicate IDs',
  );
});

test('an upsert creates once and updates then, and says which', async () => {
  const upsert = (weight: string) =>
    portal.post(`${shipments}/batch/upsert`, {
      inputs: [{ id: 'A', idProperty: 'code', properties: { weight } }],
    });
  const first = await upsert('1');
  const second = await upsert('2');
  expect([first.body.results[0].new, second.body.results[0].new]).toEqual([true, false]);
  expect(second.body.results[0]).toMatchObject({ id: first.body.results[0].id, properties: { weight: '2' } });
  const byRecordId = { inputs: [{ id: '1', idProperty: 'hs_object_id', properties: {} }] };
  expect((await portal.post(`${shipments}/batch/upsert`, byRecordId)).status).toBe(400);
});

test('a conflict in a batch is 409 for all of it', async () => {
  const inputs = [
    { properties: { code: 'A' } },
    { properties: { code: 'B' } },
    { properties: { code: 'A' } },
  ];
  expect((await portal.post(`${shipments}/batch/create`, { inputs })).status).toBe(409);
  expect((await portal.get(shipments)).body.results).toEqual([]);
});

test('an archive is 204 whatever was there, and takes associations along', async () => {
  const dealId = await portal.add('deals', { dealname: 'D' });
  const [id] = ids(await portal.post(`${companies}/batch/create`, { inputs: named(1) }));
  await portal.put(`/crm/objects/2026-09/deals/${dealId}/associations/default/companies/${id}`);
  const answer = await portal.post(`${companies}/batch/archive`, { inputs: [{ id }, { id: '7' }] });
  expect(answer.status).toBe(204);
  const deal = await portal.get(
    `/crm/objects/2026-09/deals/${dealId}?properties=hs_primary_associated_company`,
  );
  expect(deal.body.properties.hs_primary_associated_company).toBeNull();
});
