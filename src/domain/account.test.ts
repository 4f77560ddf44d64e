import { at, day, makeCompany, makeDeal, makeInvolvement } from '#test/make';
import { accountKpis } from './account.ts';
import { columnsOf } from './columns.ts';
import type { Question } from './kpis/question.ts';
import { defaultSettings } from './settings.ts';

const question: Question = {
  asOf: day('2026-06-30'),
  from: null,
  to: null,
  pipelines: [],
  settings: defaultSettings,
};
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
