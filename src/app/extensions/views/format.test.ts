import { counted, formatOf, nothing, wholePercents } from './format.ts';
import { toBaseDate, toIsoDay } from './dates.ts';

const format = formatOf({ locale: 'en-gb', timeZone: 'Europe/Berlin' });

describe('how things are written', () => {
  it('writes what is not there as a dash, never as 0', () => {
    const { count, decimal, percent, points, money, days, day, instant } = format;
    const written = [count, decimal, percent, points, days, day, instant].map((write) => write(null));
    expect([...written, money(null, 'EUR')]).toEqual(Array.from({ length: 8 }, () => nothing));
    expect(format.day('no day')).toBe(nothing);
  });

  it.each([
    [1_234_50, 'EUR', '€1,235'],
    [12_34, 'EUR', '€12.34'],
    [12_00, 'EUR', '€12'],
    [1_234_567_00, 'EUR', '€1.2m'],
    [-250_000_00, 'EUR', '-€250k'],
    [1234, 'JPY', 'JP¥1,234'],
    [0, 'USD', 'US$0'],
  ])('writes %d minor units of %s as %s', (minor, currency, text) => {
    expect(format.money(minor, currency)).toBe(text);
  });

  it('writes a difference of money with its sign', () => {
    const changes = [1_200_00, -1_200_00, 0].map((minor) => format.moneyChange(minor, 'EUR'));
    expect(changes).toEqual(['+€1,200', '-€1,200', nothing]);
  });

  it('writes shares, differences and days with their units', () => {
    expect(format.percent(0.456)).toBe('46%');
    expect(format.percent(0.0129)).toBe('1.3%');
    expect(format.points(0.12)).toBe('+12 points');
    expect(format.points(-0.01)).toBe('-1 point');
    expect(format.pointsRange([-0.06, 0.132])).toBe('-6 to +13 points');
    expect(format.days(1)).toBe('1 day');
    expect(format.days(34.56)).toBe('34.6 days');
    expect(counted(1, 'deal')).toBe('1 deal');
  });

  it('writes a day as it is and an instant as the day where the account is', () => {
    expect(format.day('2026-03-03')).toBe('3 Mar 2026');
    expect(format.dayAt('2026-03-03T23:30:00Z')).toBe('4 Mar 2026');
    expect(format.time('2026-03-03T23:30:00Z')).toBe('00:30');
    expect(format.month('2026-09')).toBe('Sept 2026');
  });

  it('falls back where a locale or time zone is no such thing', () => {
    const fallback = formatOf({ locale: '??', timeZone: 'Nowhere/Land' });
    expect(fallback.dayAt('2026-03-03T23:30:00Z')).toBe('3 Mar 2026');
    expect(formatOf({ locale: 'de_DE' }).percent(0.5)).toMatch(/^50\s%$/);
  });

  it.each([[[1 / 3, 1 / 3, 1 / 3]], [[0.005, 0.995]], [[1]], [[0.4, 0.4, 0.2]], [Array(7).fill(1 / 7)]])(
    'rounds shares of %j to percents that sum to 100',
    (shares: number[]) => {
      expect(wholePercents(shares).reduce((sum, percent) => sum + percent, 0)).toBe(100);
    },
  );

  it('turns days into date inputs and back', () => {
    expect(toBaseDate('2026-03-09')).toEqual({ year: 2026, month: 2, date: 9 });
    expect(toIsoDay(toBaseDate('2026-12-31'))).toBe('2026-12-31');
  });
});
