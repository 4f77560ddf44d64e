import { at, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import { lifeCycleStages, tiers } from '../vocabulary.ts';
import { dimensions, valueMap } from './value-map.ts';

const question = makeQuestion();
const mapOf = (
  deals: readonly ReturnType<typeof makeDeal>[],
  involvements: readonly ReturnType<typeof makeInvolvement>[],
) => valueMap(columnsOf({ deals, involvements, companies: [] }), question);

it('maps eight dimensions by stage and tier, the lead KPI first', () => {
  const map = mapOf(
    [makeDeal({ id: 1 }), makeDeal({ id: 2, amountMinor: 500 })],
    [
      makeInvolvement({ tier: 'source', origin: true, stages: ['identify'] }),
      makeInvolvement({ dealId: 2, origin: true }),
    ],
  );
  expect(new Set(map.map((cell) => cell.dimension))).toEqual(new Set(Object.keys(dimensions)));
  const cell = (tier: string | null) =>
    map.find((each) => each.dimension === 'D1' && each.stage === 'identify' && each.tier === tier)!;
  expect(cell(null)).toMatchObject({ tags: 1, kpis: [{ id: 'K01', value: 100_500 }] });
  expect(cell('source')).toMatchObject({ tags: 1, kpis: [{ value: 100_000 }] });
  expect(cell('assist')).toMatchObject({ tags: 0, kpis: [{ value: 500 }] });
});

it('holds KPIs of partner deals alone, each cell at least one and none twice', () => {
  const map = mapOf([], []);
  for (const { kpis } of map) {
    expect(kpis.length).toBeGreaterThan(0);
    expect(new Set(kpis.map(({ id }) => id)).size).toBe(kpis.length);
    expect(kpis.every(({ arm }) => arm === 'partner')).toBe(true);
  }
});

it('has the same cells for every tier and for all together, in the order of the life cycle', () => {
  const map = mapOf([], []);
  const placesOf = (tier: string | null) =>
    map.filter((cell) => cell.tier === tier).map(({ dimension, stage }) => `${dimension} ${stage}`);
  const all = placesOf(null);
  expect(map).toHaveLength(all.length * (1 + tiers.length));
  for (const tier of tiers) expect(placesOf(tier)).toEqual(all);
  const inOrder = Object.keys(dimensions).flatMap((dimension) =>
    lifeCycleStages.map((stage) => `${dimension} ${stage}`),
  );
  expect(all).toEqual(inOrder.filter((place) => all.includes(place)));
});

it('looks at the deals with a tag of the tier, whatever the others are', () => {
  const lost = { outcome: 'lost', closeAt: at('2026-02-01') } as const;
  const deals = [1, 2, 3, 4, 5].map((id) =>
    makeDeal({ id, ...lost, outcome: id < 5 ? 'won' : 'lost', amountMinor: id * 100 }),
  );
  const involvements = deals.map(({ id }) =>
    makeInvolvement({ dealId: id, tier: id === 1 ? 'source' : 'assist' }),
  );
  const map = mapOf(deals, involvements);
  const kpiOf = (tier: string | null, id: string) =>
    map
      .find(
        (cell) => cell.tier === tier && cell.stage === 'decide' && cell.kpis.some((kpi) => kpi.id === id),
      )!
      .kpis.find((kpi) => kpi.id === id);
  expect(kpiOf(null, 'K24')).toMatchObject({ value: 0.8, n: 5 });
  expect(kpiOf(null, 'K26.mean')).toMatchObject({ value: 250, n: 4 });
  expect(kpiOf('assist', 'K26.mean')).toMatchObject({ value: 300, n: 3 });
  expect(kpiOf('source', 'K26.mean')).toMatchObject({ value: 100, n: 1 });
  expect(kpiOf('co_sell', 'K26.mean')).toMatchObject({ value: null, n: 0 });
});
