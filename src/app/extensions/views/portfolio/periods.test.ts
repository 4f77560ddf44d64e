import { periodOf, periodsAt } from './periods.ts';

const spans = (asOf: string) =>
  Object.fromEntries(periodsAt(asOf).map(({ id, from, to }) => [id, [from, to]]));

describe('the periods that people ask for', () => {
  it('end where the calendar says, also over the turn of the year', () => {
    expect(spans('2026-11-25T14:00:00Z')).toEqual({
      all: [null, null],
      year: ['2026-01-01', null],
      quarter: ['2026-10-01', null],
      lastQuarter: ['2026-07-01', '2026-09-30'],
      twelveMonths: ['2025-11-26', null],
      lastYear: ['2025-01-01', '2025-12-31'],
    });
    expect(spans('2026-02-28')).toMatchObject({
      quarter: ['2026-01-01', null],
      lastQuarter: ['2025-10-01', '2025-12-31'],
      twelveMonths: ['2025-03-01', null],
    });
  });

  it('are recognised by their days; other days are of one’s own', () => {
    expect(periodOf({ from: '2026-01-01', to: null }, '2026-11-25')?.label).toBe('This year');
    expect(periodOf({ from: '2026-01-02', to: null }, '2026-11-25')).toBeNull();
  });
});
