import { at, day, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { Arm, Kpi } from './kpi.ts';
import { portfolioFigures, portfolioKpis, portfolioTally } from './portfolio.ts';

const question = makeQuestion();

const of = (kpis: readonly Kpi[], id: string, arm: Arm = 'all'): Kpi => {
  const found = kpis.filter((kpi) => kpi.id === id && kpi.arm === arm);
  expect(found).toHaveLength(1);
  return found[0]!;
};

/** Six won and four lost with a partner, three won and three lost without, one open and unanswered. */
const deals = [
  ...Array.from({ length: 10 }, (_, i) =>
    makeDeal({
      id: 1 + i,
      account: `a${i}`,
      outcome: i < 6 ? 'won' : 'lost',
      closeAt: at(i < 6 ? '2026-01-31' : '2026-02-10'),
      amountMinor: 10_000 * (i + 1),
      answer: 'tagged',
    }),
  ),
  ...Array.from({ length: 6 }, (_, i) =>
    makeDeal({
      id: 11 + i,
      account: `a${i}`,
      outcome: i < 3 ? 'won' : 'lost',
      closeAt: at('2026-03-02'),
      answer: 'none',
    }),
  ),
  makeDeal({ id: 17, account: 'a99' }),
];
const involvements = Array.from({ length: 10 }, (_, i) =>
  makeInvolvement({ dealId: 1 + i, origin: i < 2, tier: i < 2 ? 'source' : 'assist' }),
);
const columns = columnsOf({ deals, involvements, companies: [] });

it('gives each KPI with the number of records behind it', () => {
  const kpis = portfolioKpis(columns, question);
  const expected = [
    ['deals', 'all', 17, 17],
    ['deals', 'partner', 10, 10],
    ['deals', 'none', 6, 6],
    ['deals', 'unanswered', 1, 1],
    ['deals.open', 'all', 1, 1],
    ['won.amount', 'partner', 210_000, 6],
    ['K01', 'all', 30_000, 2],
    ['K02', 'all', 520_000, 8],
    ['K03', 'all', 10 / 16, 16],
    ['K03.pipeline', 'all', 550_000, 10],
    ['K04', 'all', 550 / 1250, 17],
    ['K05', 'all', 2, 1],
    ['K15', 'all', 6, 6],
    ['K15', 'partner', 6, 6],
    ['K15', 'none', 0, 0],
    ['K16', 'all', 1, 6],
    ['K16.sourced', 'all', 2 / 6, 6],
    ['K20', 'partner', 30, 10],
    ['K20', 'none', 60, 6],
    ['K20.won', 'partner', 30, 6],
    ['K24', 'partner', 0.6, 10],
    ['K24', 'none', 0.5, 6],
    ['K24', 'all', 9 / 16, 16],
    ['K24.amount', 'partner', 210 / 550, 10],
    ['K26', 'partner', 35_000, 6],
    ['K26.mean', 'partner', 35_000, 6],
    ['K40', 'all', 1, 1],
    ['K41.source', 'all', 0.2, 10],
    ['K41.assist', 'all', 0.8, 10],
    ['K46', 'all', 16 / 17, 17],
    ['K47', 'all', 0, 10],
    ['won.attached', 'all', 210_000, 6],
    ['won.credited', 'all', 210_000, 6],
  ] as const;
  const given = expected.map(([id, arm]) => {
    const { value, n } = of(kpis, id, arm);
    return [id, arm, value, n];
  });
  expect(given).toEqual(expected);
});

it('gives the Wilson interval of a win rate', () => {
  expect(of(portfolioKpis(columns, question), 'K24', 'partner').interval).toEqual([
    expect.closeTo(0.31267, 4),
    expect.closeTo(0.83182, 4),
  ]);
});

it('gives no percentage under five closed deals, and says why', () => {
  const few = portfolioKpis(columnsOf({ deals: deals.slice(0, 3), involvements, companies: [] }), question);
  expect(of(few, 'K24')).toMatchObject({ value: null, n: 3, reason: 'too_few' });
  expect(of(few, 'deals.won')).toMatchObject({ value: 3 });
});

it('answers an empty portfolio with nulls and reasons', () => {
  const empty = portfolioKpis(columnsOf({ deals: [], involvements: [], companies: [] }), question);
  expect(of(empty, 'K24')).toMatchObject({ value: null, n: 0, reason: 'no_denominator' });
  expect(of(empty, 'K26')).toMatchObject({ value: null, reason: 'no_amounts' });
  expect(of(empty, 'K20')).toMatchObject({ value: null, reason: 'no_denominator' });
  expect(of(empty, 'K40')).toMatchObject({ value: null, reason: 'no_denominator' });
  expect(of(empty, 'K01')).toMatchObject({ value: 0, n: 0 });
});

it('knows nothing of what comes after the as-of day', () => {
  const earlier = portfolioKpis(columns, { ...question, asOf: day('2026-02-05') });
  expect(of(earlier, 'deals.won')).toMatchObject({ value: 6 });
  expect(of(earlier, 'deals.lost')).toMatchObject({ value: 0 });
  expect(of(earlier, 'deals.open')).toMatchObject({ value: 11 });
  const untagged = portfolioKpis(columns, { ...question, asOf: day('2026-01-01') });
  expect(of(untagged, 'deals', 'partner')).toMatchObject({ value: 0 });
  expect(of(untagged, 'deals', 'unanswered')).toMatchObject({ value: 11 });
});

it('gives all that the page shows from one pass over the deals', () => {
  const figures = portfolioFigures(columns, question);
  expect(figures.kpis).toEqual(portfolioKpis(columns, question));
  expect(figures).toMatchObject({
    partners: [{ id: '88', deals: 10, won: 6, closed: 10, creditedWonMinor: 210_000 }],
    tierMix: [
      { month: '2026-01', tier: 'assist', deals: 8 },
      { month: '2026-01', tier: 'source', deals: 2 },
    ],
    excluded: [],
    lifeCycle: [],
    comparison: null,
  });
  expect(figures.valueMap.find(({ kpis }) => kpis[0]?.id === 'K01')?.kpis[0]?.value).toBe(30_000);
});

it('counts the tags of deals that no chunk held, which its reader knows of', () => {
  const tally = portfolioTally(question, columns);
  tally.add(columns);
  expect(tally.finish(3).excluded).toEqual([
    { reason: 'partner tag on a deal that is not among the deals read', n: 3 },
  ]);
});
