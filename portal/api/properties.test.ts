import { each, testPortal } from './test-portal.ts';
import type { TestPortal } from './test-portal.ts';

const properties = '/crm/properties/2026-09/deals';
let portal: TestPortal;
beforeEach(() => void (portal = testPortal()));
afterEach(() => portal.close());

const level = {
  name: 'service_level',
  label: 'Service level',
  type: 'enumeration',
  fieldType: 'select',
  groupName: 'dealinformation',
  options: [
    { label: 'Gold', value: 'gold' },
    { label: 'Silver', value: 'silver' },
  ],
};

test('a property is created, written, changed and archived; its values are validated from the start', async () => {
  expect((await portal.post(properties, level)).status).toBe(201);
  const id = await portal.add('deals', { service_level: 'gold' });
  expect(
    (await portal.post('/crm/objects/2026-09/deals', { properties: { service_level: 'Gold' } })).status,
  ).toBe(400);
  const options = [{ label: 'Gold', value: 'gold' }];
  const { body } = await portal.patch(`${properties}/service_level`, { label: 'Level', options });
  expect(body).toMatchObject({ label: 'Level', options: [{ value: 'gold' }], fieldType: 'select' });
  expect(
    (await portal.post('/crm/objects/2026-09/deals', { properties: { service_level: 'silver' } })).status,
  ).toBe(400);
  expect((await portal.remove(`${properties}/service_level`)).status).toBe(204);
  expect((await portal.get(`${properties}/service_level`)).status).toBe(404);
  const read = await portal.get(`/crm/objects/2026-09/deals/${id}?properties=service_level`);
  expect(read.body.properties).not.toHaveProperty('service_level');
});

test('a name that is taken is 409, an archived one comes back', async () => {
  await portal.post(properties, level);
  expect(await portal.post(properties, level)).toMatchObject({
    status: 409,
    body: { category: 'CONFLICT', subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS' },
  });
  await portal.remove(`${properties}/service_level`);
  expect((await portal.get(`${properties}?archived=true`)).body.results).toHaveLength(1);
  expect((await portal.post(properties, level)).status).toBe(201);
  expect((await portal.get(`${properties}/service_level`)).status).toBe(200);
});

test.each([
  ['a name in upper case', { name: 'Level' }],
  ['an unknown group', { groupName: 'nowhere' }],
  ['an unknown field type', { fieldType: 'calculation_rollup' }],
  ['an option twice', { options: [level.options[0], level.options[0]] }],
  ['a bool without its two options', { type: 'bool', fieldType: 'booleancheckbox', options: [] }],
])('%s is refused', async (_, change) => {
  expect((await portal.post(properties, { ...level, ...change })).status).toBe(400);
});

test('what HubSpot defined cannot be archived', async () => {
  expect((await portal.remove(`${properties}/amount`)).status).toBe(400);
});

test('a batch of properties is created as a whole or not at all', async () => {
  const inputs = [level, { ...level, name: 'second_level' }];
  const failing = { inputs: [...inputs, { ...level, groupName: 'nowhere' }] };
  expect((await portal.post(`${properties}/batch/create`, failing)).status).toBe(400);
  expect((await portal.get(`${properties}/service_level`)).status).toBe(404);
  expect((await portal.post(`${properties}/batch/create`, { inputs })).status).toBe(201);
  const names = { inputs: [{ name: 'service_level' }, { name: 'nope' }] };
  expect((await portal.post(`${properties}/batch/read`, names)).status).toBe(207);
  const archive = { inputs: [{ name: 'service_level' }, { name: 'second_level' }] };
  expect((await portal.post(`${properties}/batch/archive`, archive)).status).toBe(204);
  expect((await portal.get(`${properties}/second_level`)).status).toBe(404);
});

test('groups are made, renamed, and archived when empty', async () => {
  const groups = `${properties}/groups`;
  expect((await portal.post(groups, { name: 'service', label: 'Service' })).status).toBe(201);
  expect((await portal.post(groups, { name: 'service', label: 'Service' })).status).toBe(409);
  await portal.post(properties, { ...level, groupName: 'service' });
  expect((await portal.remove(`${groups}/service`)).status).toBe(400);
  await portal.remove(`${properties}/service_level`);
  expect((await portal.patch(`${groups}/service`, { label: 'Services' })).body.label).toBe('Services');
  expect((await portal.get(`${groups}/service`)).body.name).toBe('service');
  expect((await portal.remove(`${groups}/service`)).status).toBe(204);
  expect(each((await portal.get(groups)).body.results, 'name')).toEqual([
    'dealinformation',
    'deal_stage_properties',
  ]);
});
