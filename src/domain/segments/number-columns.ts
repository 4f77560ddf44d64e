import { readByte, writeByte, type ByteReader, type ByteWriter } from './bytes.ts';
import { damaged } from './segment-unreadable.ts';

/** More values than any column of one segment has: a damaged count must not ask for gigabytes. */
const mostValues = 1 << 22;
const two32 = 2 ** 32;
/** Largest size of a signed value, so that its zigzag form is a safe integer. */
const largestSigned = 2 ** 52 - 1;
const widestBytes = 7;

/**
 * Whole numbers from 0, plane by plane: all lowest bytes, then all second bytes, as many planes as the largest value
 * needs. Equal kinds of bytes lie together, which is what the compression after this lives on; a rare large value costs
 * planes of zeros, next to nothing.
 */
export function writeUnsigned(out: ByteWriter, values: ArrayLike<number>): void {
  const count = values.length;
  if (count > mostValues) throw new Error(`${count} values are too many for a segment`);
  const width = widthOf(values);
  writeByte(out, width);
  for (let plane = 0; plane < width; plane++) {
    const start = out.room(count);
    const bytes = out.target();
    const shift = (plane % 4) * 8;
    for (let i = 0; i < count; i++) {
      const value = values[i]!;
      bytes[start + i] = (plane < 4 ? value : Math.floor(value / two32)) >>> shift;
    }
  }
}

function widthOf(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${value} is no whole number from 0`);
    if (value > largest) largest = value;
  }
  let width = 0;
  for (; largest >= 1; largest = Math.floor(largest / 256)) width++;
  return width;
}

export function readUnsigned(from: ByteReader, count: number): Float64Array {
  if (count > mostValues) throw damaged('a column is too long');
  const width = readByte(from);
  if (width > widestBytes) throw damaged('a number is too wide');
  const values = from.room(Float64Array, count);
  const { bytes } = from;
  const first = from.skip(width * count);
  // Up to three bytes in one go take half of the time of one after the other.
  if (width === 0) values.fill(0);
  else if (width === 1) for (let i = 0; i < count; i++) values[i] = bytes[first + i]!;
  else if (width === 2) readTwo(bytes, first, count, values);
  else readThree(bytes, first, count, values);
  for (let plane = 3, unit = 2 ** 24; plane < width; plane++, unit *= 256) {
    const start = first + plane * count;
    for (let i = 0; i < count; i++) values[i]! += bytes[start + i]! * unit;
  }
  return values;
}

function readTwo(bytes: Uint8Array, first: number, count: number, values: Float64Array): void {
  const second = first + count;
  for (let i = 0; i < count; i++) values[i] = bytes[first + i]! | (bytes[second + i]! << 8);
}

function readThree(bytes: Uint8Array, first: number, count: number, values: Float64Array): void {
  const second = first + count;
  const third = second + count;
  for (let i = 0; i < count; i++)
    values[i] = bytes[first + i]! | (bytes[second + i]! << 8) | (bytes[third + i]! << 16);
}

/** Whole numbers of either sign: 0, -1, 1, -2, … are kept as 0, 1, 2, 3, … */
export function writeSigned(out: ByteWriter, values: ArrayLike<number>): void {
  const signless = new Float64Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    signless[at] = value < 0 ? -2 * value - 1 : 2 * value;
  }
  writeUnsigned(out, signless);
}

export function readSigned(from: ByteReader, count: number): Float64Array {
  const values = readUnsigned(from, count);
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    // Thirty-two bits at once where they suffice, which is nearly always.
    if (value < two32) values[i] = (value >>> 1) ^ -(value & 1);
    else values[i] = value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
  return values;
}

const byDifference = 0;
const plain = 1;

/** Ids, whole numbers from 0 up to 2^53: as differences to the one before, unless one of them is too large. */
export function writeIds(out: ByteWriter, ids: ArrayLike<number>): void {
  const differences = new Float64Array(ids.length);
  for (let at = 0; at < ids.length; at++) differences[at] = at === 0 ? ids[0]! : ids[at]! - ids[at - 1]!;
  const fits = differences.every((difference) => Math.abs(difference) <= largestSigned);
  writeByte(out, fits ? byDifference : plain);
  if (fits) writeSigned(out, differences);
  else writeUnsigned(out, ids);
}

export function readIds(from: ByteReader, count: number): Float64Array {
  const form = readByte(from);
  if (form === plain) return readUnsigned(from, count);
  if (form !== byDifference) throw damaged('a form of ids is not known');
  const ids = readSigned(from, count);
  for (let i = 1; i < count; i++) ids[i]! += ids[i - 1]!;
  return ids;
}

/** One whole number from 0. */
export const writeCount = (out: ByteWriter, count: number): void => writeUnsigned(out, [count]);
export const readCount = (from: ByteReader): number => readUnsigned(from, 1)[0]!;

/** Gives the values of a column one after the other. */
export function inTurn(values: Float64Array): () => number {
  let at = 0;
  return () => values[at++]!;
}
