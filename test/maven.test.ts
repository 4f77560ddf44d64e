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

/**
 * The opportunities as HubSpot would export them. The source has no partners: every fourth opportunity is given one,
 * in turn, on its first day. Opportunities without a first day (all open) begin on the last day of the file.
 */
function exportTo(dir: string, pipelineOf: (opportunity: Opportunity) => string): string[] {
  const columns = { columns: true, skip_empty_lines: true } as const;
  const read = <Row>(name: string): Row[] => parse(readFileSync(join(folder, name)), columns);
  const accounts = read<{ account: string; sector: string }>('accounts.csv');
  const idOf = new Map(accounts.map(({ account }, index) => [account, String(1_001 + index)]));
  const opportunities = read<Opportunity>('sales_pipeline.csv');
  const deals = opportunities.map((one, index) => [
    String(100_001 + index),
    one.opportunity_id,
    { Won: 'Closed Won', Lost: 'Closed Lost' }[one.deal_stage] ?? one.deal_stage,
    pipelineOf(one),
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

function expectFigures({ kpis }: ReportJson, expected: Figures): void {
  expect(valueOf(kpis, 'deals.won')).toBe(expected.won);
  expect((valueOf(kpis, 'deals.won') ?? 0) + (valueOf(kpis, 'deals.lost') ?? 0)).toBe(expected.closed);
  expect(valueOf(kpis, 'deals.open')).toBe(expected.open);
  expect(valueOf(kpis, 'K24')).toBeCloseTo(expected.won / expected.closed, 12);
  expect(valueOf(kpis, 'won.amount')).toBe(expected.won_value);
  expect(valueOf(kpis, 'K26')).toBe(expected.median_deal_won);
  expect(valueOf(kpis, 'K26.mean')).toBeCloseTo(expected.mean_deal_won, 2);
  expect(valueOf(kpis, 'K20.won')).toBe(expected.median_days_won);
}

if (present) {
  const dir = mkdtempSync(join(tmpdir(), 'maven-'));
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
    overall: Figures;
    by_product: Record<string, Figures>;
    by_agent: Record<string, Figures>;
  };
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('8,800 opportunities of a hardware vendor give the figures that were computed independently', async () => {
    const report = await reportOf(
      dir,
      exportTo(dir, ({ product }) => product),
    );
    expect(report.data.deals).toBe(8_800);
    expect(report.currency).toBe('USD');
    expectFigures(report, expected.overall);
    const wins = report.partners.map(({ kpis }) => valueOf(kpis, 'deals.won', 'partner') ?? 0);
    expect(report.partners.map(({ name }) => name).sort()).toEqual([...partners].sort());
    expect(wins.reduce((sum, won) => sum + won, 0)).toBe(valueOf(report.kpis, 'deals.won', 'partner'));
  }, 60_000);

  test('the figures of each product are those of its own deals', async () => {
    const files = exportTo(dir, ({ product }) => product);
    for (const product of ['GTX Basic', 'GTXPro', 'MG Special']) {
      expectFigures(
        await reportOf(dir, files, '--pipeline', product),
        expected.by_product[product] as Figures,
      );
    }
  }, 60_000);

  test('the figures of each agent are those of their own deals', async () => {
    const files = exportTo(dir, ({ sales_agent }) => sales_agent);
    for (const agent of ['Darcel Schlecht', 'Lajuana Vencill']) {
      expectFigures(await reportOf(dir, files, '--pipeline', agent), expected.by_agent[agent] as Figures);
    }
  }, 60_000);
} else {
  test('the public sales file is not on this machine, so its figures were not compared', () => {
    console.log(`No ${folder}: the comparison with independently computed figures did not run.`);
    expect(present).toBe(false);
  });
}
