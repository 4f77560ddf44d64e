import type { Columns } from '../columns.ts';
import { isOrigin } from '../columns/involvement-columns.ts';
import { tiers } from '../vocabulary.ts';
import { isConfirmed, isLive, isMatched, isPresent } from './standing.ts';

/**
 * Codes of the arms of a deal, their places in the list of arms. `otherArm`: all its tags are disputed, rejected, or
 * outside the question.
 */
export const partnerArm = 1;
export const noneArm = 2;
export const unansweredArm = 3;
export const otherArm = 4;

/** Highest class of a partner deal; the classes partition the attached deals: sourced by origin, else co-sold, else assisted. */
const assistedClass = 1;
const coSoldClass = 2;
export const sourcedClass = 3;

/** What the tags of a deal together say, as bits. */
const anyTag = 1;
const liveTag = 2;
export const matchedTag = 4;
export const confirmedTag = 8;
const originTag = 16;
const soldTag = 32;
const futureTag = 64;

const coSell = tiers.indexOf('co_sell');

export function tagBits({ involvements }: Columns, standing: Uint8Array, row: number): number {
  let bits = 0;
  for (let at = involvements.start[row]!; at < involvements.start[row + 1]!; at++) {
    const is = standing[at]!;
    if ((is & isPresent) === 0) bits |= futureTag;
    else if ((is & isLive) === 0) bits |= anyTag;
    else if ((is & isMatched) === 0) bits |= anyTag | liveTag;
    else {
      bits |= anyTag | liveTag | matchedTag;
      if ((is & isConfirmed) !== 0) bits |= confirmedTag;
      if ((involvements.marks[at]! & isOrigin) !== 0) bits |= originTag;
      if (involvements.tier[at]! >= coSell) bits |= soldTag;
    }
  }
  return bits;
}

export function armOf(tags: number, answer: number): number {
  if ((tags & matchedTag) !== 0) return partnerArm;
  if ((tags & liveTag) !== 0) return otherArm;
  if (answer === 1) return noneArm;
  return isAnswered(tags, answer) ? otherArm : unansweredArm;
}

/** Answer codes follow the vocabulary: 1 none, 2 tagged. A deal whose tags all come after the as-of day is unanswered then. */
export const isAnswered = (tags: number, answer: number): boolean =>
  (tags & anyTag) !== 0 || answer === 1 || (answer === 2 && (tags & futureTag) === 0);

export function classOf(tags: number): number {
  if ((tags & matchedTag) === 0) return 0;
  if ((tags & originTag) !== 0) return sourcedClass;
  return (tags & soldTag) !== 0 ? coSoldClass : assistedClass;
}
