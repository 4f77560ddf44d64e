import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kpi } from '#domain/kpis/kpi';
import { main } from '#scripts/report';
import { exportTo, folder, isPresent } from '#test/opportunity-sample';

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
  openPipeline: {
    sizeRatio: { crude: number; standardised: number; overlap: number };
    partner: OpenJson;
    none: OpenJson;
    byStratum: { name: string; partner: OpenJson; none: OpenJson }[];
  };
}
interface OpenJson {
  deals: number;
  amount: number;
  weighted: number;
  mean: number;
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

if (isPresent) {
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

  test('the strata show that partner deals are larger mostly because more of them are large', async () => {
    const { openPipeline, text } = await reportOf(dir, files, '--strata', 'dealtype');
    const { byStratum, sizeRatio, partner, none } = openPipeline;
    expect(byStratum.map(({ name }) => name).sort()).toEqual(['Large', 'Medium', 'Small']);
    let inTheMix = 0;
    for (const { name, ...arms } of byStratum) {
      for (const [arm, driven] of [
        ['partner', 'Yes'],
        ['none', 'No'],
      ] as const) {
        const { n, revenue, factored, mean_revenue } = expected.by_size_partner[
          `${name}|${driven}`
        ] as Figures;
        expect(arms[arm]).toMatchObject({ deals: n, amount: revenue });
        expect(arms[arm].weighted).toBeCloseTo(factored, 2);
        expect(arms[arm].mean).toBeCloseTo(mean_revenue, 2);
      }
      inTheMix += arms.partner.deals * arms.none.mean;
    }
    const medium = byStratum.find(({ name }) => name === 'Medium');
    expect((medium?.partner.mean ?? 0) / (medium?.none.mean ?? 1)).toBeCloseTo(1, 2);
    expect(sizeRatio.crude).toBeCloseTo(partner.mean / none.mean, 9);
    expect(sizeRatio.crude).toBeCloseTo(1.83, 2);
    expect(sizeRatio.standardised).toBeCloseTo(partner.amount / inTheMix, 9);
    expect(sizeRatio.standardised).toBeCloseTo(1.23, 2);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('1.83 times that without, and 1.23 times');
  }, 60_000);

  test('where nothing is closed yet, win rates are not compared', async () => {
    const { comparison } = await reportOf(dir, files, '--landmark', 'stage:Qualify');
    expect(comparison.verdict).toBe('not_recorded');
  }, 60_000);
} else {
  test('the opportunity sample is not on this machine, so its figures were not compared', () => {
    console.log(`No ${folder}: the comparison with independently computed figures did not run.`);
    expect(isPresent).toBe(false);
  });
}
