import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kpi } from '#domain/kpis/kpi';
import { main } from '#scripts/report';
import { advancedDeals, anyTime, nullWorld, tenPointWorld, type World } from '#test/soak/worlds';

const dir = mkdtempSync(join(tmpdir(), 'worlds-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const began = Date.UTC(2024, 0, 1);
const stages = ['Lead', 'Qualify', 'Evaluate', 'Offer'] as const;

interface Report {
  kpis: Kpi[];
  comparison: {
    verdict: string;
    crude: { difference: number };
    adjusted: {
      difference: number;
      ratio: number;
      interval: [number, number];
      ratioInterval: [number, number];
    };
  };
}

/** A simulated world as the exports of a CRM, with an account and a region per stratum, and what the report says of it. */
async function reportOn(world: World, ...flags: string[]): Promise<Report> {
  const iso = (ms: number | undefined): string =>
    ms === undefined || Number.isNaN(ms) ? '' : new Date(began + ms).toISOString();
  const write = (name: string, rows: readonly (readonly string[])[]): string => {
    writeFileSync(join(dir, name), rows.map((row) => row.join(',')).join('\n'));
    return join(dir, name);
  };
  const deals = [...world.outcome].map((outcome, i) => [
    String(i + 1),
    outcome === 1 ? 'Won' : 'Lost',
    'Sales',
    String(1 + (world.stratum[i] ?? 0)),
    iso(0),
    iso(world.closedAt[i]),
    world.answer[i] === 1 ? 'none' : 'tagged',
    ...world.stageEnteredAt.map((entered) => iso(entered[i])),
  ]);
  const tagged = deals.flatMap(([id = ''], i) => {
    const at = iso(world.taggedAt[i]);
    return at === '' ? [] : [[id, 'Acme', 'co_sell', at, 'confirmed']];
  });
  const headings = [
    'Record ID',
    'Deal Stage',
    'Pipeline',
    'Associated Company IDs',
    'Create Date',
    'Close Date',
    'Partner answer',
  ];
  const json = join(dir, 'report.json');
  const printed: string[] = [];
  const say = (text: string) => void printed.push(text);
  const files = [
    '--deals',
    write('deals.csv', [[...headings, ...stages.map((stage) => `Date entered ${stage}`)], ...deals]),
    '--companies',
    write('companies.csv', [
      ['Record ID', 'Company name', 'Country'],
      ...['North', 'East', 'South', 'West'].map((region, i) => [String(i + 1), `Account ${i + 1}`, region]),
    ]),
    '--involvements',
    write('tags.csv', [['deal_id', 'partner_name', 'tier', 'tagged_at', 'status'], ...tagged]),
  ];
  const args = [...files, '--as-of', '2026-12-31', '--json', json, ...flags];
  const code = await main(args, { out: say, err: say });
  if (code !== 0) throw new Error(printed.join(''));
  return JSON.parse(readFileSync(json, 'utf8')) as Report;
}

const winRate = ({ kpis }: Report, arm: string): number =>
  kpis.find((kpi) => kpi.id === 'K24' && kpi.arm === arm)?.value ?? NaN;

test.each([
  ['any time', anyTime],
  ['advanced deals', advancedDeals],
])(
  'where partners change nothing and join at %s, win rates differ and the report does not',
  async (_, tags) => {
    const report = await reportOn(nullWorld(3_000, tags, 11), '--strata', 'none');
    expect(winRate(report, 'partner') / winRate(report, 'none')).toBeGreaterThan(2);
    const { verdict, adjusted } = report.comparison;
    expect(verdict).toBe('no_clear_difference');
    expect(adjusted.ratioInterval[0]).toBeLessThan(1);
    expect(adjusted.ratioInterval[1]).toBeGreaterThan(1);
  },
  60_000,
);

test('where partners add ten points and prefer regions that win less, the report finds the ten points', async () => {
  const world = tenPointWorld(3_000, 11);
  const { comparison } = await reportOn(world, '--strata', 'region', '--landmark', 'stage:Qualify');
  expect(comparison.crude.difference).toBeLessThan(0.05);
  expect(comparison.verdict).toBe('higher');
  expect(comparison.adjusted.interval[0]).toBeLessThan(0.1);
  expect(comparison.adjusted.interval[1]).toBeGreaterThan(0.1);
}, 60_000);
