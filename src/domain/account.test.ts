import { at, day, makeCompany, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { accountKpis } from './account.ts';
import { columnsOf } from './columns.ts';
import type { Question } from './kpis/question.ts';

const question = makeQuestion();
const won = { outcome: 'won', closeAt: at('2026-03-01') } as const;

const columns = columnsOf({
  deals: [
    makeDeal({ id: 1, ...won, amountMinor: 100_000 }),
    makeDeal({ id: 2, ...won, amountMinor: 50_001 }),
    makeDeal({ id: 3 }),
    makeDeal({ id: 4, ...won, account: '901', amountMinor: 999_999 }),
    makeDeal({ id: 5, ...won, account: null }),
  ],
  involvements: [
    makeInvolvement({ dealId: 1, partnerId: '88', tier: 'co_sell', roles: ['introducer'] }),
    makeInvolvement({ dealId: 2, partnerId: '88', enteredOn: day('2026-01-01'), roles: ['implementation'] }),
    makeInvolvement({ dealId: 2, partnerId: '89', enteredOn: null }),
    makeInvolvement({ dealId: 3, partnerId: '90', status: 'rejected' }),
    makeInvolvement({ dealId: 4, partnerId: '89' }),
  ],
  companies: [makeCompany({ id: '88', name: 'Acme', partnerType: 'si' })],
});

it('lists the partners of an account with unique and credited revenue side by side', () => {
  expect(accountKpis(columns, question, '900').partners).toEqual([
    {
      id: '88',
      name: 'Acme',
      highestTier: 'co_sell',
      firstEnteredOn: '2026-01-01',
      deals: 2,
      won: 2,
      uniqueWonMinor: 150_001,
      creditedWonMinor: 125_001,
    },
    {
      id: '89',
      name: 'Partner 89',
      highestTier: 'assist',
      firstEnteredOn: null,
      deals: 1,
      won: 1,
      uniqueWonMinor: 50_001,
      creditedWonMinor: 25_000,
    },
  ]);
});

it('counts the deals of the account alone', () => {
  const { kpis } = accountKpis(columns, question, '900');
  const valueOf = (id: string) => kpis.find((kpi) => kpi.id === id && kpi.arm === 'all')?.value;
  expect([valueOf('deals'), valueOf('won.amount'), valueOf('K15')]).toEqual([3, 150_001, 1]);
});

it('says which functions partners have covered and which are missing', () => {
  expect(accountKpis(columns, question, '900').fullStack).toEqual({
    covered: ['sell', 'implement'],
    missing: ['technology', 'run'],
  });
});

it('has nothing to say of an account without deals', () => {
  const { kpis, partners, fullStack } = accountKpis(columns, question, 'unknown');
  expect(kpis.find(({ id }) => id === 'deals')?.value).toBe(0);
  expect(kpis.find(({ id }) => id === 'K24')).toMatchObject({ value: null, reason: 'no_denominator' });
  expect([partners, fullStack.covered]).toEqual([[], []]);
});

const partnersOf = (
  deals: readonly Parameters<typeof makeDeal>[0][],
  involvements: readonly Parameters<typeof makeInvolvement>[0][],
  asked: Partial<Question> = {},
) => {
  const rows = { deals: deals.map(makeDeal), involvements: involvements.map(makeInvolvement), companies: [] };
  return accountKpis(columnsOf(rows), { ...question, ...asked }, '900').partners;
};

it('the most credited partner comes first, then the one with more deals, then the lower id', () => {
  const deals = [{ id: 1 }, { id: 2, ...won, amountMinor: 500 }, { id: 3, ...won, amountMinor: 900 }];
  const ids = partnersOf(deals, [
    { dealId: 1, partnerId: '5' },
    { dealId: 1, partnerId: '4' },
    { dealId: 1, partnerId: '3' },
    { dealId: 2, partnerId: '9' },
    { dealId: 3, partnerId: '2' },
    { dealId: 2, partnerId: '8', status: 'rejected' },
    { dealId: 1, partnerId: '2' },
  ]).map(({ id }) => id);
  expect(ids).toEqual(['2', '9', '3', '4', '5']);
  const more = partnersOf(
    [{ id: 1 }, { id: 2 }],
    [
      { dealId: 1, partnerId: '4' },
      { dealId: 1, partnerId: '7' },
      { dealId: 2, partnerId: '7' },
    ],
  );
  expect(more.map(({ id, deals: count }) => [id, count])).toEqual([
    ['7', 2],
    ['4', 1],
  ]);
  const equal = [
    { dealId: 1, partnerId: '7' },
    { dealId: 2, partnerId: '4' },
  ];
  expect(partnersOf([{ id: 1 }, { id: 2 }], equal).map(({ id }) => id)).toEqual(['4', '7']);
});

it('a partner came in on its earliest known day, and what was lost or closed outside the period is not won', () => {
  const deals = [
    { id: 1, ...won, amountMinor: 100 },
    { id: 2, outcome: 'lost', closeAt: at('2026-03-01') },
    { id: 3, ...won, closeAt: at('2026-05-01'), amountMinor: 10 },
  ] as const;
  const days = ['2026-02-03', '2026-02-01', null];
  const tags = days.map((enteredOn, i) => ({ dealId: i + 1, enteredOn: enteredOn && day(enteredOn) }));
  const [partner] = partnersOf(deals, tags as { dealId: number; enteredOn: number | null }[], {
    from: day('2026-01-01'),
    to: day('2026-03-31'),
  });
  expect(partner).toMatchObject({ firstEnteredOn: '2026-02-01', won: 1, uniqueWonMinor: 100 });
});

it('only a confirmed partner covers a function', () => {
  const proposed = makeInvolvement({ status: 'proposed', roles: ['implementation'] });
  const rows = { deals: [makeDeal()], involvements: [proposed], companies: [] };
  expect(accountKpis(columnsOf(rows), question, '900').fullStack.covered).toEqual([]);
});

it('an unknown account has no deals, however many accounts there are', () => {
  const deals = ['a', 'b', 'c', 'd'].map((account, i) => makeDeal({ id: i + 1, account }));
  const { kpis } = accountKpis(columnsOf({ deals, involvements: [], companies: [] }), question, 'unknown');
  expect(kpis.find(({ id }) => id === 'deals')?.value).toBe(0);
});
