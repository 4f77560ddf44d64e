import { at, day, makeCompany, makeDeal } from '#test/make';
import { columnsOf } from '../columns.ts';
import { missing } from '../columns/minute.ts';
import { defaultSettings } from '../settings.ts';
import { isDayInPeriod, isInPeriod } from './deal-filter.ts';
import type { Question } from './question.ts';
import { select } from './selection.ts';

const plain = { asOf: 130, pipelines: [], settings: defaultSettings };
const minutesOfDay = 1440;

it.each<[number | null, number | null, number, boolean]>([
  [null, null, 100, true],
  [100, null, 100, true],
  [101, null, 100, false],
  [null, 100, 100, true],
  [null, 99, 100, false],
  [100, 100, 100, true],
  [90, 110, 111, false],
  [90, 110, 89, false],
  // Before 1970.
  [null, 100, -1, true],
])('a period from %s to %s holds day %i: %s', (from, to, of, holds) => {
  const question: Question = { ...plain, from, to };
  expect(isDayInPeriod(question, of)).toBe(holds);
  expect(isInPeriod(question, of * minutesOfDay)).toBe(holds);
  expect(isInPeriod(question, (of + 1) * minutesOfDay - 1)).toBe(holds);
});

it('holds an instant that is not known only where both ends are open', () => {
  const holds = (from: number | null, to: number | null) => isInPeriod({ ...plain, from, to }, missing);
  expect([holds(null, null), holds(100, null), holds(null, 100), holds(100, 110)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

it('holds days up to the as-of day, and none that is not known', () => {
  const question: Question = { ...plain, from: null, to: null };
  expect([130, 131, missing].map((of) => isDayInPeriod(question, of))).toEqual([true, false, false]);
});

it('does not take what is not known of an account for one of the segments', () => {
  const columns = columnsOf({
    deals: [makeDeal({ id: 1 }), makeDeal({ id: 2, account: null }), makeDeal({ id: 3, account: '901' })],
    involvements: [],
    companies: [
      makeCompany({ id: '900', region: 'Austria', industry: 'Retail', employees: 10 }),
      makeCompany({ id: '901', region: 'Spain', industry: 'Energy', employees: 60 }),
    ],
  });
  const rowsFor = (asked: Partial<Question>) => [
    ...select(columns, { ...plain, asOf: day('2026-06-30'), from: null, to: null, ...asked }).rows,
  ];
  for (const asked of [{ regions: ['Austria'] }, { industries: ['Retail'] }, { sizeBands: ['1-49'] }]) {
    expect(rowsFor(asked)).toEqual([0]);
  }
  for (const asked of [{ regions: ['Spain'] }, { industries: ['Energy'] }, { sizeBands: ['50-249'] }]) {
    expect(rowsFor(asked)).toEqual([2]);
  }
});

it('knows a deal that was created in the last minute of the as-of day, and none of the next', () => {
  const end = day('2026-02-01') * 86_400_000;
  const deals = [end - 60_000, end, at('2026-02-02')].map((createdAt, id) => makeDeal({ id, createdAt }));
  const columns = columnsOf({ deals, involvements: [], companies: [] });
  const question: Question = { ...plain, asOf: day('2026-01-31'), from: null, to: null };
  expect([...select(columns, question).rows]).toEqual([0]);
});
