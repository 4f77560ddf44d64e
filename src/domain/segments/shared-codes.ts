import type { GrowingDictionary } from '../columns/dictionary.ts';
import type { TextColumn } from './dictionaries.ts';
import { roomOfItsOwn } from './room.ts';
import type { TextList } from './text-columns.ts';

/** Codes in a shared dictionary of the texts of a segment, by place in the segment's list. */
export const codesOf = (list: TextList, shared: GrowingDictionary): Int32Array =>
  codesBy(list.length, (place) => shared.take(list.at(place)));

/** A plain loop: Int32Array.from takes ten times as long. */
export function codesBy(size: number, codeOf: (place: number) => number): Int32Array {
  const codes = new Int32Array(size);
  for (let place = 0; place < size; place++) codes[place] = codeOf(place);
  return codes;
}

/** The shared codes of a column, written to `into`; -1 is none. */
export function translated<A extends Int32Array | Int16Array>(
  { codes }: TextColumn,
  sharedCodes: Int32Array,
  into: A,
): A {
  for (let row = 0; row < codes.length; row++)
    into[row] = codes[row] === 0 ? -1 : sharedCodes[codes[row]! - 1]!;
  return into;
}

/** The shared codes of a column of texts. */
export const sharedColumn = (
  column: TextColumn,
  shared: GrowingDictionary,
  room = roomOfItsOwn,
): Int32Array => translated(column, codesOf(column.texts, shared), room(Int32Array, column.codes.length));
