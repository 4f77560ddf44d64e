import type { Columns, SharedColumns } from '../columns.ts';
import { isOpen } from '../columns/deal-columns.ts';
import { isOrigin } from '../columns/involvement-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import { tiers } from '../vocabulary.ts';
import { dealFilter, isInPeriod, type Scope } from './deal-filter.ts';
import type { Arm } from './kpi.ts';
import type { Question } from './question.ts';
import { isConfirmed, isLive, isMatched, isPresent, standings } from './standing.ts';

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

/** What a family of KPIs has to know before the first deal. */
export interface Asked {
  readonly question: Question;
  readonly columns: SharedColumns;
  /** Arms that per-arm KPIs are given for, and the arm that program KPIs carry. */
  readonly arms: readonly Arm[];
  readonly programArm: Arm;
}

/**
 * The deals of a chunk that a question is about, as they stood at its as-of day. Arrays are parallel to `rows`. They
 * hold until the next chunk is selected.
 */
export interface Selection extends Asked {
  readonly columns: Columns;
  /** Standing of every involvement, by its place in the columns. */
  readonly standing: Uint8Array;
  readonly rows: Int32Array;
  readonly outcome: Uint8Array;
  readonly arm: Uint8Array;
  /** 0 where no tag counts, else the class. */
  readonly dealClass: Uint8Array;
  /** 1 where at least one counted tag is confirmed. */
  readonly confirmed: Uint8Array;
  /** 1 where the deal's owner has answered, whatever became of the tags. */
  readonly answered: Uint8Array;
  /** 1 where the deal was created, or closed, in the period. */
  readonly inCreated: Uint8Array;
  readonly inClosed: Uint8Array;
}

export function askedOf(columns: SharedColumns, question: Question, scope: Scope = {}): Asked {
  const arms: Arm[] = scope.partnerOnly === true ? ['partner'] : ['all', 'partner', 'none', 'unanswered'];
  return { question, columns, arms, programArm: arms[0]! };
}

/** Selects the deals of a question: created by the as-of day, in its pipelines and segments, with outcome and arm as of that day. */
export const select = (columns: Columns, question: Question, scope: Scope = {}): Selection =>
  selector(question, scope)(columns);

/** Selects from chunk after chunk; the arrays are used again for the next chunk. */
export function selector(question: Question, scope: Scope = {}): (chunk: Columns) => Selection {
  let room = roomFor(0, 0);
  return (columns) => {
    const { deals, involvements } = columns;
    if (room.rows.length < deals.count || room.standing.length < involvements.count) {
      room = roomFor(deals.count, involvements.count);
    }
    standings(columns, question, room.standing);
    const count = selectInto(room, columns, question, scope);
    const { standing, ...arrays } = room;
    const trimmed = Object.entries(arrays).map(([name, array]) => [name, array.subarray(0, count)]);
    const selected = Object.fromEntries(trimmed) as typeof arrays;
    return { ...askedOf(columns, question, scope), columns, standing, ...selected };
  };
}

type Room = ReturnType<typeof roomFor>;

const roomFor = (deals: number, involvements: number) => ({
  standing: new Uint8Array(involvements),
  rows: new Int32Array(deals),
  outcome: new Uint8Array(deals),
  arm: new Uint8Array(deals),
  dealClass: new Uint8Array(deals),
  confirmed: new Uint8Array(deals),
  answered: new Uint8Array(deals),
  inCreated: new Uint8Array(deals),
  inClosed: new Uint8Array(deals),
});

function selectInto(to: Room, columns: Columns, question: Question, scope: Scope): number {
  const { deals } = columns;
  const passes = dealFilter(columns, question, scope);
  let count = 0;
  for (let row = 0; row < deals.count; row++) {
    if (!passes(row)) continue;
    const tags = tagBits(columns, to.standing, row);
    if (scope.partnerOnly === true && (tags & matchedTag) === 0) continue;
    const outcome = outcomeAsOf(columns, question.asOf, row);
    to.rows[count] = row;
    to.outcome[count] = outcome;
    to.arm[count] = armOf(tags, deals.answer[row]!);
    to.dealClass[count] = classOf(tags);
    to.confirmed[count] = (tags & confirmedTag) === 0 ? 0 : 1;
    to.answered[count] = isAnswered(tags, deals.answer[row]!) ? 1 : 0;
    to.inCreated[count] = isInPeriod(question, deals.createdMinute[row]!) ? 1 : 0;
    to.inClosed[count] = outcome !== isOpen && isInPeriod(question, deals.closeMinute[row]!) ? 1 : 0;
    count++;
  }
  return count;
}

function outcomeAsOf({ deals }: Columns, asOf: number, row: number): number {
  const close = deals.closeMinute[row]!;
  return close !== missing && dayOfMinute(close) > asOf ? isOpen : deals.outcome[row]!;
}

const anyTag = 1;
const liveTag = 2;
const matchedTag = 4;
const confirmedTag = 8;
const originTag = 16;
const soldTag = 32;
const futureTag = 64;

function tagBits({ involvements }: Columns, standing: Uint8Array, row: number): number {
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
      if (involvements.tier[at]! >= tiers.indexOf('co_sell')) bits |= soldTag;
    }
  }
  return bits;
}

function armOf(tags: number, answer: number): number {
  if ((tags & matchedTag) !== 0) return partnerArm;
  if ((tags & liveTag) !== 0) return otherArm;
  if (answer === 1) return noneArm;
  return isAnswered(tags, answer) ? otherArm : unansweredArm;
}

/** Answer codes follow the vocabulary: 1 none, 2 tagged. A deal whose tags all come after the as-of day is unanswered then. */
const isAnswered = (tags: number, answer: number): boolean =>
  (tags & anyTag) !== 0 || answer === 1 || (answer === 2 && (tags & futureTag) === 0);

function classOf(tags: number): number {
  if ((tags & matchedTag) === 0) return 0;
  if ((tags & originTag) !== 0) return sourcedClass;
  return (tags & soldTag) !== 0 ? coSoldClass : assistedClass;
}
