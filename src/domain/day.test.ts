import fc from 'fast-check';
import { dayOf, isoDayOf, monthOf, startOfDay, toDay } from '#domain/day';

test('a day number is whole days since 1970 in UTC', () => {
  expect(toDay('1970-01-02')).toBe(1);
  expect(isoDayOf(0)).toBe('1970-01-01');
  expect(dayOf(86_399_999)).toBe(0);
  expect(dayOf(-1)).toBe(-1);
  expect(monthOf(31)).toBe('1970-02');
});

test('what is no day of the calendar is null', () => {
  expect(['2026-02-29', '2026-13-01', '2026-1-1', 'soon'].map(toDay)).toEqual([null, null, null, null]);
  expect(toDay('+012026-01')).toBeNull();
});

test('every day survives the way to text and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
      expect(toDay(isoDayOf(day))).toBe(day);
      expect(dayOf(startOfDay(day))).toBe(day);
    }),
  );
});
