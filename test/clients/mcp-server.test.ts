import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { startPortal } from '#portal/portal';
import type { Portal } from '#portal/portal';

// HubSpot's own tool server, a program that was not written with this portal in mind.
let portal: Portal;
let client: Client;
beforeAll(async () => {
  portal = await startPortal({ buildDir: null, quiet: true });
  client = new Client({ name: 'portal-test', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [require.resolve('@hubspot/mcp-server')],
      env: { BASE_URL_OVERRIDE: portal.url, PRIVATE_APP_ACCESS_TOKEN: portal.token },
      stderr: 'ignore',
    }),
  );
});
afterAll(async () => {
  await client.close();
  await portal.close();
});

async function tool(name: string, input: Record<string, unknown>): Promise<string> {
  const answer = await client.callTool({ name, arguments: input });
  const text = (answer.content as { text: string }[]).map((part) => part.text).join('\n');
  if (answer.isError) throw new Error(text);
  return text;
}

const idsIn = (text: string) => [...text.matchAll(/"id": "(\d+)"/g)].map(([, id]) => id ?? '');

test('records are created, listed, searched, read and updated in batches', async () => {
  const inputs = ['Acme', 'Globex'].map((name) => ({ properties: { name } }));
  const ids = idsIn(await tool('hubspot-batch-create-objects', { objectType: 'companies', inputs }));
  expect(new Set(ids).size).toBe(2);
  expect(await tool('hubspot-list-objects', { objectType: 'companies', properties: ['name'] })).toContain(
    'Globex',
  );
  const [id = ''] = ids;
  const update = { objectType: 'companies', inputs: [{ id, properties: { name: 'Initech' } }] };
  expect(await tool('hubspot-batch-update-objects', update)).toContain('Initech');
  const read = { objectType: 'companies', inputs: [{ id }], properties: ['name'] };
  expect(await tool('hubspot-batch-read-objects', read)).toContain('Initech');
  const filterGroups = [{ filters: [{ propertyName: 'name', operator: 'EQ', value: 'Initech' }] }];
  const found = await tool('hubspot-search-objects', {
    objectType: 'companies',
    filterGroups,
    properties: ['name'],
  });
  expect(idsIn(found)).toEqual([id]);
});

test('associations, properties, schemas and the account are understood', async () => {
  const [deal = ''] = idsIn(
    await tool('hubspot-batch-create-objects', {
      objectType: 'deals',
      inputs: [{ properties: { dealname: 'D' } }],
    }),
  );
  const [company = ''] = idsIn(
    await tool('hubspot-batch-create-objects', {
      objectType: 'companies',
      inputs: [{ properties: { name: 'C' } }],
    }),
  );
  const definitions = { fromObjectType: 'deals', toObjectType: 'companies' };
  expect(await tool('hubspot-get-association-definitions', definitions)).toContain('341');
  await tool('hubspot-batch-create-associations', {
    ...definitions,
    types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 341 }],
    inputs: [{ from: { id: deal }, to: { id: company } }],
  });
  const associated = { objectType: 'deals', objectId: deal, toObjectType: 'companies' };
  expect(await tool('hubspot-list-associations', associated)).toContain(company);
  expect(await tool('hubspot-list-properties', { objectType: 'deals' })).toContain('dealstage');
  expect(await tool('hubspot-get-schemas', {})).toContain('results');
  expect(await tool('hubspot-get-user-details', {})).toContain(String(portal.portalId));
});
