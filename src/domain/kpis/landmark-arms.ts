import { isOpen, isWon } from '../columns/deal-columns.ts';
import { missing } from '../columns/minute.ts';
import { newSorting, sortDeal, sorted, type Landmark } from '../comparison/landmark-sorting.ts';
import { sized } from './amount.ts';
import { noneArm, unansweredArm, type Selection } from './selection.ts';
import { isConfirmed, isMatched } from './standing.ts';
import type { Strata } from './strata-of.ts';

const msPerMinute = 60_000;
const confirmedTag = isConfirmed | isMatched;

export interface LandmarkArms {
  readonly landmark: Landmark;
  /** Amounts above zero of the deals that each arm won. */
  readonly sizes: { readonly partner: Float64Array; readonly none: Float64Array };
}

/**
 * Arms of the fair comparison: the deals created in the period at their entry to the landmark stage. Instants are
 * held to the minute, so a tag in the landmark's own minute counts as made by then.
 */
export function landmarkArms(
  selection: Selection,
  stage: number,
  strata: Strata,
  unansweredAsNone: boolean,
): LandmarkArms {
  const { columns, question, rows, outcome, inCreated } = selection;
  const asOf = (question.asOf + 1) * 1440 * msPerMinute - 1;
  const sorting = newSorting({ asOf, unansweredAsNone });
  const sizes = { partner: [] as number[], none: [] as number[] };
  const deal = { reachedAt: NaN, firstTaggedAt: NaN, outcome: 0, closedAt: NaN, answer: 0, stratum: 0 };
  for (let at = 0; at < rows.length; at++) {
    if (inCreated[at] === 0) continue;
    const row = rows[at]!;
    deal.reachedAt = inMs(entryOf(selection, row, stage));
    deal.outcome = outcome[at]!;
    deal.closedAt = deal.outcome === isOpen ? NaN : inMs(columns.deals.closeMinute[row]!);
    // A close without a date cannot be placed before or after the landmark.
    if (deal.outcome !== isOpen && Number.isNaN(deal.closedAt)) continue;
    const isReached = deal.reachedAt <= asOf;
    deal.firstTaggedAt = isReached ? inMs(firstConfirmed(selection, row)) : NaN;
    deal.answer = answerOf(selection.arm[at]!);
    const isNone = deal.answer === 1 || (unansweredAsNone && deal.answer === 0);
    deal.stratum = isReached ? strata.numberOf(row) : 0;
    sortDeal(sorting, deal);
    const amount = deal.outcome === isWon && deal.closedAt > deal.reachedAt ? sized(columns, row) : NaN;
    if (Number.isNaN(amount)) continue;
    if (deal.firstTaggedAt <= deal.reachedAt) sizes.partner.push(amount);
    else if (isNone || !Number.isNaN(deal.firstTaggedAt)) sizes.none.push(amount);
  }
  const { partner, none } = sizes;
  const arrays = { partner: Float64Array.from(partner), none: Float64Array.from(none) };
  return { landmark: sorted(sorting), sizes: arrays };
}

const inMs = (minute: number): number => (minute === missing ? NaN : minute * msPerMinute);

/** Code of the answer as the comparison knows it: 0 unanswered, 1 no partner, 2 tagged. */
const answerOf = (arm: number): number => (arm === noneArm ? 1 : arm === unansweredArm ? 0 : 2);

function entryOf({ columns }: Selection, row: number, stage: number): number {
  const { stageStart, entryStage, entryMinute } = columns.deals;
  for (let entry = stageStart[row]!; entry < stageStart[row + 1]!; entry++) {
    if (entryStage[entry] === stage) return entryMinute[entry]!;
  }
  return missing;
}

function firstConfirmed({ columns, standing }: Selection, row: number): number {
  const { start, taggedMinute } = columns.involvements;
  let first = missing;
  for (let tag = start[row]!; tag < start[row + 1]!; tag++) {
    if ((standing[tag]! & confirmedTag) !== confirmedTag) continue;
    if (first === missing || taggedMinute[tag]! < first) first = taggedMinute[tag]!;
  }
  return first;
}
