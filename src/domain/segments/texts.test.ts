import { accountCodes } from './account-codes.ts';
import { byteReader, byteWriter } from './bytes.ts';
import {
  distinctTexts,
  listOf,
  readListColumn,
  readTextColumn,
  textAt,
  writeListColumn,
  writeTextColumn,
} from './dictionaries.ts';
import { isNumeric, readTexts, textsOf, writeTexts } from './text-columns.ts';
import { chanceOf, weighted } from './weighted-amounts.ts';

it.each<[string, boolean]>([
  ['0', true],
  ['12', true],
  ['9007199254740991', true],
  ['9007199254740992', false],
  ['012', false],
  ['-5', false],
  ['-0', false],
  ['1.5', false],
  ['1e3', false],
  [' 1', false],
  ['', false],
  ['x', false],
  ['NaN', false],
  ['Infinity', false],
])('%j is an id as HubSpot writes them: %s', (text, is) => {
  expect(isNumeric(text)).toBe(is);
});

const readBack = (texts: string[]) => {
  const out = byteWriter();
  writeTexts(out, texts);
  return readTexts(byteReader(out.written()), texts.length);
};

it('keeps texts as numbers where all of them are ids', () => {
  const ids = readBack(['12', '7', '9007199254740991']);
  expect([...ids.numbers!]).toEqual([12, 7, 9007199254740991]);
  expect(textsOf(ids)).toEqual(['12', '7', '9007199254740991']);
  const mixed = readBack(['12', '', 'Zürich 🙂', '07']);
  expect(mixed.numbers).toBeNull();
  expect(textsOf(mixed)).toEqual(['12', '', 'Zürich 🙂', '07']);
});

it('orders distinct texts by number where all are ids, else by their letters', () => {
  const numbers = distinctTexts(['100', '9', '20', '9']);
  expect(numbers.texts).toEqual(['9', '20', '100']);
  expect(numbers.codeOf('100')).toBe(2);
  expect(distinctTexts(['b', '9', '20', 'a']).texts).toEqual(['20', '9', 'a', 'b']);
});

it('gives back a text or none for each row', () => {
  const values = ['b', null, 'a', 'b', ''];
  const out = byteWriter();
  writeTextColumn(out, values);
  const column = readTextColumn(byteReader(out.written()), values.length);
  expect(values.map((_, row) => textAt(column, row))).toEqual(values);
});

it('gives the most frequent list the lowest code, and of equal ones the first by its text', () => {
  const lists = [[3], [1, 2], [], [1, 2], [2], [1, 2], [2]];
  const out = byteWriter();
  writeListColumn(out, lists);
  const column = readListColumn(byteReader(out.written()), lists.length);
  expect([0, 1, 2, 3].map((list) => listOf(column, list))).toEqual([[1, 2], [2], [], [3]]);
  expect([...column.codes]).toEqual([3, 0, 2, 0, 1, 0, 1]);
});

describe('codes of accounts', () => {
  it('are given out in turn, the same for the same id in whatever form it comes', () => {
    const accounts = accountCodes();
    const ids = readBack(['2', '900']);
    const texts = readBack(['a', ' 900 ', 'b', ' ', 'a ']);
    expect([0, 1, 0].map((place) => accounts.take(ids, place))).toEqual([0, 1, 0]);
    expect([0, 1, 2, 3, 4].map((place) => accounts.take(texts, place))).toEqual([2, 1, 3, -1, 2]);
    expect(accounts.size()).toBe(4);
    expect(['900', ' 2', 'a', ' b ', 'c', '3', ''].map(accounts.codeOf)).toEqual([1, 0, 2, 3, -1, -1, -1]);
  });
  it('tell texts from the largest ids', () => {
    const accounts = accountCodes();
    const texts = readBack(['a', 'b', 'c', '9007199254740990', '9007199254740988', '9007199254740991']);
    expect([0, 1, 2, 3, 4, 5].map((place) => accounts.take(texts, place))).toEqual([0, 1, 2, 3, 4, 5]);
  });
  it('are known without texts', () => {
    const accounts = accountCodes();
    accounts.take(readBack(['900']), 0);
    expect(accounts.texts).toEqual([]);
  });
});

describe('weighted amounts', () => {
  const chance = (...pairs: [amount: number, weighed: number][]) =>
    chanceOf(pairs.map(([amount, weighed]) => ({ amount, weighted: weighed })));
  it('have the usual chance of their stage', () => {
    expect(chance([1000, 500])).toBe(5000);
    expect(chance([1000, 200], [1000, 500], [3000, 1500])).toBe(5000);
    expect(chance([1000, 500], [3000, 1500], [1000, 200])).toBe(5000);
    expect(chance([1000, 1000], [2000, 2000], [1000, 500])).toBe(10_000);
    expect(chance([1000, 0], [2000, 0], [1000, 500])).toBe(0);
  });
  it('have the first of chances that are as usual', () => {
    expect([chance([1000, 200], [1000, 500]), chance([1000, 500], [1000, 200])]).toEqual([2000, 5000]);
  });
  it('have none where nothing is a chance', () => {
    expect(chance()).toBe(0);
    expect(chance([1000, 1001], [1000, -1], [0, 5], [NaN, 5], [1000, NaN])).toBe(0);
  });
  it('weigh an amount by it', () => {
    expect([weighted(1000, 2500), weighted(333, 5000), weighted(NaN, 5000)]).toEqual([250, 167, 0]);
  });
});
