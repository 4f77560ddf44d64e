import { isOpen, isWon } from '../columns/deal-columns.ts';
import { float64 } from '../columns/growing.ts';
import { missing } from '../columns/minute.ts';
import { stageAt } from '../comparison/day-landmark.ts';
import { newSorting, sortDeal, sorted, type Landmark } from '../comparison/landmark-sorting.ts';
import { sized } from './amount.ts';
import { noneArm, unansweredArm } from './deal-tags.ts';
import type { Asked, Selection } from './selection.ts';
import { isConfirmed, isMatched } from './standing.ts';
import type { Strata } from './strata-of.ts';
import type { Tally } from './tally.ts';

/** The moment from which deals are followed: the entry to a deal stage, or a number of days after creation. */
export type LandmarkPoint = { readonly stageId: string } | { readonly days: number };

const msPerMinute = 60_000;
const confirmedTag = isConfirmed | isMatched;

export interface LandmarkArms {
  readonly landmark: Landmark;
  /** Amounts above zero of the deals that each arm won. */
  readonly sizes: { readonly partner: Float64Array; readonly none: Float64Array };
  /** Deals at a day landmark whose stage on that day is known. */
  readonly inKnownStage: number;
}

/**
 * Arms of the fair comparison: the deals created in the period at their landmark. Instants are held to the minute, so a
 * tag in the landmark's own minute counts as made by then.
 */
export function landmarkArms(
  { question }: Asked,
  point: LandmarkPoint,
  strata: Strata,
  unansweredAsNone: boolean,
): Tally<LandmarkArms> {
  const asOf = (question.asOf + 1) * 1440 * msPerMinute - 1;
  const arms = {
    sorting: newSorting({ asOf, unansweredAsNone }),
    sizes: { partner: float64(), none: float64() },
    inKnownStage: 0,
  };
  return {
    add: (selection) => addDeals(arms, selection, point, strata),
    finish: () => ({
      landmark: sorted(arms.sorting),
      sizes: { partner: arms.sizes.partner.taken(), none: arms.sizes.none.taken() },
      inKnownStage: arms.inKnownStage,
    }),
  };
}

interface Arms {
  readonly sorting: ReturnType<typeof newSorting>;
  readonly sizes: Readonly<Record<'partner' | 'none', ReturnType<typeof float64>>>;
  inKnownStage: number;
}

function addDeals(to: Arms, selection: Selection, point: LandmarkPoint, strata: Strata): void {
  const { columns, rows, outcome, inCreated } = selection;
  const { asOf } = to.sorting.rules;
  const readLandmark = landmarkReader(selection, point);
  const deal = { reachedAt: NaN, firstTaggedAt: NaN, outcome: 0, closedAt: NaN, answer: 0, stratum: 0 };
  for (let at = 0; at < rows.length; at++) {
    if (inCreated[at] === 0) continue;
    const row = rows[at]!;
    deal.outcome = outcome[at]!;
    deal.closedAt = inMs(columns.deals.closeMinute[row]!);
    // A close without a date cannot be placed before or after the landmark.
    if (deal.outcome !== isOpen && Number.isNaN(deal.closedAt)) continue;
    const { minute, stage } = readLandmark(row);
    deal.reachedAt = inMs(minute);
    const isReached = deal.reachedAt <= asOf;
    if (isReached && stage >= 0) to.inKnownStage++;
    deal.firstTaggedAt = isReached ? inMs(firstConfirmed(selection, row)) : NaN;
    deal.answer = answerOf(selection.arm[at]!);
    deal.stratum = isReached ? strata.numberOf(columns, row, stage) : 0;
    sortDeal(to.sorting, deal);
    addSize(to, deal, sized(columns, row));
  }
}

interface SizedDeal {
  readonly reachedAt: number;
  readonly firstTaggedAt: number;
  readonly outcome: number;
  readonly closedAt: number;
  readonly answer: number;
}

function addSize({ sizes, sorting }: Arms, deal: SizedDeal, amount: number): void {
  if (Number.isNaN(amount) || deal.outcome !== isWon || !(deal.closedAt > deal.reachedAt)) return;
  const isNone = deal.answer === 1 || (sorting.rules.unansweredAsNone === true && deal.answer === 0);
  if (deal.firstTaggedAt <= deal.reachedAt) sizes.partner.push(amount);
  else if (isNone || !Number.isNaN(deal.firstTaggedAt)) sizes.none.push(amount);
}

const inMs = (minute: number): number => (minute === missing ? NaN : minute * msPerMinute);

/** Code of the answer as the comparison knows it: 0 unanswered, 1 no partner, 2 tagged. */
const answerOf = (arm: number): number => (arm === noneArm ? 1 : arm === unansweredArm ? 0 : 2);

/** When a deal reached the landmark, `missing` for never, and at a day landmark the code of its stage then, else -1. */
interface Reached {
  minute: number;
  stage: number;
}

function landmarkReader({ columns }: Selection, point: LandmarkPoint): (row: number) => Reached {
  const { createdMinute, stageStart, entryStage, entryMinute } = columns.deals;
  const reached: Reached = { minute: missing, stage: -1 };
  if ('days' in point) {
    return (row) => {
      const created = createdMinute[row]!;
      reached.minute = created === missing ? missing : created + point.days * 1440;
      const entry = stageAt(entryMinute, stageStart[row]!, stageStart[row + 1]!, reached.minute);
      reached.stage = entry < 0 ? -1 : entryStage[entry]!;
      return reached;
    };
  }
  const stage = columns.dictionaries.stages.codeOf(point.stageId);
  return (row) => {
    reached.minute = missing;
    for (let entry = stageStart[row]!; entry < stageStart[row + 1]!; entry++) {
      if (entryStage[entry] !== stage) continue;
      reached.minute = entryMinute[entry]!;
      break;
    }
    return reached;
  };
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
