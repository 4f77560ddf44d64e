import { at, day, makeDeal, makeInvolvement } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { DealRow, InvolvementRow } from '../rows.ts';
import { defaultSettings, type ProgramSettings } from '../settings.ts';
import { founded } from './foundations.ts';
import type { Question } from './question.ts';
import { returnKpis } from './return-on-cost.ts';
import { answerOf } from './tally.ts';

const asOf = day('2026-06-30');
const costs = { programCostMinor: 36_500, directCostMinor: 73_000, grossMargin: 0.5 };
const figures = (
  deals: readonly DealRow[],
  involvements: readonly InvolvementRow[],
  settings: Partial<ProgramSettings> = {},
  asked: Partial<Question> = {},
) => {
  const question = {
    asOf,
    from: null,
    to: null,
    pipelines: [],
    settings: { ...defaultSettings, ...costs, ...settings },
    ...asked,
  };
  const kpis = answerOf(founded(returnKpis), columnsOf({ deals, involvements, companies: [] }), question);
  return (id: string) => kpis.find((kpi) => kpi.id === id)!;
};
const won = (id: number, row: Partial<DealRow> = {}): DealRow =>
  makeDeal({ id, outcome: 'won', closeAt: at('2026-05-01'), amountMinor: 100_000, ...row });
const direct = (row: Partial<DealRow> = {}): DealRow => won(1, { answer: 'none', ...row });
const existing = { dealType: 'existingbusiness' };

describe('the days that the yearly cost is taken for', () => {
  /** Cost of one deal of 100,000 won on the as-of day: 36,500 a year are 100 a day. */
  const daysOf = (asked: Partial<Question>) => {
    const { value } = figures([won(1, { closeAt: at('2026-06-30') })], [makeInvolvement()], {}, asked)('K45');
    return Math.round((value! * 100_000) / 100);
  };
  it.each<[string, Partial<Question>, number]>([
    ['are a year where no first day is asked for', {}, 365],
    ['are the period, both ends included', { from: asOf - 9, to: asOf }, 10],
    ['end with the as-of day', { from: asOf - 9, to: asOf + 100 }, 10],
    ['end with the as-of day where no last one is asked for', { from: asOf - 9 }, 10],
  ])('%s', (_, asked, days) => {
    expect(daysOf(asked)).toBe(days);
  });
  it('hold the wins of the trailing year, its first day too', () => {
    const revenueOf = (closedOn: number) => {
      const deals = [won(1, { createdAt: at('2024-01-01'), closeAt: closedOn * 86_400_000 })];
      return figures(deals, [makeInvolvement()])('K45').n;
    };
    expect([revenueOf(asOf - 364), revenueOf(asOf - 365)]).toEqual([1, 0]);
  });
  it('are none before the first: a period that is still to come costs nothing', () => {
    expect(figures([won(1)], [makeInvolvement()], {}, { from: asOf + 1 })('K45')).toMatchObject({
      value: null,
      reason: 'no_cost',
    });
  });
});

it('takes the margin of what partners are credited with, and the cost of it', () => {
  const of = figures([won(1), won(2, existing)], [makeInvolvement(), makeInvolvement({ dealId: 2 })]);
  // A margin of 100,000 for a cost of 36,500.
  expect(of('K44')).toMatchObject({ value: 63_500, n: 2 });
  expect(of('K43.100')).toMatchObject({ value: expect.closeTo(63_500 / 36_500, 12), n: 2 });
  expect(of('K43.70')).toMatchObject({ value: expect.closeTo(33_500 / 36_500, 12), n: 2 });
  expect(of('K43.40')).toMatchObject({ value: expect.closeTo(3_500 / 36_500, 12), n: 2 });
  // A deal of an existing customer is no new business.
  expect(of('K45')).toMatchObject({ value: 0.365, n: 1 });
});

it.each<[string, Partial<ProgramSettings>, string | null, string | null, string | null]>([
  ['everything', {}, null, null, null],
  ['no cost of the program', { programCostMinor: null }, 'no_cost', 'no_cost', null],
  ['a cost of nothing', { programCostMinor: 0, directCostMinor: 0 }, 'no_cost', 'no_cost', 'no_cost'],
  ['no margin', { grossMargin: null }, 'no_cost', null, null],
  ['no direct cost', { directCostMinor: null }, null, null, 'no_cost'],
])('with %s set, says what is missing', (_, settings, ofMargin, ofPartners, ofDirect) => {
  const of = figures([won(2), direct()], [makeInvolvement({ dealId: 2 })], settings);
  expect(['K43.100', 'K43.40', 'K44'].map((id) => of(id).reason)).toEqual([ofMargin, ofMargin, ofMargin]);
  expect([of('K45').reason, of('K45.direct').reason]).toEqual([ofPartners, ofDirect]);
});

describe('direct cost', () => {
  it('is that of new business won without a partner', () => {
    expect(figures([direct()], [])('K45.direct')).toMatchObject({ value: 0.73, n: 1 });
  });
  it('is taken for the days of the period: a fifth of it for 73 of 365', () => {
    const of = figures([direct()], [], {}, { from: asOf - 72, to: asOf });
    expect(of('K45.direct').value).toBeCloseTo(0.146, 12);
  });
  it.each<[string, Partial<DealRow>]>([
    ['lost', { outcome: 'lost' }],
    ['unanswered', { answer: 'unanswered' }],
    ['of an existing customer', existing],
    ['won more than a year ago', { createdAt: at('2024-01-01'), closeAt: at('2025-06-30') }],
  ])('does not count deals that are %s', (_, row) => {
    const of = figures([direct({ id: 2 }), direct(row)], []);
    expect(of('K45.direct')).toMatchObject({ value: 0.73, n: 1 });
  });
  it('has no amounts where deals were won for nothing, as the cost with partners', () => {
    const free = { amountMinor: 0 };
    const of = figures([direct(free), won(2, free)], [makeInvolvement({ dealId: 2 })]);
    expect(of('K45.direct')).toMatchObject({ value: null, n: 1, reason: 'no_amounts' });
    expect(of('K45')).toMatchObject({ value: null, n: 1, reason: 'no_amounts' });
  });
  it('takes a deal without a type for new business, also where no deal has one', () => {
    expect(figures([direct({ dealType: null })], [])('K45.direct').n).toBe(1);
    expect(figures([direct({ dealType: null }), direct({ id: 2, ...existing })], [])('K45.direct').n).toBe(1);
  });
});
