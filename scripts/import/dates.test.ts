import { dateOrderOf, toInstant } from './dates.ts';

const at = (text: string): number => Date.parse(text);

test.each([
  ['2026-03-05 14:33', '2026-03-05T14:33:00Z'],
  ['2026-03-05', '2026-03-05T00:00:00Z'],
  ['2026-03-05T14:33:20.123Z', '2026-03-05T14:33:20Z'],
  ['2026-03-05T14:33:00+02:00', '2026-03-05T12:33:00Z'],
  ['2026-03-05T14:33:00-0530', '2026-03-05T20:03:00Z'],
  ['1772668800000', '2026-03-05T00:00:00Z'],
  ['946684800000', '2000-01-01T00:00:00Z'],
])('%s needs no order of day and month', (text, instant) => {
  expect(toInstant(text, null)).toBe(at(instant));
});

test('03/05/2026 is the third of May or the fifth of March, as the order says, and nothing without one', () => {
  expect(toInstant('03/05/2026', 'dmy')).toBe(at('2026-05-03T00:00:00Z'));
  expect(toInstant('03/05/2026', 'mdy')).toBe(at('2026-03-05T00:00:00Z'));
  expect(toInstant('03/05/2026', null)).toBeNull();
});

test('dots put the day first, whatever the order', () => {
  expect(toInstant('03.05.2026', null)).toBe(at('2026-05-03T00:00:00Z'));
  expect(toInstant('03.05.2026', 'mdy')).toBe(at('2026-05-03T00:00:00Z'));
});

test('noon and midnight are read in the twelve-hour clock', () => {
  expect(toInstant('3/25/2026 12:05 AM', 'mdy')).toBe(at('2026-03-25T00:05:00Z'));
  expect(toInstant('3/25/2026 12:05 PM', 'mdy')).toBe(at('2026-03-25T12:05:00Z'));
  expect(toInstant('3/25/2026, 2:05 pm', 'mdy')).toBe(at('2026-03-25T14:05:00Z'));
});

test.each([
  '2026-02-30',
  '2026-13-01',
  '2025-02-29',
  '30/02/2026',
  '2026-03-05 25:00',
  '5 March 2026',
  '26-03-05',
  'x',
])('%s is no date', (text) => {
  expect(toInstant(text, 'dmy')).toBeNull();
});

test('one date that fits only one way decides for the whole column', () => {
  expect(dateOrderOf(['03/05/2026', '25/05/2026'])).toBe('dmy');
  expect(dateOrderOf(['03/05/2026', '05/25/2026'])).toBe('mdy');
  expect(dateOrderOf(['03/05/2026', '04/06/2026'])).toBe('ambiguous');
  expect(dateOrderOf(['25/05/2026', '05/25/2026'])).toBe('mixed');
  expect(dateOrderOf(['2026-03-05', ''])).toBeNull();
});
