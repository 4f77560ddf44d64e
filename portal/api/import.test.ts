import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { each, testPortal } from './test-portal.ts';
import type { TestPortal } from './test-portal.ts';

const deals = '/crm/objects/2026-09/deals';
let portal: TestPortal;
beforeEach(() => void (portal = testPortal()));
afterEach(() => portal.close());

const importing = (records: unknown[], objectType = 'deals') =>
  portal.post('/portal/import', { objectType, records });

test('a record keeps its id, its past and its given values; only what is absent is calculated', async () => {
  await importing([{ id: '7', properties: { name: 'C' } }], 'companies');
  const { body } = await importing([
    {
      id: '99',
      properties: {
        dealname: 'Old',
        amount: '10',
        dealstage: 'closedwon',
        createdate: '2024-01-01',
        closedate: '2024-03-01',
        amount_in_home_currency: '8.5',
        hs_v2_date_entered_qualifiedtobuy: '2024-02-01T00:00:00Z',
        hs_lastmodifieddate: '2024-03-02T00:00:00Z',
      },
      associations: [{ toObjectType: 'companies', toId: '7', label: 'Primary' }],
    },
  ]);
  expect(body).toEqual({ imported: 1, ids: ['99'], errors: [] });
  const names =
    'amount_in_home_currency,hs_is_closed_won,hs_primary_associated_company,days_to_close,hs_v2_date_entered_qualifiedtobuy,hs_v2_date_entered_closedwon,pipeline';
  const read = await portal.get(`${deals}/99?properties=${names}`);
  expect(read.body).toMatchObject({
    createdAt: '2024-01-01T00:00:00.000Z',
    updatedAt: '2024-03-02T00:00:00.000Z',
    properties: {
      pipeline: 'default',
      amount_in_home_currency: '8.5',
      hs_is_closed_won: 'true',
      hs_primary_associated_company: '7',
      days_to_close: '60',
      hs_v2_date_entered_qualifiedtobuy: '2024-02-01T00:00:00.000Z',
      hs_v2_date_entered_closedwon: '2024-03-01T00:00:00.000Z',
    },
  });
});

test('an open deal whose entry into its stage nobody recorded has no date of it', async () => {
  const created = { createdate: '2024-01-01', dealstage: 'qualifiedtobuy' };
  await importing([
    { id: '1', properties: created },
    { id: '2', properties: { ...created, hs_v2_date_entered_qualifiedtobuy: '2024-02-01' } },
  ]);
  const names = 'hs_v2_date_entered_qualifiedtobuy,hs_v2_date_entered_current_stage';
  const entered = async (id: string) =>
    ((await portal.get(`${deals}/${id}?properties=${names}`)).body as { properties: Record<string, unknown> })
      .properties;
  expect(await entered('1')).toMatchObject({
    hs_v2_date_entered_qualifiedtobuy: null,
    hs_v2_date_entered_current_stage: null,
  });
  expect(await entered('2')).toMatchObject({
    hs_v2_date_entered_qualifiedtobuy: '2024-02-01T00:00:00.000Z',
    hs_v2_date_entered_current_stage: '2024-02-01T00:00:00.000Z',
  });
});

test('a wrong record is told by its place, and the others are kept', async () => {
  const { body } = await importing([
    { properties: { dealname: 'A', dealstage: 'nowhere' } },
    { properties: { dealname: 'B' } },
    { properties: { nonsense: '1' } },
    { properties: { dealname: 'C' }, associations: [{ toObjectType: 'companies', toId: '404' }] },
  ]);
  expect(body.imported).toBe(1);
  expect(each(body.errors, 'index')).toEqual([0, 2, 3]);
  expect((await portal.get(deals)).body.results).toHaveLength(1);
});

test('a primary or parent company given as a property is associated; given counts stay', async () => {
  await importing(
    [
      { id: '7', properties: { name: 'Parent', num_associated_contacts: '12' } },
      { id: '8', properties: { name: 'Child', hs_parent_company_id: '7' } },
    ],
    'companies',
  );
  await importing([{ id: '1', properties: { dealname: 'D', hs_primary_associated_company: '7' } }]);
  await importing([{ id: '2', properties: { dealname: 'E', hs_primary_associated_company: '404' } }]);
  const parent = await portal.get(
    '/crm/objects/2026-09/companies/7?properties=num_associated_deals,num_associated_contacts&associations=companies',
  );
  expect(parent.body.properties).toMatchObject({ num_associated_deals: '1', num_associated_contacts: '12' });
  expect(each(parent.body.associations.companies.results, 'id')).toContain('8');
  const stray = await portal.get(`${deals}/2?properties=hs_primary_associated_company`);
  expect(stray.body.properties.hs_primary_associated_company).toBe('404');
});

test('an import of the same ids again replaces them', async () => {
  const records = [{ id: '5', properties: { dealname: 'A' } }];
  await importing(records);
  await importing([{ id: '5', properties: { dealname: 'B' } }]);
  expect((await portal.get(deals)).body.results).toHaveLength(1);
  expect(await portal.add('deals', { dealname: 'C' })).not.toBe('5');
});

test('a data file keeps records, types, pipelines and associations between starts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-'));
  const file = join(folder, 'records.sqlite');
  try {
    const first = testPortal({ file });
    const company = await first.add('companies', { name: 'C' });
    const deal = await first.add('deals', { dealname: 'D' });
    await first.put(`${deals}/${deal}/associations/default/companies/${company}`);
    await first.post('/crm/pipelines/2026-09/deals', { label: 'P', displayOrder: 1, stages: [] });
    first.close();
    const second = testPortal({ file });
    const { body } = await second.get(`${deals}/${deal}?associations=companies`);
    expect(body.associations.companies.results[0].id).toBe(company);
    expect((await second.get('/crm/pipelines/2026-09/deals')).body.results).toHaveLength(2);
    expect(Number(await second.add('deals', { dealname: 'E' }))).toBeGreaterThan(Number(deal));
    second.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
