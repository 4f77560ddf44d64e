import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Kpi } from '#domain/kpis/kpi';
import { main } from '#scripts/report';

const folder = resolve(__dirname, '../../shared/data/powerbi-opportunity');
const present = existsSync(folder);

interface Figures {
  n: number;
  revenue: number;
  factored: number;
  mean_revenue: number;
}
interface Expected {
  overall: Figures;
  by_partner_driven: Record<'Yes' | 'No', Figures>;
  by_size_partner: Record<string, Figures>;
  by_region_partner: Record<string, Figures>;
  top10_partners_by_revenue: Record<string, Figures>;
  partners_used: number;
}
interface ReportJson {
  data: { deals: number };
  kpis: Kpi[];
  partners: { name: string; kpis: Kpi[] }[];
  comparison: { verdict: string; sentence: string };
}

const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(',');
type Row = Record<string, string>;
/** Some accounts and partners have the same name: they are kept apart by id. */
const accountId = (id: string | undefined): string => String(100_000 + Number(id));
const partnerId = (id: string | undefined): string => String(200_000 + Number(id));

/**
 * The sample as HubSpot would export it. One opportunity stands in two rows, so each row is a deal of its own. The size
 * of an opportunity is its deal type. Partners were there from the first day; "Direct" is the answer "no partner".
 */
function exportTo(dir: string): string[] {
  const read = (name: string): Row[] =>
    parse(readFileSync(join(folder, name)), { columns: true, skip_empty_lines: true });
  const by = (name: string, key: string): Map<string, Row> =>
    new Map(read(name).map((row) => [row[key] ?? '', row]));
  const [accounts, opportunities] = [
    by('Account.csv', 'Account ID'),
    by('Opportunity.csv', 'Opportunity ID'),
  ];
  const [partners, stages] = [by('Partner.csv', 'Partner ID'), by('SalesStage.csv', 'Sales Stage ID')];
  const facts = read('Fact.csv').map((fact, index) => ({
    id: String(1_001 + index),
    account: accountId(fact['Account ID']),
    partner: fact['Partner ID'],
    stage: stages.get(fact['Sales Stage ID'] ?? ''),
    opportunity: opportunities.get(fact['Opportunity ID'] ?? ''),
    created: fact['Create Date'] ?? '',
    closing: (fact['EstimatedCloseDate'] ?? '').slice(0, 10),
    revenue: fact['ProductRevenue'] ?? '',
  }));
  const isDriven = ({ partner = '' }: (typeof facts)[number]): boolean =>
    partners.get(partner)?.['Partner Driven'] === 'Yes';
  const file = (
    name: string,
    headings: string,
    rows: readonly (readonly (string | undefined)[])[],
  ): string => {
    writeFileSync(
      join(dir, name),
      [headings, ...rows.map((row) => quoted(row.map((cell) => cell ?? '')))].join('\r\n'),
    );
    return join(dir, name);
  };
  return [
    '--deals',
    file(
      'deals.csv',
      'Record ID,Deal Name,Deal Stage,Deal probability,Pipeline,Amount,Currency,Create Date,Close Date,Deal Type,Partner answer,Associated Company IDs (Primary)',
      facts.map((fact) => [
        fact.id,
        fact.opportunity?.['Name'],
        fact.stage?.['Sales Stage'],
        fact.stage?.['Probability'],
        'Opportunities',
        fact.revenue,
        'USD',
        fact.created,
        fact.closing,
        fact.opportunity?.['Opportunity Size'],
        isDriven(fact) ? 'tagged' : 'none',
        fact.account,
      ]),
    ),
    '--companies',
    file('companies.csv', 'Record ID,Company name,Country/Region,partner_type', [
      ...[...accounts].map(([id, row]) => [accountId(id), row['Account'], row['Region'], '']),
      ...[...partners].map(([id, row]) => [partnerId(id), row['Partner'], '', 'reseller']),
    ]),
    '--involvements',
    file(
      'involvements.csv',
      'deal_id,partner_id,tier,tagged_at,status',
      facts
        .filter(isDriven)
        .map((fact) => [fact.id, partnerId(fact.partner), 'co_sell', fact.created, 'confirmed']),
    ),
  ];
}

async function reportOf(dir: string, files: readonly string[], ...more: string[]) {
  const json = join(dir, 'report.json');
  const printed: string[] = [];
  const write = (text: string) => void printed.push(text);
  const args = [...files, '--as-of', '2014-12-31', '--json', json, ...more];
  const code = await main(args, { out: write, err: write });
  if (code !== 0) throw new Error(printed.join(''));
  return { ...(JSON.parse(readFileSync(json, 'utf8')) as ReportJson), text: printed.join('') };
}

const valueOf = (kpis: readonly Kpi[], id: string, arm: string): number | null =>
  kpis.find((kpi) => kpi.id === id && kpi.arm === arm)?.value ?? null;

function expectOpen(kpis: readonly Kpi[], arm: string, expected: Figures): void {
  expect(valueOf(kpis, 'deals.open', arm)).toBe(expected.n);
  expect(valueOf(kpis, 'open.amount', arm)).toBe(expected.revenue);
  expect(valueOf(kpis, 'K08', arm)).toBeCloseTo(expected.factored, 2);
}

if (present) {
  const dir = mkdtempSync(join(tmpdir(), 'powerbi-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
  const files = exportTo(dir);

  test('open and weighted pipeline, with partners and direct, are those computed independently', async () => {
    const { kpis, partners, data } = await reportOf(dir, files);
    expect(data.deals).toBe(487);
    expectOpen(kpis, 'all', expected.overall);
    expectOpen(kpis, 'partner', expected.by_partner_driven.Yes);
    expectOpen(kpis, 'none', expected.by_partner_driven.No);
    // The source counts names: Direct is one of them, and two partners share another.
    expect(new Set(partners.map(({ name }) => name)).size).toBe(expected.partners_used - 1);
    for (const [name, figures] of Object.entries(expected.top10_partners_by_revenue)) {
      if (name === 'Direct') continue;
      const sum = (id: string): number =>
        partners
          .filter((partner) => partner.name === name)
          .reduce((all, one) => all + (valueOf(one.kpis, id, 'partner') ?? 0), 0);
      expect(sum('deals.open')).toBe(figures.n);
      expect(sum('open.amount')).toBe(figures.revenue);
      expect(sum('K08')).toBeCloseTo(figures.factored, 2);
    }
  }, 60_000);

  test.each(['East', 'Central', 'West'])(
    'so are those of the region %s',
    async (region) => {
      const { kpis } = await reportOf(dir, files, '--region', region);
      expectOpen(kpis, 'partner', expected.by_region_partner[`${region}|Yes`] as Figures);
      expectOpen(kpis, 'none', expected.by_region_partner[`${region}|No`] as Figures);
    },
    60_000,
  );

  test('where nothing is closed yet, win rates are not compared', async () => {
    const { comparison } = await reportOf(dir, files, '--landmark', 'stage:Qualify');
    expect(comparison.verdict).toBe('not_recorded');
  }, 60_000);
} else {
  test('the opportunity sample is not on this machine, so its figures were not compared', () => {
    console.log(`No ${folder}: the comparison with independently computed figures did not run.`);
    expect(present).toBe(false);
  });
}
