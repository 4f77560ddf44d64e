import { at, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { Arm } from './kpi.ts';
import { partnerKpis, partnerScorecard } from './partner-scorecard.ts';
import { partnerStandings } from './partner-standings.ts';

const question = makeQuestion();
const closed = { outcome: 'lost', closeAt: at('2026-03-01') } as const;

/** Partner 88: five won of six; 89: one won of one, shared with 88; 90: two tags, one of them more than a year old. */
const columns = columnsOf({
  deals: [
    ...[1, 2, 3, 4, 5].map((id) => makeDeal({ id, ...closed, outcome: 'won', account: `a${id}` })),
    makeDeal({ id: 6, ...closed, account: 'a1' }),
    makeDeal({ id: 7, createdAt: at('2025-01-01') }),
    makeDeal({ id: 8, createdAt: at('2025-01-01') }),
  ],
  involvements: [
    ...[1, 2].map((dealId) => makeInvolvement({ dealId, tier: 'source', origin: true })),
    ...[3, 4, 5, 6].map((dealId) => makeInvolvement({ dealId, tier: 'co_sell' })),
    makeInvolvement({ dealId: 5, partnerId: '89' }),
    makeInvolvement({ dealId: 7, partnerId: '90', taggedAt: at('2025-06-30') }),
    makeInvolvement({ dealId: 8, partnerId: '90', taggedAt: at('2025-07-01') }),
  ],
  companies: [],
});

it("counts a partner's deals, accounts and ladder", () => {
  expect(partnerScorecard(columns, question, '88')).toMatchObject({
    deals: { open: 0, won: 5, lost: 1 },
    ladder: { level: 'source', deals: { assist: 0, co_sell: 4, source: 2, joint_solution: 0 }, needed: 2 },
    accounts: 5,
  });
});

it('takes the ladder from the trailing twelve months', () => {
  expect(partnerScorecard(columns, question, '90').ladder).toMatchObject({
    level: null,
    deals: { assist: 1 },
  });
});

it('gives a partner its deals in full, and its credit beside them', () => {
  const kpis = partnerKpis(columns, question, '88');
  const valueOf = (id: string, arm: Arm = 'partner') =>
    kpis.find((kpi) => kpi.id === id && kpi.arm === arm)?.value;
  expect(valueOf('K24')).toBe(5 / 6);
  expect(valueOf('K01')).toBe(200_000);
  expect(valueOf('K02')).toBe(400_000);
  expect(valueOf('won.attached')).toBe(500_000);
  expect(valueOf('won.credited')).toBe(450_000);
  expect(kpis.every(({ arm }) => arm === 'partner')).toBe(true);
});

it('ranks partners by the lower end of the win rate and gives no rate under five closed deals', () => {
  const rows = partnerStandings(columns, question);
  expect(rows.map(({ id, winRate }) => [id, winRate])).toEqual([
    ['88', 5 / 6],
    ['89', null],
    ['90', null],
  ]);
  expect(rows[0]).toMatchObject({
    deals: 6,
    won: 5,
    closed: 6,
    winRateInterval: [expect.closeTo(0.4365, 3), expect.closeTo(0.9699, 3)],
    creditedWonMinor: 450_000,
    openMinor: 0,
    level: 'source',
  });
  expect(rows[2]).toMatchObject({ openMinor: 200_000, winRateInterval: null });
});

it('has an empty scorecard for a partner that it does not know', () => {
  expect(partnerScorecard(columns, question, 'unknown')).toMatchObject({
    deals: { open: 0, won: 0, lost: 0 },
    ladder: { level: null, deals: { assist: 0 } },
    accounts: 0,
  });
});
