import type { ByteReader, ByteWriter } from './bytes.ts';
import { readSigned, readUnsigned, writeSigned, writeUnsigned } from './number-columns.ts';
import { damaged } from './segment-unreadable.ts';

/** Powers of ten are kept as 0 to 21 for 10^-6 to 10^15; 22 marks a number that is kept as its eight bytes. */
const smallestPower = -6;
const largestPower = 15;
const exact = largestPower - smallestPower + 1;
const powersOfTen = Float64Array.from({ length: largestPower + 1 }, (_, power) => 10 ** power);
const largestDigits = 2 ** 51;

/** `digits` times ten to `power`; division by an exact power of ten gives the double nearest to the decimal. */
const scaled = (digits: number, power: number): number =>
  power < 0 ? digits / powersOfTen[-power]! : digits * powersOfTen[power]!;

/**
 * Any doubles, each as its distance from an expected value, written as digits and a power of ten: amounts are mostly
 * round, so 12,500.00 takes the three digits 125. What does not come back exactly is kept whole.
 */
export function writeDecimals(
  out: ByteWriter,
  values: ArrayLike<number>,
  expected?: ArrayLike<number>,
): void {
  const powers: number[] = [];
  const digits: number[] = [];
  const whole: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const form = decimalOf(values[i]!, expected?.[i] ?? 0);
    powers.push(form === null ? exact : form.power - smallestPower);
    if (form === null) whole.push(values[i]!);
    else digits.push(form.digits);
  }
  writeUnsigned(out, powers);
  writeSigned(out, digits);
  const at = out.room(whole.length * 8);
  const view = new DataView(out.target().buffer);
  whole.forEach((value, place) => view.setFloat64(at + place * 8, value, true));
}

function decimalOf(value: number, expected: number): { digits: number; power: number } | null {
  const distance = value - expected;
  let power = 0;
  while (power > smallestPower && scaled(Math.round(distance * 10 ** -power), power) !== distance) power--;
  let digits = Math.round(distance * 10 ** -power);
  while (power < largestPower && digits !== 0 && digits % 10 === 0) {
    digits /= 10;
    power++;
  }
  const comesBack = Object.is(expected + scaled(digits, power), value) && Math.abs(digits) <= largestDigits;
  return comesBack ? { digits, power } : null;
}

export function readDecimals(from: ByteReader, count: number, expected?: ArrayLike<number>): Float64Array {
  const powers = readUnsigned(from, count);
  let wholes = 0;
  for (let i = 0; i < count; i++) {
    if (powers[i]! > exact) throw damaged('a power of ten is not known');
    if (powers[i] === exact) wholes++;
  }
  const digits = readSigned(from, count - wholes);
  const at = from.skip(wholes * 8);
  const view = new DataView(from.bytes.buffer, from.bytes.byteOffset + at, wholes * 8);
  const values = from.room(Float64Array, count);
  for (let i = 0, digit = 0, whole = 0; i < count; i++) {
    values[i] =
      powers[i] === exact
        ? view.getFloat64(8 * whole++, true)
        : (expected?.[i] ?? 0) + scaled(digits[digit++]!, powers[i]! + smallestPower);
  }
  return values;
}
