import { byte, damaged, refusal, texts, unsigned, written } from '#test/segment-bytes';
import { byteReader } from './bytes.ts';
import { decodeRows, encodeRows } from './codec.ts';
import { readDecimals } from './decimal-column.ts';
import { readListColumn, readTextColumn } from './dictionaries.ts';
import { readIds, readUnsigned, writeSigned } from './number-columns.ts';
import { readTexts } from './text-columns.ts';

describe('the head of a segment', () => {
  const good = encodeRows('companies', []);
  const changed = (place: number, value: number) =>
    Uint8Array.from(good, (old, at) => (at === place ? value : old));
  it.each<[string, Uint8Array, string]>([
    ['whole', good, 'read'],
    ['empty', good.subarray(0, 0), damaged('it ends early')],
    ['of something else', changed(0, 0x51), damaged('it does not start as a segment')],
    ['old', changed(1, 0), 'Segment unreadable (old_version): version 0'],
    ['too new', changed(1, 9), 'Segment unreadable (unknown_version): version 9'],
    ['of deals', changed(2, 0), damaged('it is of another table')],
    ['of no table', changed(2, 3), damaged('it is of another table')],
    ['followed by more', Uint8Array.of(...good, 0), damaged('bytes are left over')],
  ])('that is %s', (_, bytes, why) => {
    expect(refusal(() => decodeRows('companies', bytes))).toBe(why);
  });
});

describe('bytes', () => {
  it('are there, or refused', () => {
    const from = byteReader(Uint8Array.of(7, 8));
    expect(refusal(() => from.skip(3))).toBe(damaged('it ends early'));
    expect(refusal(() => from.skip(-1))).toBe(damaged('it ends early'));
    expect(from.skip(2)).toBe(0);
    expect(from.skip(0)).toBe(2);
    expect(refusal(() => from.skip(1))).toBe(damaged('it ends early'));
  });
});

it.each<[string, () => unknown, string]>([
  ['a number of eight bytes', () => readUnsigned(written(byte(8)), 1), 'a number is too wide'],
  ['four million numbers and one', () => readUnsigned(written(byte(0)), 2 ** 22 + 1), 'a column is too long'],
  ['ids in a third form', () => readIds(written(byte(2)), 1), 'a form of ids is not known'],
  ['texts in a third form', () => readTexts(written(byte(2)), 1), 'a form of texts is not known'],
  [
    'a code without its text',
    () => readTextColumn(written(unsigned(1), texts('a'), unsigned(1, 2)), 2),
    'a code has no entry',
  ],
  [
    'a code without its list',
    () => readListColumn(written(unsigned(1), unsigned(1), unsigned(5), unsigned(0, 1)), 2),
    'a code has no entry',
  ],
  [
    'a power of ten above those that are kept',
    () =>
      readDecimals(
        written(unsigned(23), (out) => writeSigned(out, [1])),
        1,
      ),
    'a power of ten is not known',
  ],
])('%s is refused', (_, read, why) => {
  expect(refusal(read)).toBe(damaged(why));
});

it('columns of four million numbers are read', () => {
  expect(readUnsigned(written(byte(0)), 2 ** 22)).toHaveLength(2 ** 22);
});
