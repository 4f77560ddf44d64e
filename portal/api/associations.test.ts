import { each, shipmentSchema, testPortal } from './test-portal.ts';
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

const primary = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 };
const connect = (to: string) => portal.put(`${deals}/${deal}/associations/default/companies/${to}`);
const primaryCompany = async (): Promise<unknown> => {
  const { body } = await portal.get(`${deals}/${deal}?properties=hs_primary_associated_company`);
  return body.properties.hs_primary_associated_company;
};
interface Associated {
  toObjectId: number;
  associationTypes: { typeId: number }[];
}
const typesOf = async (from: string, to: string) => {
  const results: Associated[] = (await portal.get(from)).body.results;
  const found = results.find(({ toObjectId }) => String(toObjectId) === to);
  return found?.associationTypes.map(({ typeId }) => typeId).sort((a, b) => a - b);
};

test('the default association is there from both sides, each with its own type', async () => {
  await connect(first);
  await connect(second);
  expect(await typesOf(`${deals}/${deal}/associations/companies`, second)).toEqual([341]);
  expect(await typesOf(`/crm/objects/2026-09/companies/${second}/associations/deals`, deal)).toEqual([342]);
  const company = await portal.get(
    `/crm/objects/2026-09/companies/${second}?properties=num_associated_deals`,
  );
  expect(company.body.properties.num_associated_deals).toBe('1');
});

test('a deal has one primary company: the first, until another one is made primary', async () => {
  await connect(first);
  await connect(second);
  expect(await primaryCompany()).toBe(first);
  await portal.put(`${deals}/${deal}/associations/companies/${second}`, [primary]);
  expect(await primaryCompany()).toBe(second);
  expect(await typesOf(`${deals}/${deal}/associations/companies`, first)).toEqual([341]);
  expect(await typesOf(`${deals}/${deal}/associations/companies`, second)).toEqual([5, 341]);
});

test('associations come along with a create, and with associations= of a read', async () => {
  const id = await portal.add('deals', { dealname: 'E' }, [{ to: { id: first }, types: [primary] }]);
  const { body } = await portal.get(`${deals}/${id}?associations=companies,contacts`);
  expect(body.associations).toEqual({
    companies: {
      results: [
        { id: first, type: 'deal_to_company' },
        { id: first, type: 'deal_to_company_unlabeled' },
      ],
    },
  });
  const wrong = { properties: {}, associations: [{ to: { id: '7' }, types: [primary] }] };
  expect((await portal.post(deals, wrong)).status).toBe(404);
  expect((await portal.get(deals)).body.results).toHaveLength(2);
});

test('a change of associations does not move the modification time', async () => {
  portal.wait(60_000);
  await connect(first);
  expect((await portal.get(`${deals}/${deal}`)).body.updatedAt).toBe('2026-09-15T12:00:00.000Z');
});

test('inline associations stop at 100, with a link to the rest', async () => {
  const records = Array.from({ length: 101 }, (_, index) => ({
    id: String(index + 1),
    properties: { dealname: 'x' },
  }));
  await portal.post('/portal/import', { objectType: 'deals', records });
  const inputs = records.map(({ id }) => ({ from: { id }, to: { id: first } }));
  await portal.post(`${pair}/batch/associate/default`, { inputs });
  const { body } = await portal.get(`/crm/objects/2026-09/companies/${first}?associations=deals`);
  const { results, paging } = body.associations.deals;
  expect(new Set(each(results, 'id')).size).toBe(100);
  const link = new URL(String(paging.next.link));
  const rest = await portal.get(link.pathname + link.search);
  expect(each(rest.body.results, 'toObjectId')).toEqual([101]);
});

test('a list pages by 500 at most', async () => {
  await connect(first);
  await connect(second);
  const list = `${deals}/${deal}/associations/companies`;
  const page = await portal.get(`${list}?limit=1`);
  expect(page.body.results).toHaveLength(1);
  const next = await portal.get(`${list}?limit=1&after=${page.body.paging.next.after}`);
  expect(String(next.body.results[0].toObjectId)).toBe(second);
  expect((await portal.get(`${list}?limit=501`)).status).toBe(400);
  expect((await portal.get(`${deals}/7/associations/companies`)).status).toBe(404);
});

test('a batch read answers for those that have any, and 207 for those that have none', async () => {
  await connect(first);
  const other = await portal.add('deals', { dealname: 'E' });
  const { status, body } = await portal.post(`${pair}/batch/read`, { inputs: [{ id: deal }, { id: other }] });
  expect(status).toBe(207);
  expect(body.results).toEqual([
    {
      from: { id: deal },
      to: [
        {
          toObjectId: Number(first),
          associationTypes: [
            { category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' },
            { category: 'HUBSPOT_DEFINED', typeId: 341, label: null },
          ],
        },
      ],
    },
  ]);
  expect(body.errors[0].subCategory).toBe('crm.associations.NO_ASSOCIATIONS_FOUND');
  const many = Array.from({ length: 1001 }, (_, index) => ({ id: String(index) }));
  expect((await portal.post(`${pair}/batch/read`, { inputs: many })).status).toBe(400);
});

test('a batch create writes what it can, and 207 names the pairs it cannot', async () => {
  const inputs = [
    { from: { id: deal }, to: { id: first }, types: [primary] },
    { from: { id: deal }, to: { id: '7' }, types: [primary] },
  ];
  const { status, body } = await portal.post(`${pair}/batch/create`, { inputs });
  expect(status).toBe(207);
  expect(body.results[0]).toMatchObject({
    fromObjectId: Number(deal),
    toObjectId: Number(first),
    labels: ['Primary'],
  });
  expect(body.errors[0]).toMatchObject({ category: 'OBJECT_NOT_FOUND', context: { toObjectId: ['7'] } });
});

test('removing a pair, one by one or in a batch, removes all of its types', async () => {
  await connect(first);
  expect((await portal.remove(`${deals}/${deal}/associations/companies/${first}`)).status).toBe(204);
  expect(await primaryCompany()).toBeNull();
  await connect(first);
  await portal.post(`${pair}/batch/archive`, { inputs: [{ from: { id: deal }, to: [{ id: first }] }] });
  expect((await portal.get(`${deals}/${deal}/associations/companies`)).body.results).toEqual([]);
});

test('a custom object is associated by types of its own account, found at the labels', async () => {
  await portal.post('/crm-object-schemas/2026-09/schemas', shipmentSchema);
  const { body } = await portal.get('/crm/associations/2026-09/p42_shipment/deals/labels');
  expect(body.results).toEqual([{ category: 'USER_DEFINED', typeId: expect.any(Number), label: null }]);
  const [{ category, typeId }] = body.results;
  const types = [{ associationCategory: category, associationTypeId: typeId }];
  const id = await portal.add('p42_shipment', { code: 'A' }, [{ to: { id: deal }, types }]);
  const read = await portal.get(`${deals}/${deal}?associations=p42_shipment`);
  expect(read.body.associations.p42_shipment.results[0].id).toBe(id);
  const wrong = [{ associationCategory: 'USER_DEFINED', associationTypeId: 5 }];
  expect((await portal.put(`${deals}/${deal}/associations/companies/${first}`, wrong)).status).toBe(400);
});
