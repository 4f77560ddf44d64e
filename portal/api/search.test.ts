import { each, noon, shipmentSchema, testPortal } from './test-portal.ts';
import type { Answer, TestPortal } from './test-portal.ts';

const path = '/crm/objects/2026-09/deals/search';
let portal: TestPortal;
afterEach(() => portal.close());

const filters = (...all: unknown[]) => ({ filterGroups: [{ filters: all }] });
const names = ({ body }: Answer): unknown[] => each(each(body.results, 'properties'), 'dealname');

describe('over four deals', () => {
  beforeEach(async () => {
    portal = testPortal();
    await portal.add('deals', {
      dealname: 'Alpha Pump',
      amount: '9',
      closedate: '2026-01-05',
      dealtype: 'newbusiness',
    });
    await portal.add('deals', { dealname: 'beta valve', amount: '10', closedate: '2026-02-05' });
    await portal.add('deals', { dealname: 'Gamma pump', amount: '100', dealtype: 'existingbusiness' });
    await portal.add('deals', { dealname: 'Delta', hubspot_owner_id: '101' });
  });

  test.each([
    [{ propertyName: 'amount', operator: 'GT', value: '9' }, ['beta valve', 'Gamma pump']],
    [{ propertyName: 'amount', operator: 'LTE', value: 10 }, ['Alpha Pump', 'beta valve']],
    [{ propertyName: 'amount', operator: 'EQ', value: '9.0' }, ['Alpha Pump']],
    [{ propertyName: 'amount', operator: 'NEQ', value: '9' }, ['beta valve', 'Gamma pump']],
    [
      { propertyName: 'amount', operator: 'BETWEEN', value: '10', highValue: '100' },
      ['beta valve', 'Gamma pump'],
    ],
    [{ propertyName: 'amount', operator: 'IN', values: ['9', '100'] }, ['Alpha Pump', 'Gamma pump']],
    [{ propertyName: 'amount', operator: 'NOT_IN', values: ['9', '100'] }, ['beta valve']],
    [{ propertyName: 'amount', operator: 'HAS_PROPERTY' }, ['Alpha Pump', 'beta valve', 'Gamma pump']],
    [{ propertyName: 'amount', operator: 'NOT_HAS_PROPERTY' }, ['Delta']],
    [{ propertyName: 'closedate', operator: 'LT', value: String(Date.UTC(2026, 1, 1)) }, ['Alpha Pump']],
    [{ propertyName: 'closedate', operator: 'GTE', value: '2026-02-05' }, ['beta valve']],
    [{ propertyName: 'dealname', operator: 'EQ', value: 'BETA VALVE' }, ['beta valve']],
    [{ propertyName: 'dealname', operator: 'IN', values: ['beta valve', 'Delta'] }, ['beta valve']],
    [{ propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value: 'pump' }, ['Alpha Pump', 'Gamma pump']],
    [{ propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value: 'va*' }, ['beta valve']],
    [{ propertyName: 'dealname', operator: 'NOT_CONTAINS_TOKEN', value: 'pump' }, ['beta valve', 'Delta']],
    [{ propertyName: 'dealtype', operator: 'CONTAINS_TOKEN', value: 'existing*' }, ['Gamma pump']],
    [{ propertyName: 'dealtype', operator: 'EQ', value: 'newbusiness' }, ['Alpha Pump']],
    [{ propertyName: 'dealtype', operator: 'EQ', value: 'NEWBUSINESS' }, []],
    [
      { propertyName: 'hs_createdate', operator: 'EQ', value: String(noon) },
      ['Alpha Pump', 'beta valve', 'Gamma pump', 'Delta'],
    ],
    [{ propertyName: 'hs_object_id', operator: 'GT', value: '30000000003' }, ['Delta']],
  ])('%j', async (filter, expected) => {
    const answer = await portal.post(path, filters(filter));
    expect(names(answer)).toEqual(expected);
    expect(answer.body.total).toBe(expected.length);
  });

  test('filters of a group must all hold, and one group suffices', async () => {
    const pump = { propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value: 'pump' };
    const dear = { propertyName: 'amount', operator: 'GT', value: '50' };
    const owned = { propertyName: 'hubspot_owner_id', operator: 'EQ', value: '101' };
    const answer = await portal.post(path, {
      filterGroups: [{ filters: [pump, dear] }, { filters: [owned] }],
    });
    expect(names(answer)).toEqual(['Gamma pump', 'Delta']);
  });

  test('query looks for words in the searchable properties', async () => {
    expect(names(await portal.post(path, { query: 'pum' }))).toEqual(['Alpha Pump', 'Gamma pump']);
    expect(names(await portal.post(path, { query: 'pump gamma' }))).toEqual(['Gamma pump']);
    expect(names(await portal.post(path, { query: "o'hara %" }))).toEqual([]);
  });

  test('one sort, either way; records without the value come last', async () => {
    const sorted = (sorts: unknown[]) => portal.post(path, { sorts, limit: 200 });
    const down = [{ propertyName: 'amount', direction: 'DESCENDING' }];
    expect(names(await sorted(down))).toEqual(['Gamma pump', 'beta valve', 'Alpha Pump', 'Delta']);
    expect(names(await sorted(['amount']))).toEqual(['Alpha Pump', 'beta valve', 'Gamma pump', 'Delta']);
    expect((await sorted(['amount', 'dealname'])).status).toBe(400);
  });

  test('pages by offset, with the total of all', async () => {
    const first = await portal.post(path, { limit: 3 });
    expect(first.body).toMatchObject({ total: 4, paging: { next: { after: '3' } } });
    const rest = await portal.post(path, { limit: 3, after: '3' });
    expect(names(rest)).toEqual(['Delta']);
    expect(rest.body).not.toHaveProperty('paging');
  });

  test('archived records are never found', async () => {
    await portal.remove('/crm/objects/2026-09/deals/30000000001');
    expect((await portal.post(path, {})).body.total).toBe(3);
  });

  const filter = { propertyName: 'amount', operator: 'HAS_PROPERTY' };
  test.each([
    ['a page of more than 200', { limit: 201 }],
    ['an offset beyond 10,000', { after: '10000' }],
    ['more than 5 groups', { filterGroups: Array.from({ length: 6 }, () => ({ filters: [filter] })) }],
    ['more than 6 filters in a group', filters(...Array.from({ length: 7 }, () => filter))],
    [
      'more than 18 filters',
      { filterGroups: Array.from({ length: 4 }, () => ({ filters: [1, 2, 3, 4, 5].map(() => filter) })) },
    ],
    ['a body of more than 3,000 characters', { query: 'x'.repeat(3000) }],
    ['a property that does not exist', filters({ propertyName: 'nope', operator: 'EQ', value: '1' })],
    ['an operator without its value', filters({ propertyName: 'amount', operator: 'EQ' })],
    ['an unknown operator', filters({ propertyName: 'amount', operator: 'LIKE', value: '1' })],
    ['BETWEEN without its upper bound', filters({ propertyName: 'amount', operator: 'BETWEEN', value: '1' })],
  ])('%s is refused', async (_, body) => {
    const answer = await portal.post(path, body);
    expect(answer).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
  });
});

test('deals are found by their company, but custom objects by no association', async () => {
  portal = testPortal();
  await portal.post('/crm-object-schemas/2026-09/schemas', shipmentSchema);
  const company = await portal.add('companies', { name: 'C' });
  const deal = await portal.add('deals', { dealname: 'D' });
  await portal.add('deals', { dealname: 'E' });
  await portal.put(`/crm/objects/2026-09/deals/${deal}/associations/default/companies/${company}`);
  const ofCompany = { propertyName: 'associations.company', operator: 'EQ', value: company };
  expect(names(await portal.post(path, filters(ofCompany)))).toEqual(['D']);
  const ofShipment = { propertyName: 'associations.p42_shipment', operator: 'EQ', value: '1' };
  expect((await portal.post(path, filters(ofShipment))).status).toBe(400);
});

test('with a lag, search shows the former version until it is due; the own pages see the present', async () => {
  portal = testPortal({ searchLagMs: 1000 });
  const id = await portal.add('deals', { dealname: 'old' });
  expect(names(await portal.post(path, {}))).toEqual([]);
  expect(names(await portal.post(path, {}, 'ui'))).toEqual(['old']);
  portal.wait(1000);
  expect(names(await portal.post(path, {}))).toEqual(['old']);
  await portal.patch(`/crm/objects/2026-09/deals/${id}`, { properties: { dealname: 'new' } });
  const old = filters({ propertyName: 'dealname', operator: 'EQ', value: 'old' });
  expect(names(await portal.post(path, old))).toEqual(['old']);
  expect((await portal.post('/portal/settle', {})).status).toBe(204);
  expect(names(await portal.post(path, {}))).toEqual(['new']);
  await portal.remove(`/crm/objects/2026-09/deals/${id}`);
  expect(names(await portal.post(path, {}))).toEqual(['new']);
  portal.settle();
  expect(names(await portal.post(path, {}))).toEqual([]);
});
