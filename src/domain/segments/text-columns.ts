import { readByte, writeByte, type ByteReader, type ByteWriter } from './bytes.ts';
import { sumOf } from '../stats/sum.ts';
import { readIds, readUnsigned, writeIds, writeUnsigned } from './number-columns.ts';
import { damaged } from './segment-unreadable.ts';

const asTexts = 0;
const asNumbers = 1;

/** True for a text that is exactly how a whole number from 0 is written, as HubSpot writes ids. Example: '12', not '012'. */
export const isNumeric = (text: string): boolean => {
  const number = Number(text);
  return number >= 0 && Number.isSafeInteger(number) && String(number) === text;
};

/** Any texts: ids as numbers where all of them are, otherwise their lengths and UTF-16 code units. */
export function writeTexts(out: ByteWriter, texts: readonly string[]): void {
  const numeric = texts.every(isNumeric);
  writeByte(out, numeric ? asNumbers : asTexts);
  if (numeric) return writeIds(out, texts.map(Number));
  const all = texts.join('');
  writeUnsigned(
    out,
    texts.map((text) => text.length),
  );
  writeUnsigned(
    out,
    Uint16Array.from({ length: all.length }, (_, at) => all.charCodeAt(at)),
  );
}

/** Texts by place. Numeric ones stay numbers until somebody asks for a text: a large portfolio looks up ids by number. */
export interface TextList {
  readonly length: number;
  /** The texts as numbers, or null where they are no numbers. */
  readonly numbers: Float64Array | null;
  readonly at: (place: number) => string;
}

export function readTexts(from: ByteReader, count: number): TextList {
  const form = readByte(from);
  if (form === asNumbers) return numericTexts(readIds(from, count));
  if (form !== asTexts) throw damaged('a form of texts is not known');
  const lengths = readUnsigned(from, count);
  const units = readUnsigned(from, sumOf(lengths));
  const texts: string[] = [];
  for (let place = 0, start = 0; place < count; place++) {
    const end = start + lengths[place]!;
    texts.push(textOf(units, start, end));
    start = end;
  }
  return { length: count, numbers: null, at: (place) => texts[place]! };
}

const numericTexts = (numbers: Float64Array): TextList => ({
  length: numbers.length,
  numbers,
  at: (place) => String(numbers[place]),
});

export const textsOf = (list: TextList): string[] =>
  Array.from({ length: list.length }, (_, place) => list.at(place));

function textOf(units: Float64Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(units[at]!);
  return text;
}
