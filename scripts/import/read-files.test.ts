import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadFiles } from './dataset.ts';
import { readFiles, type ImportFiles } from './read-files.ts';

const dir = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const now = Date.parse('2026-11-01T12:00:00Z');
const head =
  'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Currency,Create Date,Close Date,Associated Company IDs (Primary)';

interface Texts {
  readonly deals: string;
  readonly companies?: string;
  readonly involvements?: string;
}

function read({ deals, companies, involvements }: Texts, options: Partial<ImportFiles> = {}): ReadFiles {
  const file = (name: string, text: string | undefined): string | null => {
    if (text === undefined) return null;
    writeFileSync(join(dir, name), text);
    return join(dir, name);
  };
  return readFiles(
    {
      deals: file('deals.csv', deals) ?? '',
      companies: file('companies.csv', companies),
      involvements: file('involvements.csv', involvements),
      dateOrder: null,
      currency: null,
      ...options,
    },
    now,
  );
}

const issuesOf = ({ issues }: ReadFiles) => issues.map(({ line, column, value }) => [line, column, value]);

test("HubSpot's labels and its internal names give the same deal", () => {
  const labels = read({
    deals: `${head}\n7,A,Closed Won,Sales Pipeline,"1,200.50",EUR,2026-01-05,2026-03-05,70`,
  });
  const names = read({
    deals:
      'hs_object_id,dealname,dealstage,pipeline,amount,deal_currency_code,createdate,closedate,hs_primary_associated_company\n' +
      '7,A,Closed Won,Sales Pipeline,1200.5,EUR,1767571200000,2026-03-05T00:00:00Z,70',
  });
  expect(labels.dataset).toEqual(names.dataset);
  expect(labels.dataset.deals[0]).toMatchObject({
    id: '7',
    stage: 'Closed Won',
    primaryCompanyId: '70',
    properties: { amount: '1200.5', createdate: '2026-01-05T00:00:00.000Z' },
  });
});

test('an unreadable row is told with line, column and value; the others are read and counted', () => {
  const deals = read({
    deals: [
      head,
      '1,A,Proposal,P,abc,EUR,2026-01-05,,',
      '2,B,Proposal,P,5,EUR,2026-02-30,,',
      'x,C,Proposal,P,5,EUR,2026-01-05,,',
      '4,D,,P,5,EUR,2026-01-05,,',
      '5,E,Closed lost,P,5,EUR,2026-01-05,,',
      '6,F,Proposal,P,5,Euro,2026-01-05,,',
      '1.2E+10,G,Proposal,P,5,EUR,2026-01-05,,',
      '8,H,Proposal,P,5,EUR,2026-01-05,,',
    ].join('\n'),
  });
  expect(issuesOf(deals)).toEqual([
    [2, 'Amount', 'abc'],
    [3, 'Create Date', '2026-02-30'],
    [4, 'Record ID', 'x'],
    [5, 'Deal Stage', ''],
    [6, 'Close Date', ''],
    [7, 'Currency', 'Euro'],
    [8, 'Record ID', '1.2E+10'],
  ]);
  expect(deals.counts).toEqual([expect.objectContaining({ kind: 'deals', read: 1, of: 8 })]);
  expect(deals.issues.every(({ remedy }) => remedy.length > 20)).toBe(true);
});

test.each([
  ['Name,Phone\nA,1', /no column of a deal export/],
  ['Record ID,Deal Name,Create Date\n1,A,2026-01-05', /"dealstage" or "deal stage" is missing/],
  ['Record ID,Deal Stage\n1,Won', /"createdate" or "create date" is missing/],
  [`${head}\n`, /headings but no deal/],
  [
    `${head}\n1,A,X,P,1,EUR,2026-01-05,,\n2,B,X,P,1,EUR,2026-01-05,,\n1,C,X,P,1,EUR,2026-01-05,,`,
    /1 on lines 2 and 4/,
  ],
  [`${head}\n1,A,X,P,1,EUR,03/05/2026,,`, /--date-order dmy or --date-order mdy/],
])('a file that cannot be used is refused with the reason', (deals, reason) => {
  expect(() => read({ deals })).toThrow(reason);
});

test('a stated order reads dates that could be read both ways', () => {
  const { dataset } = read({ deals: `${head}\n1,A,X,P,1,EUR,03/05/2026,,` }, { dateOrder: 'dmy' });
  expect(dataset.deals[0]?.properties['createdate']).toBe('2026-05-03T00:00:00.000Z');
});

test('companies that the deals name and the file lacks are made, with the name where the row has it', () => {
  const { dataset, notes } = read({
    deals: `${head},Associated Company (Primary)\n1,A,X,P,1,EUR,2026-01-05,,70,Acme\n2,B,X,P,1,EUR,2026-01-05,,71,\n3,C,X,P,1,EUR,2026-01-05,,,acme`,
    companies:
      'Record ID,Company name,Number of Employees,Partner Type\n80,Zeta,"1,200",System integrator or consultancy',
  });
  expect(dataset.companies.map(({ id, properties }) => [id, properties['name']])).toEqual([
    ['80', 'Zeta'],
    ['70', 'Acme'],
    ['71', '71'],
  ]);
  expect(dataset.companies[0]?.properties).toMatchObject({ numberofemployees: '1200', partner_type: 'si' });
  expect(dataset.deals[2]?.primaryCompanyId).toBe('70');
  expect(notes.join(' ')).toMatch(/2 companies .* were made: Acme, 71/);
});

test('the currency is the only one of the deals, else the one that needs no conversion, else what is said', () => {
  const row = (id: number, amount: number, home: string, code: string) =>
    `${id},A,X,${amount},${home},${code},2026-01-05`;
  const currencyOf = (rows: string[], options = {}) =>
    read(
      {
        deals: `Record ID,Deal Name,Deal Stage,Amount,Amount in company currency,Currency,Create Date\n${rows.join('\n')}`,
      },
      options,
    ).dataset.homeCurrency;
  expect(currencyOf([row(1, 5, '', 'USD')])).toBe('USD');
  expect(currencyOf([row(1, 5, '5', 'GBP'), row(2, 5, '4', 'USD')])).toBe('GBP');
  expect(currencyOf([row(1, 5, '', 'GBP'), row(2, 5, '', 'USD')])).toBe('EUR');
  expect(currencyOf([row(1, 5, '', 'GBP')], { currency: 'SEK' })).toBe('SEK');
});
