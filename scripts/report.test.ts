import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './report.ts';

const dir = mkdtempSync(join(tmpdir(), 'report-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(args, { out: (text) => void out.push(text), err: (text) => void err.push(text) });
  return { code, out: out.join(''), err: err.join('') };
}

const deals = file(
  'deals.csv',
  [
    'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Currency,Create Date,Close Date,Partner answer',
    '1,A,Closed Won,Sales Pipeline,1000.50,USD,2026-01-01,2026-01-31,',
    '2,B,Closed Lost,Sales Pipeline,500,USD,2026-01-01,2026-02-10,none',
    '3,C,Closed Won,Sales Pipeline,300,USD,2026-01-01,2026-06-01,none',
    '4,D,Talks,Sales Pipeline,x,USD,2026-01-01,,none',
    '5,E,Talks,Sales Pipeline,70,USD,2026-07-01,,none',
  ].join('\n'),
);
const involvements = file(
  'tags.csv',
  'deal_id,partner_name,tier,tagged_at,status\n1,Nordlicht,Sourced,2026-01-02,confirmed',
);

interface Json {
  asOf: string;
  currency: string;
  data: { deals: number; excluded: { reason: string; n: number }[] };
  kpis: { id: string; arm: string; unit: string; value: number | null; n: number; reason: string | null }[];
  partners: { name: string; kpis: Json['kpis'] }[];
}

test('files become numbers, in print and as JSON, with money in major units', async () => {
  const json = join(dir, 'report.json');
  const { code, out, err } = await run(
    '--deals',
    deals,
    '--involvements',
    involvements,
    '--as-of',
    '2026-06-01',
    '--json',
    json,
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/4 of 5 deals read/);
  expect(out).toMatch(/line 5, Amount: "x" is no number/);
  expect(out).toMatch(/Won revenue +1,300\.50 \(2\) +1,000\.50 \(1\)/);
  const report = JSON.parse(readFileSync(json, 'utf8')) as Json;
  expect(report).toMatchObject({ asOf: '2026-06-01', currency: 'USD', data: { deals: 4 } });
  const kpi = (id: string, arm: string) => report.kpis.find((one) => one.id === id && one.arm === arm);
  // What happens on the day of the report counts; what is created after it does not exist yet.
  expect(kpi('won.amount', 'all')).toMatchObject({ value: 1300.5, n: 2, unit: 'money' });
  expect(kpi('deals', 'all')?.value).toBe(3);
  expect(kpi('deals.won', 'partner')?.value).toBe(1);
  expect(kpi('deals.lost', 'none')?.value).toBe(1);
  expect(report.kpis.every(({ value, reason }) => (value === null) !== (reason === null))).toBe(true);
  expect(report.partners.map(({ name }) => name)).toEqual(['Nordlicht']);
});

test('the period and the pipeline choose the deals', async () => {
  const json = join(dir, 'period.json');
  const args = [
    '--deals',
    deals,
    '--as-of',
    '2026-12-31',
    '--json',
    json,
    '--from',
    '2026-02-01',
    '--to',
    '2026-03-01',
  ];
  expect((await run(...args, '--pipeline', 'sales pipeline')).code).toBe(0);
  const { kpis } = JSON.parse(readFileSync(json, 'utf8')) as Json;
  expect(kpis.find(({ id, arm }) => id === 'deals.lost' && arm === 'all')?.value).toBe(1);
  expect(kpis.find(({ id, arm }) => id === 'won.amount' && arm === 'all')?.value).toBe(0);
});

test.each([
  [[], /--deals is missing/],
  [['--deals', deals], /--as-of is missing/],
  [['--deals', deals, '--as-of', '2026-02-30'], /--as-of 2026-02-30: write a day/],
  [['--deals', deals, '--as-of', '2026-06-01', '--sofar'], /--sofar/],
  [
    ['--deals', deals, '--as-of', '2026-06-01', '--from', '2026-07-01', '--to', '2026-06-01'],
    /--to must not be before/,
  ],
  [['--deals', deals, '--as-of', '2026-06-01', '--currency', 'euro'], /--currency euro/],
  [['--deals', deals, '--as-of', '2026-06-01', '--date-order', 'ymd'], /--date-order ymd/],
  [
    ['--deals', deals, '--as-of', '2026-06-01', '--pipeline', 'Nope'],
    /--pipeline Nope: there are "Sales Pipeline"/,
  ],
  [['--companies', deals, '--as-of', '2026-06-01'], /--companies needs --deals/],
])('a wrong command line ends with code 2 and names the flag', async (args, message) => {
  const { code, out, err } = await run(...args);
  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(out).toBe('');
});

test.each([
  ['--landmark', 'day:soon', /--landmark day:soon: write stage:<id or label of a deal stage>, day:<days/],
  ['--landmark', 'day:4000', /--landmark day:4000: .*0 to 3650/],
  ['--landmark', 'stage:', /--landmark stage:: write stage:/],
  ['--landmark', 'stage:Nope', /--landmark stage:Nope: among the open deal stages there are .*"Talks"/],
  ['--landmark', 'stage:Closed Won', /--landmark stage:Closed Won: among the open deal stages/],
  ['--strata', 'size,colour', /--strata size,colour: "colour" is not one of region, size, pipeline, deal/],
  ['--model', 'fair', /--model fair: use equal, maturity, origin, last, position or manual\./],
  ['--second-model', 'fair', /--second-model fair: use equal/],
  ['--size', 'huge', /--size huge: use 1-49, 50-249, 250-999 or 1000\+\./],
  ['--tier', 'gold', /--tier gold: use assist, co_sell, source or joint_solution\./],
  ['--role', 'boss', /--role boss: use originator/],
  ['--stage', 'Talks', /--stage Talks: use identify/],
  ['--route', 'north', /--route north: use direct/],
  ['--region', 'Mars', /--region Mars: the files name none\./],
  ['--industry', 'Mining', /--industry Mining: the files name none\./],
  ['--owner', 'Ana', /--owner Ana: /],
  ['--partner', 'Acme', /--partner Acme: /],
  ['--from', 'May', /--from May: write a day/],
])('the value of %s "%s" is refused with what is allowed', async (flag, value, message) => {
  const { code, out, err } = await run('--deals', deals, '--as-of', '2026-06-01', flag, value);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
});

test.each([
  ['Name\nx', /no column of a deal export/],
  ['', /the file is empty/],
])('a file that cannot be used ends with code 2 and names the file', async (text, message) => {
  const { code, err } = await run('--deals', file('bad.csv', text), '--as-of', '2026-06-01');
  expect(code).toBe(2);
  expect(err).toMatch(/bad\.csv/);
  expect(err).toMatch(message);
});
