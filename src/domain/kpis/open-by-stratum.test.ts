import { makeCompany, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { DealRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { openByStratum } from './open-by-stratum.ts';

const question = makeQuestion({
  asOf: 40_000,
  labels: { stages: {}, pipelines: { a: 'Large', b: 'Small' } },
  settings: { ...defaultSettings, strata: ['pipeline'] },
});

let id = 0;
const openDeals = (count: number, amountMinor: number | null, pipeline: string, tagged: boolean) =>
  Array.from({ length: count }, () =>
    makeDeal({ id: ++id, outcome: 'open', amountMinor, pipeline, answer: tagged ? 'tagged' : 'none' }),
  );
function mixOf(...groups: readonly (readonly [number, number | null, string, boolean])[]) {
  const deals = groups.flatMap((group) => openDeals(...group));
  const involvements = deals
    .filter(({ answer }) => answer === 'tagged')
    .map((deal) => makeInvolvement({ dealId: deal.id }));
  return openByStratum(columnsOf({ deals, involvements, companies: [makeCompany({ id: '900' })] }), question);
}

it('equal means in every stratum are equal in the same mix, whatever the mixes make of them', () => {
  const { all, strata, sizeRatio } = mixOf(
    [16, 9_000, 'a', true],
    [4, 9_000, 'a', false],
    [4, 1_000, 'b', true],
    [16, 1_000, 'b', false],
  );
  expect(all.partner).toMatchObject({ deals: 20, amountMinor: 148_000, meanMinor: 7_400 });
  expect(all.none).toMatchObject({ deals: 20, amountMinor: 52_000, meanMinor: 2_600 });
  expect(strata.map(({ name }) => name)).toEqual(['Large', 'Small']);
  expect(sizeRatio.crude).toBeCloseTo(7_400 / 2_600, 12);
  expect(sizeRatio).toMatchObject({ standardised: 1, overlap: 1 });
});

it('deals without an amount are counted and have no size', () => {
  const { all } = mixOf([10, 500, 'a', true], [3, null, 'a', true], [10, 500, 'a', false]);
  expect(all.partner).toMatchObject({ deals: 13, sized: 10, meanMinor: 500 });
});

it.each([
  ['under ten deals a side no ratio is given', 9, 'a', { crude: null, standardised: null }],
  ['without a stratum that holds both only the crude ratio is', 10, 'b', { crude: 1, standardised: null }],
] as const)('%s', (_, count, pipeline, ratio) => {
  expect(mixOf([10, 500, 'a', true], [count, 500, pipeline, false]).sizeRatio).toMatchObject(ratio);
});

it('an overlap of exactly half of the partner deals is enough', () => {
  const { sizeRatio } = mixOf([10, 600, 'a', true], [10, 900, 'b', true], [10, 300, 'a', false]);
  expect(sizeRatio).toEqual({ crude: 2.5, standardised: 2, overlap: 0.5 });
});

it('strata stand by their open deals of both sides, and by name where these are equal', () => {
  const { strata } = mixOf(
    [1, 1, 'd', true],
    [2, 1, 'b', false],
    [1, 1, 'c', false],
    [1, 1, 'a', true],
    [1, 1, 'a', false],
    [3, 1, 'z', false],
  );
  expect(strata.map(({ name }) => name)).toEqual(['z', 'Large', 'Small', 'c', 'd']);
});

describe('one open deal', () => {
  const allOf = (row: Partial<DealRow>) => {
    const columns = columnsOf({ deals: [makeDeal(row)], involvements: [], companies: [] });
    return openByStratum(columns, question).all;
  };
  it('is on a side where it answers and has not closed', () => {
    expect(allOf({ answer: 'none' }).none).toMatchObject({ deals: 1, amountMinor: 100_000 });
    expect(allOf({ answer: 'none', outcome: 'lost' }).none.deals).toBe(0);
    const { partner, none } = allOf({ answer: 'unanswered' });
    expect([partner.deals, none.deals]).toEqual([0, 0]);
  });
  it.each<[number | null, number]>([
    [40_000, 40_000],
    [-40_000, 0],
    [null, 0],
  ])('expected at %s weighs %i', (weightedMinor, weighs) => {
    expect(allOf({ answer: 'none', weightedMinor }).none.weightedMinor).toBe(weighs);
  });
});

it('a pipeline without a label goes by its id', () => {
  const columns = columnsOf({ deals: [makeDeal({ answer: 'none' })], involvements: [], companies: [] });
  const { asOf, from, to, pipelines, settings } = question;
  expect(openByStratum(columns, { asOf, from, to, pipelines, settings }).strata[0]?.name).toBe('default');
});

it('nothing open is no number', () => {
  expect(mixOf()).toMatchObject({
    strata: [],
    all: { partner: { deals: 0, meanMinor: null } },
    sizeRatio: { crude: null, standardised: null, overlap: null },
  });
});
