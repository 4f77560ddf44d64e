import { at, makeDeal, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import { minuteOf } from '../columns/minute.ts';
import type { DealRow } from '../rows.ts';
import { firstWinsOf } from './first-wins.ts';

const question = makeQuestion();
const chunkOf = (...rows: Partial<DealRow>[]) =>
  columnsOf({
    deals: rows.map((row, id) => makeDeal({ id, outcome: 'won', closeAt: at('2026-02-01'), ...row })),
    involvements: [],
    companies: [],
  });
/** Number of the deal of the first win of the one account, 0 for none. */
const firstOf = (...chunks: ReturnType<typeof chunkOf>[]) => {
  const wins = firstWinsOf(chunks[0]!, question);
  for (const chunk of chunks) wins.take(chunk);
  return wins.deal()[0];
};

it('numbers deals through the chunks, each of them taken once', () => {
  const [one, two, three] = [chunkOf({}, {}), chunkOf({}), chunkOf({})];
  const wins = firstWinsOf(one, question);
  wins.take(one);
  wins.take(one);
  expect([wins.numberOf(0), wins.numberOf(1)]).toEqual([1, 2]);
  wins.take(two);
  expect(wins.numberOf(0)).toBe(3);
  wins.take(three);
  wins.take(three);
  expect(wins.numberOf(0)).toBe(4);
});

it.each<[string, Partial<DealRow>[], number]>([
  ['the earlier of two', [{ closeAt: at('2026-02-02') }, {}], 2],
  ['the lower id of two in a minute', [{}, {}], 1],
  ['one that is dated', [{ closeAt: null }, {}], 2],
  ['none that is lost', [{ outcome: 'lost' }, { closeAt: at('2026-02-02') }], 2],
  ['one on the as-of day', [{ closeAt: at('2026-06-30') }], 1],
  ['none after the as-of day', [{ closeAt: at('2026-07-01') }], 0],
  ['none that no date tells', [{ closeAt: null }], 0],
])('the first win is %s', (_, rows, number) => {
  expect(firstOf(chunkOf(...rows))).toBe(number);
});

it('an earlier win of a later chunk takes the place', () => {
  const late = chunkOf({ closeAt: at('2026-03-01') });
  expect(firstOf(late, chunkOf({}, { closeAt: at('2026-01-15') }))).toBe(3);
  expect(firstOf(chunkOf({}), late)).toBe(1);
  const wins = firstWinsOf(late, question);
  wins.take(late);
  expect(wins.minute()[0]).toBe(minuteOf(at('2026-03-01')));
});
