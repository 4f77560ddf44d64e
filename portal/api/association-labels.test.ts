import { testPortal } from './test-portal.ts';
import type { TestPortal } from './test-portal.ts';

const deals = '/crm/objects/2026-09/deals';
const pair = '/crm/associations/2026-09/deals/companies';
let portal: TestPortal;
let deal: string;
let first: string;
let second: string;
beforeEach(async () => {
  portal = testPortal();
  deal = await portal.add('deals', { dealname: 'D' });
  first = await portal.add('companies', { name: 'First' });
  second = await portal.add('companies', { name: 'Second' });
});
afterEach(() => portal.close());

const connect = (to: string) => portal.put(`${deals}/${deal}/associations/default/companies/${to}`);
interface Associated {
  toObjectId: number;
  associationTypes: { typeId: number }[];
}
const typesOf = async (from: string, to: string) => {
  const results: Associated[] = (await portal.get(from)).body.results;
  const found = results.find(({ toObjectId }) => String(toObjectId) === to);
  return found?.associationTypes.map(({ typeId }) => typeId).sort((a, b) => a - b);
};

const label = (typeId: number) => ({ associationCategory: 'USER_DEFINED', associationTypeId: typeId });
const create = async (name: string): Promise<{ typeId: number; label: string }[]> => {
  const asked = { name, label: name.toUpperCase(), inverseLabel: `${name} of` };
  const { body } = await portal.post(`${pair}/labels`, asked);
  return (body as { results: { typeId: number; label: string }[] }).results;
};

test('are made in pairs, renamed, and removed while unused', async () => {
  const [there, back] = await create('payer');
  if (!there || !back) throw new Error('no labels');
  expect([there.label, back.label]).toEqual(['PAYER', 'payer of']);
  await portal.put(`${pair}/labels`, { associationTypeId: there.typeId, label: 'Pays' });
  const { body } = await portal.get(`${pair}/labels`);
  expect(body.results).toEqual([
    { category: 'HUBSPOT_DEFINED', typeId: 341, label: null },
    { category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' },
    { category: 'USER_DEFINED', typeId: there.typeId, label: 'Pays' },
  ]);
  await portal.put(`${deals}/${deal}/associations/companies/${first}`, [label(there.typeId)]);
  expect((await portal.remove(`${pair}/labels/${there.typeId}`)).status).toBe(400);
  await portal.remove(`${deals}/${deal}/associations/companies/${first}`);
  expect((await portal.remove(`${pair}/labels/${there.typeId}`)).status).toBe(204);
});

test('writing replaces the labels of a pair; archiving one leaves the association', async () => {
  const [[payer], [user]] = [await create('payer'), await create('end_user')];
  if (!payer || !user) throw new Error('no labels');
  const at = `${deals}/${deal}/associations/companies`;
  await connect(first);
  await portal.put(`${at}/${second}`, [label(payer.typeId)]);
  await portal.put(`${at}/${second}`, [label(user.typeId)]);
  expect(await typesOf(at, second)).toEqual([341, user.typeId]);
  const inputs = [{ from: { id: deal }, to: { id: second }, types: [label(user.typeId)] }];
  expect((await portal.post(`${pair}/batch/labels/archive`, { inputs })).status).toBe(204);
  expect(await typesOf(at, second)).toEqual([341]);
});

test('are ten for a pair at most, with a proper name', async () => {
  expect((await portal.post(`${pair}/labels`, { name: '1st', label: 'x' })).status).toBe(400);
  for (let index = 0; index < 10; index += 1) await create(`l${index}`);
  expect((await portal.post(`${pair}/labels`, { name: 'l10', label: 'x' })).status).toBe(400);
  expect((await portal.post(`${pair}/labels`, { name: 'l1', label: 'x' })).status).toBe(409);
});
