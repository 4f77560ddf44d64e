import type { ByteReader, ByteWriter } from './bytes.ts';
import { sumOf } from '../stats/sum.ts';
import { readCount, readUnsigned, writeCount, writeUnsigned } from './number-columns.ts';
import { damaged } from './segment-unreadable.ts';
import { isNumeric, readTexts, writeTexts, type TextList } from './text-columns.ts';

/** The distinct texts of a segment in an order of their own, so that the same rows always give the same bytes. */
export interface SegmentTexts {
  readonly texts: readonly string[];
  readonly codeOf: (text: string) => number;
}

export function distinctTexts(texts: Iterable<string>): SegmentTexts {
  const distinct = [...new Set(texts)];
  if (distinct.every(isNumeric)) distinct.sort((one, other) => Number(one) - Number(other));
  else distinct.sort();
  const codes = new Map(distinct.map((text, code) => [text, code]));
  return { texts: distinct, codeOf: (text) => codes.get(text)! };
}

export function writeDictionary(out: ByteWriter, { texts }: SegmentTexts): void {
  writeCount(out, texts.length);
  writeTexts(out, texts);
}

export const readDictionary = (from: ByteReader): TextList => readTexts(from, readCount(from));

/** A text or none per row: code 0 is none, code c is the text at place c - 1. */
export interface TextColumn {
  readonly texts: TextList;
  readonly codes: Float64Array;
}

export function textAt({ texts, codes }: TextColumn, row: number): string | null {
  const code = codes[row]!;
  return code === 0 ? null : texts.at(code - 1);
}

export function writeTextColumn(out: ByteWriter, values: readonly (string | null)[]): void {
  const dictionary = distinctTexts(values.filter((value) => value !== null));
  writeDictionary(out, dictionary);
  writeUnsigned(
    out,
    values.map((value) => (value === null ? 0 : dictionary.codeOf(value) + 1)),
  );
}

export function readTextColumn(from: ByteReader, count: number): TextColumn {
  const texts = readDictionary(from);
  return { texts, codes: readCodes(from, count, texts.length + 1) };
}

/** Lists of small numbers, of which few are distinct: the code of a row is the place of its list. */
export interface ListColumn {
  /** How many lists there are. List l is the items from start[l] up to start[l + 1]. */
  readonly size: number;
  readonly start: Int32Array;
  readonly items: Float64Array;
  readonly codes: Float64Array;
}

export const listOf = ({ start, items }: ListColumn, list: number): number[] =>
  Array.from(items.subarray(start[list], start[list + 1]));

/** The most frequent list gets the lowest code, so that the upper bytes of codes are mostly zero. */
export function writeListColumn(out: ByteWriter, values: readonly (readonly number[])[]): void {
  const rows = new Map<string, number>();
  const keys = values.map((list) => list.join());
  for (const key of keys) rows.set(key, (rows.get(key) ?? 0) + 1);
  const order = [...rows].sort(
    ([one, often], [other, oftenOther]) => oftenOther - often || (one < other ? -1 : 1),
  );
  const codes = new Map(order.map(([key], code) => [key, code]));
  const lists = order.map(([key]) => (key === '' ? [] : key.split(',').map(Number)));
  writeCount(out, lists.length);
  writeUnsigned(
    out,
    lists.map((list) => list.length),
  );
  writeUnsigned(out, lists.flat());
  writeUnsigned(
    out,
    keys.map((key) => codes.get(key)!),
  );
}

export function readListColumn(from: ByteReader, count: number): ListColumn {
  const size = readCount(from);
  const lengths = readUnsigned(from, size);
  const items = readUnsigned(from, sumOf(lengths));
  const start = new Int32Array(size + 1);
  for (let list = 0; list < size; list++) start[list + 1] = start[list]! + lengths[list]!;
  return { size, start, items, codes: readCodes(from, count, size) };
}

function readCodes(from: ByteReader, count: number, size: number): Float64Array {
  const codes = readUnsigned(from, count);
  for (let i = 0; i < count; i++) if (codes[i]! >= size) throw damaged('a code has no entry');
  return codes;
}
