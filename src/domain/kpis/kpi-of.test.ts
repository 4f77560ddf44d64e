import type { Kpi } from './kpi.ts';
import { counted, mean, middle, middleOfCounts, portion, rate, unvalued, valued } from './kpi-of.ts';

it('names a value as the catalogue has it', () => {
  expect(valued('K26', 'partner', 12, 3, [10, null])).toEqual({
    id: 'K26',
    name: 'Deal size',
    unit: 'money',
    arm: 'partner',
    value: 12,
    n: 3,
    interval: [10, null],
    reason: null,
  });
  expect(unvalued('K26', 'none', 'no_amounts', 2)).toEqual({
    id: 'K26',
    name: 'Deal size',
    unit: 'money',
    arm: 'none',
    value: null,
    n: 2,
    interval: null,
    reason: 'no_amounts',
  });
  expect(counted('deals', 'all', 7)).toMatchObject({ value: 7, n: 7, interval: null });
});

it('refuses a value that is not finite, by name', () => {
  expect(() => valued('K26', 'all', NaN, 1)).toThrow('K26 is not finite');
  expect(() => valued('K44', 'all', Infinity, 1)).toThrow('K44 is not finite');
});

it('knows one zero', () => {
  expect(Object.is(valued('K44', 'all', -0, 1).value, 0)).toBe(true);
});

const medianOf = (amounts: readonly number[]): Kpi =>
  middle('K26', 'all', Float64Array.from(amounts), 'no_amounts');
const medianOfDays = (counts: readonly number[]): Kpi => middleOfCounts('K49', 'all', counts);

it.each<[string, () => Kpi, Partial<Kpi>]>([
  ['a rate of nothing', () => rate('K24', 'all', 0, 0), { value: null, n: 0, reason: 'no_denominator' }],
  ['a rate of four', () => rate('K24', 'all', 2, 4), { value: null, n: 4, reason: 'too_few' }],
  ['a rate of five', () => rate('K24', 'all', 2, 5), { value: 0.4, n: 5, reason: null }],
  [
    'a portion held by none',
    () => portion('K04', 'all', 0, 0, 0),
    { value: null, n: 0, reason: 'no_denominator' },
  ],
  ['a portion of nothing', () => portion('K04', 'all', 0, 0, 3), { value: null, n: 3, reason: 'no_amounts' }],
  ['a portion held by four', () => portion('K04', 'all', 2, 8, 4), { value: null, n: 4, reason: 'too_few' }],
  ['a portion held by five', () => portion('K04', 'all', 2, 8, 5), { value: 0.25, n: 5, interval: null }],
  [
    'a mean of none',
    () => mean('K26.mean', 'all', 0, 0, 'no_amounts'),
    { value: null, n: 0, reason: 'no_amounts' },
  ],
  ['a mean of one', () => mean('K26.mean', 'all', 8, 1, 'no_amounts'), { value: 8, n: 1 }],
  ['a median of none', () => medianOf([]), { value: null, n: 0, reason: 'no_amounts' }],
  ['a median of two', () => medianOf([9, 3]), { value: 6, n: 2, interval: null }],
  ['a median of six', () => medianOf([6, 5, 4, 3, 2, 1]), { value: 3.5, n: 6, interval: [1, 6] }],
  ['a median of no counts', () => medianOfDays([]), { value: null, n: 0, reason: 'no_denominator' }],
  [
    'a median of two counts',
    () => medianOfDays([0, 0, 0, 1, 0, 0, 0, 0, 0, 1]),
    { value: 6, n: 2, interval: null },
  ],
  ['a median of six counts', () => medianOfDays([2, 1, 0, 3]), { value: 2, n: 6, interval: [0, 3] }],
])('%s', (_, kpiOf, expected) => {
  expect(kpiOf()).toMatchObject(expected);
});
