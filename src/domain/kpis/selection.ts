import type { Columns } from '../columns.ts';
import { isOpen } from '../columns/deal-columns.ts';
import { isOrigin } from '../columns/involvement-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import { sizeBands } from '../columns/company-columns.ts';
import { tiers } from '../vocabulary.ts';
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

/** The deals that a question is about, as they stood at its as-of day. Arrays are parallel to `rows`. */
export interface Selection {
  readonly columns: Columns;
  readonly question: Question;
  /** Arms that per-arm KPIs are given for, and the arm that program KPIs carry. */
  readonly arms: readonly Arm[];
  readonly programArm: Arm;
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

export interface Scope {
  readonly account?: number;
  /** Only deals with a counted tag, for the scorecard of the question's partner. */
  readonly partnerOnly?: boolean;
}

/** Selects the deals of a question: created by the as-of day, in its pipelines and segments, with outcome and arm as of that day. */
export function select(columns: Columns, question: Question, scope: Scope = {}): Selection {
  const { deals } = columns;
  const passes = dealFilter(columns, question, scope);
  const standing = standings(columns, question);
  const byte = (): Uint8Array => new Uint8Array(deals.count);
  const to = { rows: new Int32Array(deals.count), outcome: byte(), arm: byte(), dealClass: byte() };
  const marks = { confirmed: byte(), answered: byte(), inCreated: byte(), inClosed: byte() };
  let count = 0;
  for (let row = 0; row < deals.count; row++) {
    if (!passes(row)) continue;
    const tags = tagBits(columns, standing, row);
    if (scope.partnerOnly === true && (tags & matchedTag) === 0) continue;
    const outcome = outcomeAsOf(columns, question.asOf, row);
    to.rows[count] = row;
    to.outcome[count] = outcome;
    to.arm[count] = armOf(tags, deals.answer[row]!);
    to.dealClass[count] = classOf(tags);
    marks.confirmed[count] = (tags & confirmedTag) === 0 ? 0 : 1;
    marks.answered[count] = isAnswered(tags, deals.answer[row]!) ? 1 : 0;
    marks.inCreated[count] = isInPeriod(question, deals.createdMinute[row]!) ? 1 : 0;
    marks.inClosed[count] = outcome !== isOpen && isInPeriod(question, deals.closeMinute[row]!) ? 1 : 0;
    count++;
  }
  const trimmed = Object.entries({ ...to, ...marks }).map(([name, array]) => [
    name,
    array.subarray(0, count),
  ]);
  const arms: Arm[] = scope.partnerOnly === true ? ['partner'] : ['all', 'partner', 'none', 'unanswered'];
  const arrays = Object.fromEntries(trimmed) as typeof to & typeof marks;
  return { columns, question, arms, programArm: arms[0]!, standing, ...arrays };
}

/** The same deals asked about for another period. */
export function inPeriod(selection: Selection, question: Question): Selection {
  const { rows, outcome, columns } = selection;
  const { createdMinute, closeMinute } = columns.deals;
  const inCreated = new Uint8Array(rows.length);
  const inClosed = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    inCreated[at] = isInPeriod(question, createdMinute[rows[at]!]!) ? 1 : 0;
    inClosed[at] = outcome[at] !== isOpen && isInPeriod(question, closeMinute[rows[at]!]!) ? 1 : 0;
  }
  return { ...selection, question, inCreated, inClosed };
}

/** True in the period, both ends inclusive; an instant that is not known is in the open-ended period alone. */
export function isInPeriod({ from, to }: Question, minute: number): boolean {
  if (minute === missing) return from === null && to === null;
  const day = dayOfMinute(minute);
  return (from === null || day >= from) && (to === null || day <= to);
}

function outcomeAsOf({ deals }: Columns, asOf: number, row: number): number {
  const close = deals.closeMinute[row]!;
  return close !== missing && dayOfMinute(close) > asOf ? isOpen : deals.outcome[row]!;
}

/** Deals that pass pipeline, owner, segment and account filters and exist at the as-of day. */
export function dealFilter(columns: Columns, question: Question, scope: Scope): (row: number) => boolean {
  const { deals, companies, dictionaries } = columns;
  const pipelines = question.pipelines.length > 0 ? question.pipelines : question.settings.pipelines;
  const inPipelines = chosen(dictionaries.pipelines.texts, pipelines);
  const inOwners = chosen(dictionaries.owners.texts, question.owners);
  const inRegions = chosen(companies.regions.texts, question.regions);
  const inIndustries = chosen(companies.industries.texts, question.industries);
  const inSizes = chosen(sizeBands, question.sizeBands);
  const limit = (question.asOf + 1) * 1440;
  return (row) => {
    const account = deals.account[row]!;
    return (
      deals.createdMinute[row]! < limit &&
      (scope.account === undefined || account === scope.account) &&
      (inPipelines === null || inPipelines[deals.pipeline[row]!] === 1) &&
      (inOwners === null || inOwners[deals.owner[row]!] === 1) &&
      (inRegions === null || inRegions[companies.accountRegion[account] ?? -1] === 1) &&
      (inIndustries === null || inIndustries[companies.accountIndustry[account] ?? -1] === 1) &&
      (inSizes === null || inSizes[companies.accountSize[account] ?? -1] === 1)
    );
  };
}

function chosen(texts: readonly string[], wanted: readonly string[] | undefined): Uint8Array | null {
  if (wanted === undefined || wanted.length === 0) return null;
  return Uint8Array.from(texts, (text) => (wanted.includes(text) ? 1 : 0));
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
