import { dayOfMinute, missing } from '../columns/minute.ts';
import { evidenceTypes, involvementStatuses, lifeCycleStages, roles, tiers } from '../vocabulary.ts';
import type { ByteReader } from './bytes.ts';
import { readDecimals } from './decimal-column.ts';
import { readDictionary, listOf, readListColumn, type ListColumn } from './dictionaries.ts';
import { inTurn, readIds, readSigned, sumOf } from './number-columns.ts';
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
export interface InvolvementShape {
  readonly tier: number;
  readonly status: number;
  readonly marks: number;
  /** Place in the vocabulary plus one; 0 is none. */
  readonly evidenceType: number;
  readonly has: number;
}

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
  const shapes = Array.from({ length: shapeLists.size }, (_, list) => toShape(listOf(shapeLists, list)));
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

const pairsWithin = ({ size, start, items }: ListColumn, ids: number, names: number): boolean =>
  items.length === 2 * size &&
  start.every((first, pair) => first === 2 * pair) &&
  items.every((item, at) => item < (at % 2 === 0 ? ids : names));

function toShape([tier, status, marks, evidenceType, has]: readonly number[]): InvolvementShape {
  const known =
    tier! < tiers.length && status! < involvementStatuses.length && evidenceType! <= evidenceTypes.length;
  if (!known || has === undefined) throw damaged('a shape is not known');
  return { tier: tier!, status: status!, marks: marks!, evidenceType: evidenceType!, has };
}

type Held = Pick<InvolvementSegment, 'taggedMinute' | 'enteredDay' | 'exitedDay' | 'statusMinute' | 'share'>;

function readValues(from: ByteReader, shapes: readonly InvolvementShape[], shape: Float64Array): Held {
  const taggedMinute = readSigned(from, shape.length);
  for (let row = 1; row < shape.length; row++) taggedMinute[row]! += taggedMinute[row - 1]!;
  const taggedDay = taggedMinute.map(dayOfMinute);
  const heldBy = (value: number) => shape.map((place) => ((shapes[place]!.has & value) === 0 ? 0 : 1));
  const awayFrom = (origins: Float64Array, value: number): Float64Array => {
    const held = heldBy(value);
    const next = inTurn(readSigned(from, sumOf(held)));
    return held.map((one, row) => (one === 0 ? missing : origins[row]! + next()));
  };
  const enteredDay = awayFrom(taggedDay, hasEntered);
  const exitedDay = awayFrom(taggedDay, hasExited);
  const statusMinute = awayFrom(taggedMinute, hasStatusChange);
  const shared = heldBy(hasShare);
  const nextShare = inTurn(readDecimals(from, sumOf(shared)));
  const share = shared.map((one) => (one === 0 ? NaN : nextShare()));
  return { taggedMinute, enteredDay, exitedDay, statusMinute, share };
}
