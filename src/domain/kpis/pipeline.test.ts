import { at, day, makeDeal, makeInvolvement } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import type { Arm } from './kpi.ts';
import { partnerKpis } from './partner-scorecard.ts';
import { portfolioKpis } from './portfolio.ts';

const question = {
  asOf: day('2026-06-30'),
  from: day('2026-01-01'),
  to: day('2026-03-31'),
  pipelines: [],
  settings: defaultSettings,
};
const closed = (iso: string, outcome: 'won' | 'lost') => ({ outcome, closeAt: at(iso) });
const before = { createdAt: at('2025-12-01') };
const tag = (dealId: number, row: Partial<InvolvementRow> = {}) => makeInvolvement({ dealId, ...row });

/**
 * Eleven deals created in the period, of 100, 200, … 1,100. Partner 88 brought deals 1 to 3, and is proposed on 4;
 * partner 89 is on 5 and 6; 7 has a rejected tag; 8 and 9 have no partner; 10 and 11 do not say. Deals 12 and 13 of 5,000
 * were created before the period.
 */
const columnsHere = () =>
  columnsOf({
    deals: [
      makeDeal({ id: 1, ...closed('2026-01-21', 'won') }),
      makeDeal({ id: 2, ...closed('2026-01-21', 'won') }),
      makeDeal({ id: 3, ...closed('2026-01-21', 'lost') }),
      makeDeal({ id: 4, ...closed('2026-05-01', 'won') }),
      makeDeal({ id: 5 }),
      makeDeal({ id: 6, ...closed('2026-05-01', 'lost') }),
      makeDeal({ id: 7, ...closed('2026-03-31', 'won') }),
      makeDeal({ id: 8, answer: 'none', ...closed('2026-01-01', 'won') }),
      makeDeal({ id: 9, answer: 'none', ...closed('2026-01-01', 'lost') }),
      makeDeal({ id: 10 }),
      makeDeal({ id: 11, ...closed('2026-03-01', 'lost') }),
      makeDeal({ id: 12, ...before, ...closed('2026-02-01', 'won') }),
      makeDeal({ id: 13, ...before }),
    ].map((deal) => ({ ...deal, account: `a${deal.id}`, amountMinor: deal.id > 11 ? 5000 : 100 * deal.id })),
    involvements: [
      ...[1, 2, 3].map((id) => tag(id, { origin: true })),
      tag(4, { status: 'proposed' }),
      tag(5, { partnerId: '89' }),
      tag(6, { partnerId: '89' }),
      tag(7, { status: 'rejected' }),
      tag(12),
      tag(13, { status: 'proposed' }),
    ],
    companies: [],
  });

it('gives what partners brought to the period, each deal once', () => {
  const kpis = portfolioKpis(columnsHere(), question);
  const of = (id: string, arm: Arm = 'all') => {
    const { value, n } = kpis.find((kpi) => kpi.id === id && kpi.arm === arm)!;
    return [id, value, n];
  };
  const expected = [
    ['deals', 11, 11],
    // Brought: 1 to 3. Touched: 4 to 6.
    ['K01', 600, 3],
    ['K02', 1500, 3],
    ['K03.pipeline', 2100, 6],
    ['K03.proposed', 1, 1],
    // Answered: 1 to 9.
    ['K03', 6 / 9, 9],
    ['K03.amount', 2100 / 4500, 9],
    ['K04', 2100 / 6600, 11],
    ['K04.sourced', 600 / 6600, 11],
    // Two partners with a confirmed tag.
    ['K05', 1.5, 2],
    ['K46', 9 / 11, 11],
    // Closed in the period: won 1, 2, 7, 8 and 12; lost 3, 9 and 11.
    ['K24', 5 / 8, 8],
    ['K24.amount', 6800 / 9100, 8],
    // Created in it: 1, 2, 4, 7 and 8 won; 3, 6, 9 and 11 lost; 5 and 10 open.
    ['K24.created', 5 / 9, 9],
    ['K24.open', 2, 2],
    ['K26', 700, 5],
    ['K26.mean', 1360, 5],
  ] as const;
  expect(expected.map(([id]) => of(id))).toEqual(expected);
  expect([of('K24.open', 'partner'), of('K24.open', 'unanswered')]).toEqual([
    ['K24.open', 1, 1],
    ['K24.open', 1, 1],
  ]);
});

it('gives a partner its pipeline without shares of the program', () => {
  const kpis = partnerKpis(columnsHere(), question, '88').filter(({ id }) => /^K0[1-5]/.test(id));
  expect(kpis.map(({ id, value }) => [id, value])).toEqual([
    ['K01', 600],
    ['K02', 400],
    ['K03.pipeline', 1000],
    ['K03.proposed', 1],
  ]);
});

it('has no pipeline per partner where none is active', () => {
  const columns = columnsOf({
    deals: [makeDeal()],
    involvements: [tag(1, { status: 'proposed' })],
    companies: [],
  });
  const { value, n, reason } = portfolioKpis(columns, question).find(({ id }) => id === 'K05')!;
  expect([value, n, reason]).toEqual([null, 0, 'no_denominator']);
});

describe('velocity', () => {
  const velocity = (arm: Arm, days: number) => {
    const close = { closeAt: at('2026-01-01') + days * 86_400_000 };
    const deals = [1, 2, 3, 4, 5].flatMap((id) => [
      makeDeal({ id, ...close, outcome: id < 4 ? 'won' : 'lost', amountMinor: 1000 * id, answer: 'none' }),
      makeDeal({ id: 10 + id, ...close, outcome: 'lost', amountMinor: 7000 }),
    ]);
    const older = makeDeal({
      id: 20,
      ...before,
      ...close,
      outcome: 'won',
      amountMinor: 90_000,
      answer: 'none',
    });
    const columns = columnsOf({ deals: [...deals, older], involvements: [], companies: [] });
    return portfolioKpis(columns, question).find((kpi) => kpi.id === 'K23' && kpi.arm === arm)!;
  };
  it('is made of the deals of its own arm that were created in the period', () => {
    // Five deals, 60 % won, 2,000 on average, in ten days; of all ten 30 %.
    expect(velocity('none', 10)).toMatchObject({ value: expect.closeTo(600, 9), n: 5 });
    expect(velocity('all', 10)).toMatchObject({ value: expect.closeTo(600, 9), n: 10 });
    expect(velocity('none', 20)).toMatchObject({ value: expect.closeTo(300, 9), n: 5 });
  });
  it('takes the mean of the deals that state an amount', () => {
    const close = { outcome: 'won', closeAt: at('2026-01-11') } as const;
    const deals = [0, 0, 300, 400, 500].map((amountMinor, id) => makeDeal({ id, ...close, amountMinor }));
    const kpis = portfolioKpis(columnsOf({ deals, involvements: [], companies: [] }), question);
    const of = (id: string) => kpis.find((kpi) => kpi.id === id)!;
    // Five deals, all of them won, 400 on average, in ten days.
    expect(of('K23').value).toBeCloseTo(200, 9);
    expect([of('K26'), of('K26.mean')]).toMatchObject([
      { value: 400, n: 3 },
      { value: 400, n: 3 },
    ]);
  });
  it('lacks what the first of its parts lacks', () => {
    expect(velocity('unanswered', 10)).toMatchObject({ value: null, reason: 'no_amounts' });
    expect(velocity('partner', 10)).toMatchObject({ value: null, reason: 'no_denominator' });
  });
  it('is none of deals that took no day', () => {
    expect(velocity('none', 0)).toMatchObject({ value: null, n: 5, reason: 'no_denominator' });
  });
});
