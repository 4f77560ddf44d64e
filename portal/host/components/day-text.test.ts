import { formatDay, parseDay } from './day-text.ts';

const day = { year: 1986, month: 8, date: 4 };

describe('days as text', () => {
  it('look as the SDK says', () => {
    expect(formatDay(day, 'short')).toBe('09/04/1986');
    expect(formatDay(day, 'long')).toBe('September 4, 1986');
    expect(formatDay(day, 'medium')).toBe('Sep 4, 1986');
    expect(formatDay(day, 'standard')).toBe('1986-09-04');
  });

  it.each([
    '09/04/1986',
    'September 4, 1986',
    'Sep 4, 1986',
    '1986-09-04',
    '4 Sep 1986',
    '4.9.1986',
    ' 9/4/1986 ',
  ])('are read from %s', (text) => expect(parseDay(text)).toEqual(day));

  it.each(['', '2026-02-30', '13/01/2026', 'Se 4, 1986', 'soon'])('are none in "%s"', (text) =>
    expect(parseDay(text)).toBeNull(),
  );
});
