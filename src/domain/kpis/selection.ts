import type { Columns, SharedColumns } from '../columns.ts';
import { isOpen } from '../columns/deal-columns.ts';
import { dayOfMinute } from '../columns/minute.ts';
import { tiers, type Tier } from '../vocabulary.ts';
import { dealFilter, isInPeriod, passes, type Scope } from './deal-filter.ts';
import { armOf, classOf, confirmedTag, isAnswered, matchedTag, partnerArm, tagBits } from './deal-tags.ts';
import type { Arm } from './kpi.ts';
import type { Question } from './question.ts';
import { isMatched, standings } from './standing.ts';

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
    room = enough(room, columns);
    standings(columns, question, room.standing);
    const count = selectInto(room, columns, question, scope);
    return { ...askedOf(columns, question, scope), columns, ...trimmed(room, count) };
  };
}

/**
 * Selects, from what a question selects, the deals with a counted tag of a tier, or of any tier: they are looked at as
 * if the question asked for this tier alone.
 */
export function partnerSelector(tier: Tier | null): (whole: Selection) => Selection {
  let room = roomFor(0, 0);
  return (whole) => {
    const { columns, question } = whole;
    room = enough(room, columns);
    room.standing.set(whole.standing);
    if (tier !== null) matchTier(room.standing, columns, tiers.indexOf(tier));
    const count = selectPartners(room, whole);
    return { ...askedOf(columns, question, { partnerOnly: true }), columns, ...trimmed(room, count) };
  };
}

/** Chunks differ in length: with a quarter to spare, the room for the first is enough for nearly all. */
const enough = (room: Room, { deals, involvements }: Columns): Room =>
  room.rows.length < deals.count || room.standing.length < involvements.count
    ? roomFor(withSpare(deals.count), withSpare(involvements.count))
    : room;

const withSpare = (count: number): number => Math.ceil(count * 1.25);

const trimmed = (room: Room, count: number): Room => ({
  standing: room.standing,
  rows: room.rows.subarray(0, count),
  outcome: room.outcome.subarray(0, count),
  arm: room.arm.subarray(0, count),
  dealClass: room.dealClass.subarray(0, count),
  confirmed: room.confirmed.subarray(0, count),
  answered: room.answered.subarray(0, count),
  inCreated: room.inCreated.subarray(0, count),
  inClosed: room.inClosed.subarray(0, count),
});

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

function matchTier(standing: Uint8Array, { involvements }: Columns, tier: number): void {
  for (let tag = 0; tag < involvements.count; tag++) {
    if (involvements.tier[tag] !== tier) standing[tag]! &= ~isMatched;
  }
}

function selectPartners(to: Room, whole: Selection): number {
  const { columns, rows, arm } = whole;
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    if (arm[at] !== partnerArm) continue;
    const tags = tagBits(columns, to.standing, rows[at]!);
    if ((tags & matchedTag) === 0) continue;
    to.rows[count] = rows[at]!;
    to.outcome[count] = whole.outcome[at]!;
    to.arm[count] = partnerArm;
    to.dealClass[count] = classOf(tags);
    to.confirmed[count] = (tags & confirmedTag) === 0 ? 0 : 1;
    to.answered[count] = whole.answered[at]!;
    to.inCreated[count] = whole.inCreated[at]!;
    to.inClosed[count] = whole.inClosed[at]!;
    count++;
  }
  return count;
}

function selectInto(to: Room, columns: Columns, question: Question, scope: Scope): number {
  const { deals } = columns;
  const filter = dealFilter(columns, question, scope);
  let count = 0;
  for (let row = 0; row < deals.count; row++) {
    if (!passes(filter, columns, row)) continue;
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
  // A close that is not known, `missing`, lies before every day.
  return dayOfMinute(deals.closeMinute[row]!) > asOf ? isOpen : deals.outcome[row]!;
}
