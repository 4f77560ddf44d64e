import { dayOfMinute, missing } from '../columns/minute.ts';
import { evidenceTypes, involvementStatuses, lifeCycleStages, roles, tiers } from '../vocabulary.ts';
import type { ByteReader } from './bytes.ts';
import { readDecimals } from './decimal-column.ts';
import { readDictionary, readListColumn, type ListColumn } from './dictionaries.ts';
import { readIds, readSigned } from './number-columns.ts';
import { damaged } from './segment-unreadable.ts';
import { readTexts, type TextList } from './text-columns.ts';

/** Bits of a shape's `marks`. */
export const originMark = 1;
export const importedMark = 2;
export const evidenceMark = 4;

/** Which values an involvement has at all. */
export const hasEntered = 1;
export const hasExited = 2;
export const hasStatusChange = 4;
export const hasShare = 8;

/** What involvements have in common; a segment has some hundred shapes. */
interface InvolvementShape {
  readonly tier: number;
  readonly status: number;
  readonly marks: number;
  /** Place in the vocabulary plus one; 0 is none. */
  readonly evidenceType: number;
  readonly has: number;
}

const shapeLength = 5;

/** The involvements of one segment as columns. */
export interface InvolvementSegment {
  readonly count: number;
  readonly ids: TextList;
  readonly dealId: Float64Array;
  /** Pairs of a partner and the name that the tag has for it: places in the two dictionaries. */
  readonly partnerIds: TextList;
  readonly partnerNames: TextList;
  readonly partner: ListColumn;
  readonly shapes: readonly InvolvementShape[];
  readonly shape: Float64Array;
  /** Places in the vocabulary. */
  readonly roles: ListColumn;
  readonly stages: ListColumn;
  readonly taggedMinute: Float64Array;
  /** Days and minutes since 1970, `missing` where there is none; shares in percent, NaN where there is none. */
  readonly enteredDay: Float64Array;
  readonly exitedDay: Float64Array;
  readonly statusMinute: Float64Array;
  readonly share: Float64Array;
}

export function readInvolvements(from: ByteReader, count: number): InvolvementSegment {
  const ids = readTexts(from, count);
  const dealId = readIds(from, count);
  const partnerIds = readDictionary(from);
  const partnerNames = readDictionary(from);
  const partner = readListColumn(from, count);
  const shapeLists = readListColumn(from, count);
  const shapes = toShapes(shapeLists);
  const column = { roles: readListColumn(from, count), stages: readListColumn(from, count) };
  const known =
    pairsWithin(partner, partnerIds.length, partnerNames.length) &&
    column.roles.items.every((place) => place < roles.length) &&
    column.stages.items.every((place) => place < lifeCycleStages.length);
  if (!known) throw damaged('an involvement names what does not exist');
  const shape = shapeLists.codes;
  const values = readValues(from, shapes, shape);
  return { count, ids, dealId, partnerIds, partnerNames, partner, shapes, shape, ...column, ...values };
}

const pairsWithin = ({ start, items }: ListColumn, ids: number, names: number): boolean =>
  start.every((first, pair) => first === 2 * pair) &&
  items.every((item, at) => item < (at % 2 === 0 ? ids : names));

function toShapes({ size, start, items }: ListColumn): InvolvementShape[] {
  const shapes: InvolvementShape[] = [];
  for (let list = 0; list < size; list++) {
    const first = start[list]!;
    if (start[list + 1]! < first + shapeLength) throw damaged('a shape is too short');
    const shape = {
      tier: items[first]!,
      status: items[first + 1]!,
      marks: items[first + 2]!,
      evidenceType: items[first + 3]!,
      has: items[first + 4]!,
    };
    const isKnown =
      shape.tier < tiers.length &&
      shape.status < involvementStatuses.length &&
      shape.evidenceType <= evidenceTypes.length;
    if (!isKnown) throw damaged('a shape is not known');
    shapes.push(shape);
  }
  return shapes;
}

type Held = Pick<InvolvementSegment, 'taggedMinute' | 'enteredDay' | 'exitedDay' | 'statusMinute' | 'share'>;

function readValues(from: ByteReader, shapes: readonly InvolvementShape[], shape: Float64Array): Held {
  const has = Uint8Array.from(shapes, (each) => each.has);
  const taggedMinute = readSigned(from, shape.length);
  const taggedDay = from.room(Float64Array, shape.length);
  for (let row = 0; row < shape.length; row++) {
    if (row > 0) taggedMinute[row]! += taggedMinute[row - 1]!;
    taggedDay[row] = dayOfMinute(taggedMinute[row]!);
  }
  const spread = (value: number, read: typeof readSigned, none: number): Float64Array => {
    let held = 0;
    for (let row = 0; row < shape.length; row++) if ((has[shape[row]!]! & value) !== 0) held++;
    const values = read(from, held);
    const column = from.room(Float64Array, shape.length).fill(none);
    for (let row = 0, at = 0; row < shape.length; row++)
      if ((has[shape[row]!]! & value) !== 0) column[row] = values[at++]!;
    return column;
  };
  const since = (origins: Float64Array, value: number): Float64Array => {
    const column = spread(value, readSigned, missing);
    for (let row = 0; row < shape.length; row++) if (column[row] !== missing) column[row]! += origins[row]!;
    return column;
  };
  const enteredDay = since(taggedDay, hasEntered);
  const exitedDay = since(taggedDay, hasExited);
  const statusMinute = since(taggedMinute, hasStatusChange);
  return { taggedMinute, enteredDay, exitedDay, statusMinute, share: spread(hasShare, readDecimals, NaN) };
}
