import { containsToken, matchesQuery, plainWordsOf } from './search-functions.ts';

test.each([
  ['Alpha Pump', 'pump', true],
  ['Alpha Pump', 'pum', false],
  ['Alpha Pump', 'pum*', true],
  ['Alpha Pump', '*mp', true],
  ['Alpha Pump', 'a*a', true],
  ['Alpha Pump', 'lph*', false],
  ['a@example.com', 'example.com', true],
  ['a@example.com', '*@example.com', true],
  ['Crème brûlée', 'BRÛLÉE', true],
  ['1+1 (two)', '1+*', true],
  ['', 'a', false],
  ['a', '', false],
])('"%s" contains the token "%s": %s', (text, pattern, expected) => {
  expect(containsToken(text, pattern)).toBe(expected);
});

test.each([
  ['Globex Corporation', 'glo corp', true],
  ['Globex Corporation', 'lobex', false],
  ['Globex Corporation', 'glo acme', false],
  ['Ørsted', 'ør', true],
])('"%s" matches the query "%s": %s', (text, query, expected) => {
  expect(matchesQuery(text, query)).toBe(expected);
});

test('a word outside of ASCII is no hint for SQL, whose cases end there', () => {
  expect(plainWordsOf('Ørsted WIND')).toEqual(['wind']);
});
