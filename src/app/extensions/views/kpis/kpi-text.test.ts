import type { Kpi } from '#domain/kpis/kpi';
import { formatOf } from '../format.ts';
import { kpiGroups } from './kpi-groups.ts';
import { kpiText } from './kpi-text.ts';

const kpi = (overrides: Partial<Kpi>): Kpi => ({
  id: 'K24',
  name: 'Win rate',
  unit: 'share',
  arm: 'partner',
  value: 0.5,
  n: 40,
  interval: [0.35, 0.65],
  reason: null,
  ...overrides,
});
const textOf = (overrides: Partial<Kpi>) => kpiText(kpi(overrides), formatOf({}), 'EUR');

describe('a number as people read it', () => {
  it('stands with how many deals are behind it and its interval', () => {
    expect(textOf({})).toEqual({ value: '50%', detail: 'n = 40 · 95 % interval: 35% to 65%' });
  });

  it('adds the counts under ten, and warns', () => {
    expect(textOf({ value: 7 / 9, n: 9 })).toMatchObject({ value: '78% (7 of 9)' });
    expect(textOf({ value: 7 / 9, n: 9 }).detail).toContain('small sample');
  });

  it('is counts only under five, without an interval', () => {
    expect(textOf({ value: 2 / 3, n: 3 })).toEqual({ value: '2 of 3', detail: 'n = 3 · small sample' });
  });

  it('is a dash under five where the share is one of money', () => {
    expect(textOf({ value: 0.5, n: 4, interval: null }).value).toBe('–');
  });

  it('is a dash with the reason where there is none', () => {
    const none = textOf({ value: null, n: 0, interval: null, reason: 'no_denominator' });
    expect(none.value).toBe('–');
    expect(none.detail).toBe('There is nothing to divide by: no deal of this kind in the selection.');
  });

  it('says where an interval has no end', () => {
    expect(textOf({ unit: 'days', value: 30, interval: [20, null] }).detail).toContain(
      '20 days to no upper limit',
    );
    expect(textOf({ unit: 'days', value: 30, interval: [null, 40] }).detail).toContain('up to 40 days');
  });

  it.each([
    ['money', 123_45, '€123.45'],
    ['moneyPerDay', 100_00, '€100 per day'],
    ['difference', 0.12, '+12 points'],
    ['ratio', 1.254, '1.25'],
    ['days', 12, '12 days'],
    ['count', 1200, '1,200'],
    ['index', 0.38, '0.38'],
  ] as const)('has the unit of a %s', (unit, value, text) => {
    expect(textOf({ unit, value, interval: null }).value).toBe(text);
  });
});

it('reads a ratio of like to like as times', () => {
  expect(textOf({ id: 'K07', unit: 'ratio', value: 1.254, interval: null }).value).toBe('1.25×');
});

it('does not repeat a count as its own n', () => {
  expect(textOf({ unit: 'count', value: 12, n: 12, interval: null }).detail).toBe('');
});

describe('numbers by dimension', () => {
  it('stand in the order of the catalogue, partner before no partner before all', () => {
    const groups = kpiGroups([
      kpi({ id: 'K40', name: 'Concentration', arm: 'all' }),
      kpi({ id: 'won.amount', name: 'Won revenue', arm: 'all' }),
      kpi({ arm: 'all' }),
      kpi({ arm: 'none' }),
      kpi({}),
    ]);
    expect(groups.map(({ title }) => title)).toEqual(['At a glance', 'Win rate', 'Concentration']);
    expect(groups[1]?.figures[0]?.arms.map(({ arm }) => arm)).toEqual(['partner', 'none', 'all']);
  });

  it('call a bare comparison unadjusted; an adjusted one, a sum and a count not', () => {
    const raw = (overrides: Partial<Kpi>) =>
      kpiGroups([kpi(overrides), kpi({ ...overrides, arm: 'none' })])[0]?.figures[0]?.raw;
    expect([raw({}), raw({ id: 'K20.won' }), raw({ id: 'K26' })]).toEqual([true, true, true]);
    expect([raw({ id: 'K25' }), raw({ id: 'K08' }), raw({ id: 'K24.open', unit: 'count' })]).toEqual([
      false,
      false,
      false,
    ]);
    expect(kpiGroups([kpi({})])[0]?.figures[0]?.raw).toBe(false);
  });

  it('lose no number, also not one that the catalogue does not know', () => {
    const groups = kpiGroups([
      kpi({}),
      kpi({ id: 'X1', name: 'New' }),
      kpi({ id: 'K24.amount', name: 'By amount' }),
    ]);
    expect(groups.flatMap(({ figures }) => figures.map(({ name }) => name))).toEqual([
      'New',
      'Win rate',
      'By amount',
    ]);
  });
});
