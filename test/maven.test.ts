import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Kpi } from '#domain/kpis/kpi';
import { main } from '#scripts/report';

const folder = resolve(__dirname, '../../shared/data/maven-crm');
const present = existsSync(folder);

interface Opportunity {
  opportunity_id: string;
  sales_agent: string;
  product: string;
  account: string;
  deal_stage: string;
  engage_date: string;
  close_date: string;
  close_value: string;
}
interface Figures {
  won: number;
  closed: number;
  open: number;
  won_value: number;
  mean_deal_won: number;
  median_deal_won: number;
  median_days_won: number;
}
interface ReportJson {
  data: { deals: number };
  currency: string;
  kpis: Kpi[];
  partners: { id: string; name: string; kpis: Kpi[] }[];
}

const partners = ['Northgate', 'Southgate', 'Eastgate', 'Westgate'];
const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(',');

const read = <Row>(name: string): Row[] =>
  parse(readFileSync(join(folder, name)), { columns: true, skip_empty_lines: true });

/**
 * The opportunities as HubSpot would export them. The source has no partners: every fourth opportunity is given one,
 * in turn, on its first day; products are pipelines. Opportunities without a first day (all open) begin on the last day of the file.
 */
function exportTo(dir: string): string[] {
  const accounts = read<{ account: string; sector: string }>('accounts.csv');
  const idOf = new Map(accounts.map(({ account }, index) => [account, String(1_001 + index)]));
  const opportunities = read<Opportunity>('sales_pipeline.csv');
  const deals = opportunities.map((one, index) => [
    String(100_001 + index),
    one.opportunity_id,
    { Won: 'Closed Won', Lost: 'Closed Lost' }[one.deal_stage] ?? one.deal_stage,
    one.product,
    one.close_value,
    'USD',
    one.engage_date || '2017-12-31',
    one.close_date,
    one.sales_agent,
    idOf.get(one.account) ?? '',
  ]);
  const tags = deals
    .map(([id = '', , , , , , created = '']) => [id, created])
    .filter((_, index) => index % 4 === 0)
    .map(([id = '', created = ''], turn) => [id, partners[turn % 4] ?? '', 'co_sell', created, 'confirmed']);
  const file = (name: string, headings: string, rows: readonly (readonly string[])[]): string => {
    writeFileSync(join(dir, name), [headings, ...rows.map(quoted)].join('\r\n'));
    return join(dir, name);
  };
  return [
    '--deals',
    file(
      'deals.csv',
      'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Currency,Create Date,Close Date,Deal owner,Associated Company IDs (Primary)',
      deals,
    ),
    '--companies',
    file(
      'companies.csv',
      'Record ID,Company name,Industry',
      accounts.map(({ account, sector }) => [idOf.get(account) ?? '', account, sector]),
    ),
    '--involvements',
    file('involvements.csv', 'deal_id,partner_name,tier,tagged_at,status', tags),
  ];
}

async function reportOf(dir: string, files: readonly string[], ...more: string[]): Promise<ReportJson> {
  const json = join(dir, 'report.json');
  const printed: string[] = [];
  const write = (text: string) => void printed.push(text);
  const code = await main([...files, '--as-of', '2017-12-31', '--json', json, ...more], {
    out: write,
    err: write,
  });
  if (code !== 0) throw new Error(printed.join(''));
  return JSON.parse(readFileSync(json, 'utf8')) as ReportJson;
}

const valueOf = (kpis: readonly Kpi[], id: string, arm = 'all'): number | null =>
  kpis.find((kpi) => kpi.id === id && kpi.arm === arm)?.value ?? null;

function expectClosed({ kpis }: ReportJson, expected: Figures): void {
  expect(valueOf(kpis, 'deals.won')).toBe(expected.won);
  expect((valueOf(kpis, 'deals.won') ?? 0) + (valueOf(kpis, 'deals.lost') ?? 0)).toBe(expected.closed);
  expect(valueOf(kpis, 'K24')).toBeCloseTo(expected.won / expected.closed, 12);
  expect(valueOf(kpis, 'won.amount')).toBe(expected.won_value);
  expect(valueOf(kpis, 'K26')).toBe(expected.median_deal_won);
  expect(valueOf(kpis, 'K26.mean')).toBeCloseTo(expected.mean_deal_won, 2);
}

function expectFigures(report: ReportJson, expected: Figures): void {
  expectClosed(report, expected);
  expect(valueOf(report.kpis, 'deals.open')).toBe(expected.open);
  expect(valueOf(report.kpis, 'K20.won')).toBe(expected.median_days_won);
}

if (present) {
  const dir = mkdtempSync(join(tmpdir(), 'maven-'));
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
    overall: Figures;
    by_product: Record<string, Figures>;
    by_agent: Record<string, Figures>;
    by_manager: Record<string, Figures>;
    by_sector: Record<string, Figures>;
    by_close_quarter: Record<string, Figures>;
    net_new_logos_by_quarter: Record<string, number>;
    accounts_with_a_win: number;
  };
  const files = exportTo(dir);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('8,800 opportunities of a hardware vendor give the figures that were computed independently', async () => {
    const report = await reportOf(dir, files);
    expect(report.data.deals).toBe(8_800);
    expect(report.currency).toBe('USD');
    expectFigures(report, expected.overall);
    expect(valueOf(report.kpis, 'K15')).toBe(expected.accounts_with_a_win);
    const wins = report.partners.map(({ kpis }) => valueOf(kpis, 'deals.won', 'partner') ?? 0);
    expect(report.partners.map(({ name }) => name).sort()).toEqual([...partners].sort());
    expect(wins.reduce((sum, won) => sum + won, 0)).toBe(valueOf(report.kpis, 'deals.won', 'partner'));
  }, 60_000);

  test.each(['GTX Basic', 'GTXPro'])(
    'the figures of the product %s are those of its own deals',
    async (name) => {
      expectFigures(await reportOf(dir, files, '--pipeline', name), expected.by_product[name] as Figures);
    },
    60_000,
  );

  test('the figures of an agent and of a team are those of their own deals', async () => {
    const agent = 'Darcel Schlecht';
    expectFigures(await reportOf(dir, files, '--owner', agent), expected.by_agent[agent] as Figures);
    const team = read<{ sales_agent: string; manager: string }>('sales_teams.csv')
      .filter(({ manager, sales_agent }) => manager === 'Cara Losch' && sales_agent in expected.by_agent)
      .flatMap(({ sales_agent }) => ['--owner', sales_agent]);
    expectFigures(await reportOf(dir, files, ...team), expected.by_manager['Cara Losch'] as Figures);
  }, 60_000);

  test('the figures of a sector are those of its accounts', async () => {
    const report = await reportOf(dir, files, '--industry', 'employment');
    expectFigures(report, expected.by_sector['employment'] as Figures);
  }, 60_000);

  test.each([
    ['2017Q1', '2017-01-01', '2017-03-31'],
    ['2017Q2', '2017-04-01', '2017-06-30'],
  ])(
    'the figures of %s are those of the deals closed in it, with the accounts won first',
    async (name, from, to) => {
      const report = await reportOf(dir, files, '--from', from, '--to', to);
      expectClosed(report, expected.by_close_quarter[name] as Figures);
      expect(valueOf(report.kpis, 'K15')).toBe(expected.net_new_logos_by_quarter[name]);
    },
    60_000,
  );
} else {
  test('the public sales file is not on this machine, so its figures were not compared', () => {
    console.log(`No ${folder}: the comparison with independently computed figures did not run.`);
    expect(present).toBe(false);
  });
}
