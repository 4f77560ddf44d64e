import { at, day, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { DealRow, InvolvementRow } from '../rows.ts';
import { cycleKpis } from './cycle.ts';
import type { Arm } from './kpi.ts';
import { answerOf } from './tally.ts';

const created = day('2026-01-01');
const question = makeQuestion({
  asOf: created + 250,
  from: created,
});
const closed = (id: number, days: number, row: Partial<DealRow> = {}): DealRow =>
  makeDeal({ id, outcome: 'won', closeAt: (created + days) * 86_400_000 + 32_400_000, ...row });
const figures = (deals: DealRow[], involvements: InvolvementRow[] = [], from: number | null = created) => {
  const columns = columnsOf({ deals, involvements, companies: [] });
  const kpis = answerOf(cycleKpis, columns, { ...question, from });
  return (id: string, arm: Arm = 'all') => kpis.find((kpi) => kpi.id === id && kpi.arm === arm)!;
};

it('is the time to any close, and to the win alone', () => {
  const of = figures([closed(1, 10), closed(2, 20, { outcome: 'lost' }), closed(3, 40)]);
  expect(of('K20')).toMatchObject({ value: 20, n: 3 });
  expect(of('K20.won')).toMatchObject({ value: 25, n: 2 });
});

it('follows open deals up to the as-of day, whatever close they expect', () => {
  const open = closed(3, 5, { outcome: 'open' });
  // Three of five closed by day 30, the other two still open.
  const stillOpen = [open, { ...open, id: 4, closeAt: null }];
  const of = figures([closed(1, 10), closed(2, 20), closed(5, 30), ...stillOpen]);
  expect(of('K20')).toMatchObject({ value: 30, n: 5 });
  expect(of('K20.won').n).toBe(3);
  expect(figures([open])('K20')).toMatchObject({ value: null, n: 1, reason: 'not_reached' });
});

it('counts an open deal no longer than it has been seen', () => {
  const recent = makeDeal({ id: 2, createdAt: at('2026-09-01') });
  expect(figures([closed(1, 100), recent])('K20')).toMatchObject({ value: 100, n: 2 });
});

it.each<[string, Partial<DealRow>]>([
  ['a close before the creation', { closeAt: at('2025-12-31') }],
  ['no close date', { closeAt: null }],
  ['no date of creation', { createdAt: null }],
  ['no date of creation and no close', { createdAt: null, outcome: 'open', closeAt: null }],
  ['a creation before the period', { createdAt: at('2025-12-31') }],
])('leaves out deals with %s', (_, row) => {
  expect(figures([closed(1, 0), closed(2, 300, row)])('K20')).toMatchObject({ value: 0, n: 1 });
});

it('does not know how long a deal without a date of creation took, also where no period is asked for', () => {
  const undated = [makeDeal({ id: 2, createdAt: null }), closed(3, 50, { createdAt: null })];
  expect(figures([closed(1, 10), ...undated], [], null)('K20')).toMatchObject({ value: 10, n: 1 });
});

it('adds the arms up, also where one takes much longer', () => {
  const of = figures(
    [closed(1, 1, { answer: 'none' }), closed(2, 200), closed(3, 220)],
    [makeInvolvement({ dealId: 2 }), makeInvolvement({ dealId: 3 })],
  );
  expect(of('K20')).toMatchObject({ value: 200, n: 3 });
  expect(of('K20', 'partner')).toMatchObject({ value: 210, n: 2 });
  expect(of('K20', 'none')).toMatchObject({ value: 1, n: 1 });
});

it('gives the share won within 30, 90 and 180 days from five deals on', () => {
  const deals = [
    closed(1, 30),
    closed(2, 31),
    closed(3, 90, { outcome: 'lost' }),
    closed(4, 170),
    closed(5, 181),
  ];
  const of = figures(deals);
  expect([of('K21.30'), of('K21.90'), of('K21.180')].map(({ value }) => value)).toEqual([
    expect.closeTo(0.2, 12),
    expect.closeTo(0.4, 12),
    expect.closeTo(0.6, 12),
  ]);
  expect(of('K21.30').n).toBe(5);
  expect(figures(deals.slice(1))('K21.30')).toMatchObject({ value: null, n: 4, reason: 'too_few' });
  expect(figures([])('K21.30')).toMatchObject({ value: null, n: 0, reason: 'no_denominator' });
});

it('has too few deals for a share that nobody was followed up for', () => {
  const young = [1, 2, 3, 4, 5].map((id) => makeDeal({ id, createdAt: at('2026-09-01') }));
  expect(figures(young)('K21.90')).toMatchObject({ value: null, n: 5, reason: 'too_few' });
});
