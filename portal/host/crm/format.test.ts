/** @jest-environment jsdom */
import type { Definitions, PropertyDefinition } from './definitions.ts';
import type { Properties } from './records.ts';

document.body.innerHTML = '<script id="boot" type="application/json"></script>';
const facts = { homeCurrency: 'EUR', timeZone: 'UTC', user: { locale: 'en-US' } };
(document.getElementById('boot') as HTMLElement).textContent = JSON.stringify(facts);

const define = (
  name: string,
  type: string,
  more: Partial<PropertyDefinition> = {},
): [string, PropertyDefinition] => [name, { name, type, label: name, fieldType: '', groupName: '', ...more }];

const known: Definitions = {
  properties: new Map([
    define('amount', 'number'),
    define('amount_in_home_currency', 'number'),
    define('num_notes', 'number'),
    define('hs_deal_stage_probability', 'number'),
    define('closedate', 'datetime'),
    define('createdate', 'datetime'),
    define('birthday', 'date'),
    define('open', 'bool'),
    define('tiers', 'enumeration', { options: [{ label: 'Co-sell', value: 'co_sell' }] }),
  ]),
  groups: [],
  pipelines: [
    { id: 'default', label: 'Sales', stages: [{ id: 's1', label: 'New', displayOrder: 0, metadata: {} }] },
  ],
  owners: new Map([['7', 'Demo Owner']]),
};

async function read(properties: Properties): Promise<string> {
  const { formatProperty } = await import('./format.ts');
  return formatProperty(Object.keys(properties)[0] ?? '', properties, known);
}

test.each<[Properties, string]>([
  [{ amount: '1200.5', deal_currency_code: 'USD' }, '$1,200.50'],
  [{ amount: '1200' }, '€1,200.00'],
  [{ amount_in_home_currency: '10', deal_currency_code: 'USD' }, '€10.00'],
  [{ num_notes: '12345' }, '12,345'],
  [{ num_notes: 'many' }, 'many'],
  [{ hs_deal_stage_probability: '0.125' }, '12.5%'],
  [{ closedate: '2026-03-05T00:00:00Z' }, 'Mar 5, 2026'],
  [{ createdate: '1767600000000' }, 'Jan 5, 2026, 8:00 AM'],
  [{ birthday: '2026-03-05' }, 'Mar 5, 2026'],
  [{ closedate: 'soon' }, 'soon'],
  [{ open: 'true' }, 'Yes'],
  [{ tiers: 'co_sell;other' }, 'Co-sell, other'],
  [{ dealstage: 's1' }, 'New'],
  [{ dealstage: 'gone' }, 'gone'],
  [{ hubspot_owner_id: '7' }, 'Demo Owner'],
  [{ amount: null }, ''],
  [{ not_defined: 'as it is' }, 'as it is'],
])('%j reads %s', async (properties, expected) => {
  expect((await read(properties)).replace('\u202f', ' ')).toBe(expected);
});
