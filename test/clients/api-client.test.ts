import { Client } from '@hubspot/api-client';
import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/objects/models/AssociationSpec.js';
import { FilterOperatorEnum as Operator } from '@hubspot/api-client/lib/codegen/crm/deals/models/Filter.js';
import { startPortal } from '#portal/portal';
import type { Portal } from '#portal/portal';

// HubSpot's own client, typed calls and all, against the older names of the same handlers.
let portal: Portal;
let client: Client;
beforeAll(async () => {
  portal = await startPortal({ buildDir: null, quiet: true });
  client = new Client({ accessToken: portal.token, basePath: portal.url, numberOfApiCallRetries: 1 });
});
afterAll(() => portal.close());

const toCompany = (id: string) => ({
  to: { id },
  types: [{ associationCategory: Category.HubspotDefined, associationTypeId: 5 }],
});

async function addDeal(properties: Record<string, string>, companyId?: string): Promise<string> {
  const associations = companyId === undefined ? [] : [toCompany(companyId)];
  return (await client.crm.deals.basicApi.create({ properties, associations })).id;
}

test('records are created, read, updated, listed and archived', async () => {
  const company = await client.crm.companies.basicApi.create({ properties: { name: 'C' }, associations: [] });
  const id = await addDeal({ dealname: 'D', amount: '10', dealstage: 'closedwon' }, company.id);
  const properties = ['amount', 'hs_is_closed_won', 'hs_primary_associated_company'];
  const deal = await client.crm.deals.basicApi.getById(id, properties, undefined, ['companies']);
  expect(deal.properties).toMatchObject({
    amount: '10',
    hs_is_closed_won: 'true',
    hs_primary_associated_company: company.id,
  });
  expect(deal.associations?.['companies']?.results[0]?.id).toBe(company.id);
  expect(deal.createdAt).toBeInstanceOf(Date);
  await client.crm.deals.basicApi.update(id, { properties: { amount: '11' } });
  const page = await client.crm.deals.basicApi.getPage(100, undefined, ['amount']);
  expect(page.results.map((one) => one.properties['amount'])).toEqual(['11']);
  await client.crm.deals.basicApi.archive(id);
  await expect(client.crm.deals.basicApi.getById(id)).rejects.toMatchObject({ code: 404 });
});

test('getAll walks every page', async () => {
  const inputs = Array.from({ length: 100 }, (_, index) => ({
    properties: { name: `N${index}` },
    associations: [],
  }));
  await client.crm.companies.batchApi.create({ inputs });
  await client.crm.companies.batchApi.create({ inputs: inputs.slice(0, 30) });
  const all = await client.crm.companies.getAll(50, undefined, ['name']);
  expect(all.filter(({ properties }) => properties['name']?.startsWith('N'))).toHaveLength(130);
});

test('a search takes filters, a sort and pages', async () => {
  for (const amount of ['100', '200', '300']) await addDeal({ dealname: 'Searched', amount });
  const found = await client.crm.deals.searchApi.doSearch({
    filterGroups: [
      {
        filters: [
          { propertyName: 'dealname', operator: Operator.Eq, value: 'searched' },
          { propertyName: 'amount', operator: Operator.Gt, value: '100' },
        ],
      },
    ],
    sorts: ['-amount'],
    properties: ['amount'],
    limit: 1,
  });
  expect(found.total).toBe(2);
  expect(found.results[0]?.properties['amount']).toBe('300');
  expect(found.paging?.next?.after).toBe('1');
});

test('batches read, update, and report what is missing', async () => {
  const id = await addDeal({ dealname: 'Batch' });
  const read = await client.crm.deals.batchApi.read({
    inputs: [{ id }, { id: '7' }],
    properties: ['dealname'],
    propertiesWithHistory: [],
  });
  expect(read.results.map(({ properties }) => properties['dealname'])).toEqual(['Batch']);
  expect(read).toMatchObject({ numErrors: 1 });
  const updated = await client.crm.deals.batchApi.update({
    inputs: [{ id, properties: { dealname: 'Renamed' } }],
  });
  expect(updated.results[0]?.properties['dealname']).toBe('Renamed');
});

test('a custom object is defined, upserted and associated', async () => {
  const schema = await client.crm.schemas.coreApi.create({
    name: 'parcel',
    labels: { singular: 'Parcel', plural: 'Parcels' },
    primaryDisplayProperty: 'code',
    requiredProperties: ['code'],
    searchableProperties: [],
    secondaryDisplayProperties: [],
    properties: [
      { name: 'code', label: 'Code', type: 'string', fieldType: 'text', hasUniqueValue: true } as never,
    ],
    associatedObjects: ['DEAL'],
  });
  const type = schema.fullyQualifiedName ?? '';
  const input = { id: 'A', idProperty: 'code', properties: {} };
  const first = await client.crm.objects.batchApi.upsert(type, { inputs: [input] });
  const again = await client.crm.objects.batchApi.upsert(type, { inputs: [input] });
  expect([first.results[0]?._new, again.results[0]?._new]).toEqual([true, false]);
  const parcel = first.results[0]?.id ?? '';
  const deal = await addDeal({ dealname: 'With a parcel' });
  await client.crm.associations.v4.basicApi.createDefault('deals', deal, type, parcel);
  const page = await client.crm.associations.v4.basicApi.getPage('deals', deal, type);
  expect(page.results.map(({ toObjectId }) => String(toObjectId))).toEqual([parcel]);
  const labels = await client.crm.associations.v4.schema.definitionsApi.getAll('deals', type);
  expect(labels.results).toHaveLength(1);
  await client.crm.associations.v4.basicApi.archive('deals', deal, type, parcel);
  expect((await client.crm.schemas.coreApi.getAll()).results.map(({ name }) => name)).toContain('parcel');
});

test('properties, pipelines and owners are read and written', async () => {
  const made = await client.crm.properties.coreApi.create('deals', {
    name: 'channel',
    label: 'Channel',
    type: 'enumeration',
    fieldType: 'select',
    groupName: 'dealinformation',
    options: [{ label: 'Direct', value: 'direct', displayOrder: 0, hidden: false }],
  } as never);
  expect(made.options[0]?.value).toBe('direct');
  expect((await client.crm.properties.coreApi.getAll('deals')).results.length).toBeGreaterThan(30);
  const pipelines = await client.crm.pipelines.pipelinesApi.getAll('deals');
  expect(pipelines.results[0]?.stages.map(({ id }) => id)).toContain('closedwon');
  expect((await client.crm.owners.ownersApi.getPage()).results).toHaveLength(3);
});

test("a refusal arrives as the client's exception, with HubSpot's envelope", async () => {
  const refused = addDeal({ dealstage: 'nowhere' });
  await expect(refused).rejects.toMatchObject({ code: 400, body: { category: 'VALIDATION_ERROR' } });
});
