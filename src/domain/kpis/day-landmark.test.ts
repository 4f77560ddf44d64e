import { at, day, makeCompany, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { DealRow, InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { comparisonOf } from './comparison-of.ts';

const question = makeQuestion({
  asOf: day('2026-12-31'),
  settings: { ...defaultSettings, strata: ['region'], lifeCycleOf: { s1: 'identify', s2: 'evaluate' } },
  landmarkDay: 30,
});
const companies = [makeCompany({ id: '900', region: 'Austria' })];

/** Deals created on 2026-01-01 that closed on 2026-03-01: day 30 is 2026-01-31. */
const closed = (from: number, count: number, won: number, row: Partial<DealRow>): DealRow[] =>
  Array.from({ length: count }, (_, i) =>
    makeDeal({ id: from + i, outcome: i < won ? 'won' : 'lost', closeAt: at('2026-03-01'), ...row }),
  );
const tags = (from: number, count: number, taggedOn: string): InvolvementRow[] =>
  Array.from({ length: count }, (_, i) => makeInvolvement({ dealId: from + i, taggedAt: at(taggedOn) }));
const early = { stageEnteredAt: { s1: at('2026-01-01'), s2: at('2026-02-10') } };
const advanced = { stageEnteredAt: { s1: at('2026-01-01'), s2: at('2026-01-20') } };

/** Advanced deals win more often and get more partners; within a stage, partners change nothing. */
const deals = [
  ...closed(1, 40, 32, { ...advanced, answer: 'tagged' }),
  ...closed(101, 10, 8, { ...advanced, answer: 'none' }),
  ...closed(201, 10, 2, { ...early, answer: 'tagged' }),
  ...closed(301, 40, 8, { ...early, answer: 'none' }),
];
const involvements = [...tags(1, 40, '2026-01-30'), ...tags(201, 10, '2026-01-05')];

it('compares within the stage that a deal was in on the day', () => {
  const comparison = comparisonOf(columnsOf({ deals, involvements, companies }), question)!;
  expect(comparison.stratumNames).toEqual(['Austria, Evaluate', 'Austria, Identify']);
  expect(comparison.crude.difference?.value).toBeCloseTo(0.36, 12);
  expect(comparison.headline?.difference.value).toBeCloseTo(0, 12);
  expect(comparison.sentence).toMatch(
    /after adjusting for region, stage on that day\. .*were open on day 30 after creation/,
  );
  expect(comparison.notes).toEqual([]);
});

it('names a stage that maps to nothing by its id, and sets deals without a stage apart', () => {
  const rows = [
    ...closed(1, 2, 1, { stageEnteredAt: { other: at('2026-01-02') }, answer: 'none' }),
    ...closed(11, 2, 1, { stageEnteredAt: { s1: at('2026-02-01') }, answer: 'none' }),
  ];
  const columns = columnsOf({ deals: rows, involvements: [], companies });
  expect(comparisonOf(columns, question)?.stratumNames).toEqual(['Austria, other', 'Austria, stage unknown']);
});

it('says so where no stage dates are recorded, and is adjusted for nothing more', () => {
  const undated = deals.map((row) => ({ ...row, stageEnteredAt: {} }));
  const blind = comparisonOf(columnsOf({ deals: undated, involvements, companies }), question)!;
  expect(blind.stratumNames).toEqual(['Austria, stage unknown']);
  expect(blind.headline?.difference.value).toBeCloseTo(0.36, 12);
  expect(blind.sentence).toMatch(/after adjusting for region\. /);
  expect(blind.notes).toEqual([expect.stringMatching(/^No stage dates are recorded/)]);
});

it('keeps tags made after the day out, and counts them', () => {
  const late = [...tags(1, 40, '2026-02-01'), ...tags(201, 10, '2026-01-05')];
  const { atLandmark, none, notes } = comparisonOf(
    columnsOf({ deals, involvements: late, companies }),
    question,
  )!;
  expect(atLandmark).toMatchObject({ tagged: 50, taggedLate: 40 });
  expect(none.closed).toBe(90);
  expect(notes).toEqual([
    expect.stringMatching(/^40 of 50 partner tags were made later than day 30 after creation/),
  ]);
});

it('leaves out deals that closed before the day, or are too young for it, or have no date of creation', () => {
  const rows = [
    ...closed(1, 3, 3, { closeAt: at('2026-01-31') }),
    ...closed(11, 2, 2, { createdAt: at('2026-12-15'), outcome: 'open' as const, closeAt: null }),
    makeDeal({ id: 21, createdAt: null }),
    ...closed(31, 1, 1, { answer: 'none' }),
  ].map((row) => ({ ...row, outcome: row.closeAt === null ? ('open' as const) : row.outcome }));
  const columns = columnsOf({ deals: rows, involvements: [], companies });
  expect(comparisonOf(columns, question)?.excluded).toMatchObject({ closedBefore: 3, notReached: 3 });
});

it('stands in for the stage of the settings, and a chosen stage for it', () => {
  const settings = { ...question.settings, landmarkStage: 's2' };
  const columns = columnsOf({ deals, involvements, companies });
  expect(comparisonOf(columns, { ...question, settings })?.sentence).toMatch(/day 30 after creation/);
  expect(comparisonOf(columns, question, { landmark: 's2' })?.sentence).toMatch(/reached Evaluate/);
  expect(comparisonOf(columns, question, { landmark: null })).toBeNull();
});
