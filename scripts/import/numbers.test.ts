import { decimalMarkOf, toNumber } from './numbers.ts';

test.each([
  ['1234.5', 1234.5],
  ['1,234.50', 1234.5],
  ['€ 1,234.50', 1234.5],
  ['$1,234,567', 1234567],
  ['1234.50 EUR', 1234.5],
  ["1'234.50", 1234.5],
  ['1 234.50', 1234.5],
  ['-12', -12],
  ['(12)', -12],
  ['0', 0],
  ['.5', 0.5],
])('%s is %d where the point is the decimal mark', (text, number) => {
  expect(toNumber(text, '.')).toBe(number);
});

test.each([
  ['1.234,50', 1234.5],
  ['1.234.567', 1234567],
  ['1234,5', 1234.5],
  ['1.234', 1234],
])('%s is %d where the comma is the decimal mark', (text, number) => {
  expect(toNumber(text, ',')).toBe(number);
});

test.each(['', '-', 'abc', '1,23,4', '1.2.3', '12abc', '1e5', 'NaN', '--1'])('%s is no number', (text) => {
  expect(toNumber(text, '.')).toBeNull();
});

test('the column tells its decimal mark; where it does not, the caller does', () => {
  expect(decimalMarkOf(['1.234', '1.234,50'], '.')).toBe(',');
  expect(decimalMarkOf(['1,234', '1234.5'], ',')).toBe('.');
  expect(decimalMarkOf(['1.234.567'], '.')).toBe(',');
  expect(decimalMarkOf(['0.125'], ',')).toBe('.');
  expect(decimalMarkOf(['1.234', '500', ''], '.')).toBe('.');
  expect(decimalMarkOf(['1.234', '500', ''], ',')).toBe(',');
});
