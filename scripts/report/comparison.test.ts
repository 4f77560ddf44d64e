import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../report.ts';

const dir = mkdtempSync(join(tmpdir(), 'report-comparison-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, rows: readonly (readonly string[])[]): string => {
  const file = join(dir, name);
  writeFileSync(file, rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'));
  return file;
};

/** Sixty deals; the first twenty reach the stage with a partner, of whom 15 win, the others win 15 of 40. */
const places = Array.from({ length: 60 }, (_, place) => place);
const isPartner = (place: number): boolean => place < 20;
const isWon = (place: number): boolean => (isPartner(place) ? place < 15 : place < 35);
const dealRow = (place: number): string[] => [
  String(place + 1),
  `Deal ${place + 1}`,
  isWon(place) ? 'Closed Won' : 'Closed Lost',
  'Enterprise',
  '1000',
  'EUR',
  '2026-01-01',
  '2026-03-01',
  isPartner(place) ? 'tagged' : 'none',
  place % 2 === 0 ? 'Ana Lopez' : 'Ben Ode',
];
const headings = [
  'Record ID',
  'Deal Name',
  'Deal Stage',
  'Pipeline',
  'Amount',
  'Currency',
  'Create Date',
  'Close Date',
  'Partner answer',
  'Deal owner',
];
const dated = write('dated.csv', [
  [...headings, "Date entered 'Evaluate (Enterprise)'", "Date entered 'Talks (Enterprise)'"],
  ...places.map((place) => [...dealRow(place), '2026-02-01', '2026-01-02']),
]);
const undated = write('undated.csv', [
  headings,
  ...places.map(dealRow),
  ['61', 'Deal 61', 'Evaluate', 'Enterprise', '1000', 'EUR', '2026-01-01', '', 'none', ''],
]);
const tags = write('tags.csv', [
  ['deal_id', 'partner_name', 'tier', 'tagged_at', 'status'],
  ...places
    .filter(isPartner)
    .map((place) => [String(place + 1), place % 2 ? 'Acme' : 'Brix', 'co_sell', '2026-01-15', 'confirmed']),
  ['60', 'Acme', 'assist', '2026-02-02', 'confirmed'],
]);

interface Arm {
  won: number | null;
  closed: number | null;
  rate: number | null;
}
interface Json {
  comparison: {
    landmark: { kind: string; name: string };
    strata: string[];
    partner: Arm;
    none: Arm;
    crude: { difference: number | null; ratio: number | null };
    adjusted: { difference: number | null; ratio: number | null; interval: [number, number] | null };
    overlap: number | null;
    excluded: Record<string, number>;
    verdict: string;
    sentence: string;
    byStratum: { name: string; partner: Arm; difference: number | null }[];
  };
  kpis: { id: string; arm: string; value: number | null }[];
}

async function report(deals: string, ...more: string[]): Promise<Json & { out: string }> {
  const json = join(dir, 'report.json');
  const printed: string[] = [];
  const say = (text: string) => void printed.push(text);
  const args = ['--deals', deals, '--involvements', tags, '--as-of', '2026-06-30', '--json', json, ...more];
  const code = await main(args, { out: say, err: say });
  if (code !== 0) throw new Error(printed.join(''));
  return { ...(JSON.parse(readFileSync(json, 'utf8')) as Json), out: printed.join('') };
}

test('with entry dates, deals are compared from the first stage that evaluates', async () => {
  const { comparison, out, kpis } = await report(dated, '--strata', 'none');
  expect(comparison.landmark).toMatchObject({ kind: 'stage', name: 'Evaluate' });
  expect(comparison).toMatchObject({
    strata: [],
    partner: { won: 15, closed: 20, rate: 0.75 },
    none: { won: 15, closed: 40, rate: 0.375 },
    crude: { difference: 0.375, ratio: 2 },
    overlap: 1,
    byStratum: [{ name: 'all deals', partner: { won: 15 }, difference: 0.375 }],
    excluded: { 'tag made after the landmark: the deal counts as one without a partner': 1 },
  });
  expect(comparison.adjusted.difference).toBeCloseTo(0.375, 12);
  expect(comparison.adjusted.interval![0]).toBeLessThan(0.375);
  expect(kpis.find(({ id }) => id === 'K25')!.value).toBe(comparison.adjusted.difference);
  expect(out.replaceAll(/\s+/g, ' ')).toContain(comparison.sentence);
});

test.each(['stage:Talks', 'stage:talks (enterprise)', 'Talks'])(
  'the landmark %s is the stage that it names',
  async (landmark) => {
    const { comparison } = await report(dated, '--landmark', landmark);
    expect(comparison.landmark).toMatchObject({ kind: 'stage', name: 'Talks' });
    // The partners came after that stage, so nobody had one there.
    expect(comparison.partner).toMatchObject({ won: 0, closed: 0, rate: null });
    expect(comparison.verdict).toBe('no_closed_deals');
    expect(comparison.sentence).toContain('that reached Talks');
    expect(comparison.crude).toMatchObject({ difference: null, ratio: null });
  },
);

test('a landmark of days compares within the stage of that day, and says where that is not known', async () => {
  const { comparison } = await report(dated, '--landmark', 'day:20', '--strata', 'none');
  expect(comparison.landmark).toMatchObject({ kind: 'day', day: 20, name: 'day 20 after creation' });
  expect(comparison).toMatchObject({ partner: { won: 15, closed: 20 }, byStratum: [{ name: 'Talks' }] });
  const unknown = await report(undated, '--landmark', 'day:20', '--strata', 'none');
  expect(unknown.comparison.partner).toMatchObject({ won: 15, closed: 20 });
  expect(unknown.out.replaceAll(/\s+/g, ' ')).toContain(
    'deals are not compared within the stage of that day',
  );
});

test.each([
  [[], 'no_landmark', /first stage that evaluates is "Evaluate"\. Stage entry dates are not in the file/],
  [['--landmark', 'stage:Evaluate'], 'not_recorded', /column hs_v2_date_entered_\S+ \(by label: Date/],
  [['--landmark', 'stage:qualifiedtobuy'], 'not_recorded', /column hs_v2_date_entered_qualifiedtobuy/],
  [['--landmark', 'none'], 'no_landmark', /--landmark none leaves the comparison out/],
])('without entry dates %j gives no comparison, and the reason', async (flags, verdict, sentence) => {
  const { comparison, out, kpis } = await report(undated, ...flags);
  expect(comparison).toMatchObject({
    verdict,
    partner: { won: null, closed: null, rate: null },
    crude: { difference: null },
    adjusted: { difference: null, ratio: null },
    overlap: null,
    byStratum: [],
  });
  expect(comparison.sentence).toMatch(sentence);
  expect(out.replaceAll(/\s+/g, ' ')).toContain(comparison.sentence);
  const missing = kpis.filter(({ id }) => id === 'K25' || id.startsWith('K10.') || id.startsWith('K11.'));
  expect(missing.map(({ value }) => value).filter((value) => value !== null)).toEqual([]);
});

test('filters choose deals by owner and tags by partner and tier', async () => {
  const dealsOf = async (arm: string, ...flags: string[]) =>
    (await report(dated, '--landmark', 'none', ...flags)).kpis.find(
      (kpi) => kpi.id === 'deals' && kpi.arm === arm,
    )!.value;
  expect(await dealsOf('all', '--owner', 'ana lopez')).toBe(30);
  expect(await dealsOf('all', '--owner', 'Ana Lopez', '--owner', 'Ben Ode')).toBe(60);
  expect(await dealsOf('partner', '--partner', 'Brix')).toBe(10);
  expect(await dealsOf('partner', '--tier', 'Assist')).toBe(1);
  expect(await dealsOf('partner', '--route', 'direct')).toBe(0);
});

test('no line is wider than a hundred columns, but for names that have no place to break', async () => {
  const { out } = await report(dated);
  const wide = out.split('\n').filter((line) => line.length > 100);
  expect(wide.filter((line) => line.trim().includes(' '))).toEqual([]);
});

test('a landmark of days that no deal has got to is no comparison', async () => {
  const { comparison } = await report(dated, '--landmark', 'day:300');
  expect(comparison.sentence).toBe(
    'No deal has got to day 300 after creation yet, so there is nothing to compare.',
  );
  expect(comparison.partner).toMatchObject({ won: null });
});
