import { at, day, makeCompany, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { DealRow, InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { comparisonOf } from './comparison-of.ts';
import type { Kpi } from './kpi.ts';
import { portfolioKpis } from './portfolio.ts';

const question = makeQuestion({
  asOf: day('2026-12-31'),
  settings: {
    ...defaultSettings,
    strata: ['region'],
    landmarkStage: 'evaluate',
    lifeCycleOf: { evaluate: 'evaluate' },
  },
});

/** Deals that reached the landmark on 2026-02-01 and closed on 2026-03-01. */
const closed = (from: number, count: number, won: number, row: Partial<DealRow>): DealRow[] =>
  Array.from({ length: count }, (_, i) =>
    makeDeal({
      id: from + i,
      outcome: i < won ? 'won' : 'lost',
      closeAt: at('2026-03-01'),
      stageEnteredAt: { evaluate: at('2026-02-01') },
      ...row,
    }),
  );
const tags = (from: number, count: number, taggedOn: string): InvolvementRow[] =>
  Array.from({ length: count }, (_, i) => makeInvolvement({ dealId: from + i, taggedAt: at(taggedOn) }));
const companies = [makeCompany({ id: '900', region: 'Austria' })];

const deals = [
  ...closed(1, 40, 30, { answer: 'tagged', amountMinor: 200_000 }),
  ...closed(101, 40, 10, { answer: 'none' }),
];
const columns = columnsOf({ deals, involvements: tags(1, 40, '2026-01-20'), companies });
const kpiOf = (kpis: readonly Kpi[], id: string) =>
  kpis.find((kpi) => kpi.id === id && kpi.arm === 'partner');

it('compares the arms at the landmark, with the sentence that goes with it', () => {
  const comparison = comparisonOf(columns, question)!;
  expect(comparison).toMatchObject({
    verdict: 'higher',
    partner: { won: 30, closed: 40 },
    none: { won: 10, closed: 40 },
    stratumNames: ['Austria'],
  });
  expect(comparison.headline?.difference.value).toBeCloseTo(0.5, 12);
  expect(comparison.sizeRatio?.value).toBeCloseTo(2, 12);
  expect(comparison.sentence).toMatch(/^Higher with partners: \+50 points .* after adjusting for region/);
});

it('calls the landmark and the strata by the names that the question gives', () => {
  const settings = { ...question.settings, strata: ['pipeline'] } as const;
  const labels = { stages: { evaluate: 'Trial' }, pipelines: { [deals[0]!.pipeline ?? '']: 'New business' } };
  const comparison = comparisonOf(columns, { ...question, settings, labels })!;
  expect(comparison.sentence).toContain('that reached Trial,');
  expect(comparison.stratumNames).toEqual(['New business']);
});

it('gives the comparison as KPIs', () => {
  const kpis = portfolioKpis(columns, question);
  expect(kpiOf(kpis, 'K25')).toMatchObject({ value: expect.closeTo(0.5, 12), n: 80, reason: null });
  expect(kpiOf(kpis, 'K25.ratio')).toMatchObject({ value: expect.closeTo(3, 12) });
  expect(kpiOf(kpis, 'K22')).toMatchObject({ value: 0, reason: null });
});

it('takes a tag made after the landmark for no partner, and says so', () => {
  const late = columnsOf({ deals, involvements: tags(1, 40, '2026-02-02'), companies });
  expect(comparisonOf(late, question)).toMatchObject({
    verdict: 'no_closed_deals',
    none: { closed: 80 },
    notes: [expect.stringMatching(/^40 of 40 partner tags were made after/)],
  });
});

it('leaves out proposed tags and deals that do not answer', () => {
  const unsure = tags(1, 40, '2026-01-20').map((tag) => ({ ...tag, status: 'proposed' as const }));
  const silent = closed(201, 9, 9, {});
  const some = columnsOf({ deals: [...deals, ...silent], involvements: unsure, companies });
  expect(comparisonOf(some, question)?.excluded).toMatchObject({ unconfirmed: 40, unanswered: 9 });
});

it('can put deals that do not answer among those without a partner', () => {
  const silent = closed(201, 10, 10, {});
  const some = columnsOf({
    deals: [...deals, ...silent],
    involvements: tags(1, 40, '2026-01-20'),
    companies,
  });
  expect(comparisonOf(some, question)?.none).toMatchObject({ won: 10, closed: 40 });
  expect(comparisonOf(some, question, { unansweredAsNone: true })?.none).toMatchObject({
    won: 20,
    closed: 50,
  });
});

it('has no comparison without a landmark, and says why', () => {
  const settings = { ...question.settings, landmarkStage: null };
  expect(comparisonOf(columns, { ...question, settings })).toBeNull();
  expect(kpiOf(portfolioKpis(columns, { ...question, settings }), 'K25')).toMatchObject({
    value: null,
    reason: 'no_landmark',
  });
});

it('finds nothing in a world where partners change nothing, although the naive ratio is far from 1', () => {
  const world = nullWorld(20_000);
  const comparison = comparisonOf(world, question)!;
  const ratio = comparison.headline!.ratio!;
  expect(ratio.interval[0]).toBeLessThan(1);
  expect(ratio.interval[1]).toBeGreaterThan(1);
  const kpis = portfolioKpis(world, question);
  const naive =
    kpiOf(kpis, 'K24')!.value! / kpis.find(({ id, arm }) => id === 'K24' && arm === 'none')!.value!;
  expect(naive).toBeGreaterThan(1.8);
});

/** Deals pass two stages by chance alone; a tag comes on a random day if the deal is still open then. */
function nullWorld(size: number) {
  let state = 7;
  const chance = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const start = at('2026-01-01');
  const days = (count: number): number => count * 86_400_000;
  const rows: DealRow[] = [];
  const involvements: InvolvementRow[] = [];
  for (let id = 1; id <= size; id++) {
    const reached = chance() < 0.5 ? start + days(30) : null;
    const closeAt = reached === null ? start + days(20) : start + days(40 + Math.floor(chance() * 100));
    const taggedAt = start + days(-Math.log(chance()) * 100);
    const isTagged = taggedAt < closeAt;
    rows.push(
      makeDeal({
        id,
        createdAt: start,
        outcome: reached !== null && chance() < 0.6 ? 'won' : 'lost',
        closeAt,
        answer: isTagged ? 'tagged' : 'none',
        stageEnteredAt: reached === null ? {} : { evaluate: reached },
      }),
    );
    if (isTagged) involvements.push(makeInvolvement({ dealId: id, taggedAt }));
  }
  return columnsOf({ deals: rows, involvements, companies });
}
