import { byteReader, byteWriter } from './bytes.ts';
import { readDecimals, writeDecimals } from './decimal-column.ts';

const bytesOf = (values: number[], expected?: number[]): number[] => {
  const out = byteWriter();
  writeDecimals(out, values, expected);
  return [...out.written()];
};
const wholeBytes = (value: number): number[] => [...new Uint8Array(Float64Array.of(value).buffer)];

// Powers: their width and one byte, from 0 for 10^-6. Digits: their width and bytes, twice the number. Then eight bytes of
// each number that is kept whole.
it.each<[number, number[]]>([
  [0, [1, 6, 0]],
  [5, [1, 6, 1, 10]],
  [-5, [1, 6, 1, 9]],
  [1_250_000, [1, 10, 1, 250]],
  [0.5, [1, 5, 1, 10]],
  [33.33, [1, 4, 2, 10, 26]],
  [1e-6, [0, 1, 2]],
  // A million times this is no exact number: the digits are those of its tenths.
  [9_007_199_254_740.1, [1, 5, 6, 146, 112, 61, 10, 215, 163]],
  [1e14, [1, 20, 1, 2]],
  [1e15, [1, 21, 1, 2]],
  [1e16, [1, 21, 1, 20]],
  [2 ** 51, [1, 6, 7, 0, 0, 0, 0, 0, 0, 16]],
  [2 ** 51 + 1, [1, 22, 0, ...wholeBytes(2 ** 51 + 1)]],
  [1e-7, [1, 22, 0, ...wholeBytes(1e-7)]],
  [1 / 3, [1, 22, 0, ...wholeBytes(1 / 3)]],
  [-0, [1, 22, 0, ...wholeBytes(-0)]],
  [1e300, [1, 22, 0, ...wholeBytes(1e300)]],
])('writes %d in as few bytes as it takes, and reads it back', (value, bytes) => {
  expect(bytesOf([value])).toEqual(bytes);
  expect([...readDecimals(byteReader(Uint8Array.from(bytes)), 1)]).toEqual([value]);
});

it('writes the distance from what is expected', () => {
  const bytes = bytesOf([1_250_000, 1_250_500, 99], [1_250_000, 1_250_000, 100]);
  // Distances of 0, of 5 times ten to 2, and of -1.
  expect(bytes).toEqual([1, 6, 8, 6, 1, 0, 10, 1]);
  const expected = [1_250_000, 1_250_000, 100];
  expect([...readDecimals(byteReader(Uint8Array.from(bytes)), 3, expected)]).toEqual([
    1_250_000, 1_250_500, 99,
  ]);
});

it('keeps a number whole that does not come back from its distance', () => {
  const [value, expected] = [0.3, 1e9];
  const bytes = bytesOf([value], [expected]);
  expect([...readDecimals(byteReader(Uint8Array.from(bytes)), 1, [expected])]).toEqual([value]);
});
