import { byteReader, byteWriter, type ByteReader, type ByteWriter } from './bytes.ts';
import { readIds, readSigned, readUnsigned, writeIds, writeSigned, writeUnsigned } from './number-columns.ts';

type Write = (out: ByteWriter, values: ArrayLike<number>) => void;
type Read = (from: ByteReader, count: number) => Float64Array;
const bytesOf = (write: Write, values: ArrayLike<number>): Uint8Array => {
  const out = byteWriter();
  write(out, values);
  return out.written();
};
const again = (write: Write, read: Read, values: number[]): number[] => {
  const from = byteReader(bytesOf(write, values));
  const back = [...read(from, values.length)];
  from.end();
  return back;
};

it('writes all lowest bytes, then all second ones, as many as the largest number needs', () => {
  expect([...bytesOf(writeUnsigned, [1, 258, 65535])]).toEqual([2, 1, 2, 255, 0, 1, 255]);
  expect([...bytesOf(writeUnsigned, [0, 0])]).toEqual([0]);
  expect([...bytesOf(writeUnsigned, [255])]).toEqual([1, 255]);
  expect([...bytesOf(writeUnsigned, [256])]).toEqual([2, 0, 1]);
  expect([...bytesOf(writeUnsigned, [2 ** 40])]).toEqual([6, 0, 0, 0, 0, 0, 1]);
});

it('writes small numbers of either sign as small ones', () => {
  expect([...bytesOf(writeSigned, [0, -1, 1, -2])]).toEqual([1, 0, 1, 2, 3]);
});

it('reads numbers back up to the largest of every width', () => {
  const edges = [8, 16, 31, 32, 33, 40, 48, 51].flatMap((bits) => [2 ** bits - 1, 2 ** bits, 2 ** bits + 1]);
  expect(again(writeUnsigned, readUnsigned, [...edges, 2 ** 53 - 1])).toEqual([...edges, 2 ** 53 - 1]);
  const both = [...edges, ...edges.map((edge) => -edge), 2 ** 52 - 1];
  expect(again(writeSigned, readSigned, both)).toEqual(both);
});

it.each([-1, 0.5, NaN, 2 ** 53])('%d is no number to be written', (value) => {
  expect(() => bytesOf(writeUnsigned, [3, value])).toThrow(`${value} is no whole number from 0`);
});

it('writes four million numbers, and not one more', () => {
  expect(bytesOf(writeUnsigned, new Uint8Array(2 ** 22))).toEqual(Uint8Array.of(0));
  expect(() => bytesOf(writeUnsigned, new Uint8Array(2 ** 22 + 1))).toThrow(
    '4194305 values are too many for a segment',
  );
});

it.each<[string, number[], number]>([
  ['as differences', [5, 7, 12], 0],
  ['as differences of either sign', [12, 5, 7], 0],
  ['as differences up to the largest', [2 ** 52 - 1], 0],
  ['plain where one is larger', [2 ** 52], 1],
  ['plain where one is larger after another', [0, 2 ** 53 - 1], 1],
  ['as nothing', [], 0],
])('writes ids %s', (_, ids, form) => {
  expect(bytesOf(writeIds, ids)[0]).toBe(form);
  expect(again(writeIds, readIds, ids)).toEqual(ids);
});

describe('bytes', () => {
  it('grow as they are written, those written before included', () => {
    const out = byteWriter();
    const first = 2 ** 16;
    out.target().fill(7, out.room(first), first);
    const place = out.room(2);
    out.target().fill(9, place, place + 2);
    const far = out.room(2 ** 20);
    out.target()[far + 2 ** 20 - 1] = 5;
    const written = out.written();
    expect([place, far, written.length]).toEqual([first, first + 2, first + 2 + 2 ** 20]);
    expect([written[0], written[first - 1], written[first], written[first + 1]]).toEqual([7, 7, 9, 9]);
    expect(written.at(-1)).toBe(5);
  });
});
