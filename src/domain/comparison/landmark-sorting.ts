import { countFollowUp, followUp, newTally, type DayTally } from '../stats/risk-table.ts';
import type { StratumCounts } from '../stats/stratum-counts.ts';
import type { ComparedArms, StratumFollowUps } from './arms.ts';

/** What the sorting needs to know of a deal. Instants are milliseconds since 1970; NaN: never. */
export interface DealAtLandmark {
  /** When the deal reached the landmark. */
  readonly reachedAt: number;
  /** When its earliest confirmed tag was made, by the system's own clock. */
  readonly firstTaggedAt: number;
  /** 0 open, 1 won, 2 lost. */
  readonly outcome: number;
  readonly closedAt: number;
  /** 0 unanswered, 1 no partner, 2 tagged. */
  readonly answer: number;
  /** A whole number from 0, best without large gaps. */
  readonly stratum: number;
}

export interface LandmarkRules {
  /** Open deals are followed up until here; what happened later has not happened. */
  readonly asOf: number;
  /** The sensitivity check of K25: unanswered deals count as deals without a partner. */
  readonly unansweredAsNone?: boolean;
}

/** Deals that no arm holds, by reason. With the deals of both arms they make up all deals. */
export interface LandmarkExclusions {
  readonly notReached: number;
  /** Closed at or before the landmark: nothing was left to compare. */
  readonly closedBefore: number;
  readonly unanswered: number;
  /** Tagged, but no tag is confirmed. */
  readonly unconfirmed: number;
}

export interface Landmark extends ComparedArms {
  readonly excluded: LandmarkExclusions;
}

const msPerDay = 86_400_000;
const unanswered = 0;
const answeredNone = 1;

export const newSorting = (rules: LandmarkRules) => ({
  rules,
  byStratum: new Int32Array(4 * 64),
  followUps: new Map<number, StratumFollowUps>(),
  counts: { reached: 0, answered: 0, tagged: 0, taggedLate: 0 },
  excluded: { notReached: 0, closedBefore: 0, unanswered: 0, unconfirmed: 0 },
});

/** Deals counted into arms so far. */
export type LandmarkSorting = ReturnType<typeof newSorting>;

/**
 * Sorts one deal into an arm at a landmark, the moment it reaches a stage, and follows it from there. A deal belongs to
 * the partner arm where a confirmed tag was made at or before the landmark, without grace: any grace lets the outcome
 * leak in. A deal tagged later stays in the other arm, which pulls the difference towards none. A deal that closed
 * before is out. Anderson, Cain & Gelber, J Clin Oncol 1983;1:710 (UNVERIFIED: the paper itself was not read).
 */
export function sortDeal(sorting: LandmarkSorting, deal: DealAtLandmark): void {
  const { counts, excluded, rules } = sorting;
  const isClosed = deal.outcome !== followUp.open && !(deal.closedAt > rules.asOf);
  if (!(deal.reachedAt <= rules.asOf)) return void excluded.notReached++;
  if (isClosed && deal.closedAt <= deal.reachedAt) return void excluded.closedBefore++;

  const isTagged = !Number.isNaN(deal.firstTaggedAt);
  counts.reached++;
  if (isTagged || deal.answer !== unanswered) counts.answered++;
  if (isTagged) counts.tagged++;
  else if (deal.answer === unanswered && !rules.unansweredAsNone) return void excluded.unanswered++;
  else if (deal.answer > answeredNone) return void excluded.unconfirmed++;

  const isPartner = deal.firstTaggedAt <= deal.reachedAt;
  if (isTagged && !isPartner) counts.taggedLate++;
  countIn(sorting, deal, isPartner, isClosed);
}

function countIn(
  sorting: LandmarkSorting,
  deal: DealAtLandmark,
  isPartner: boolean,
  isClosed: boolean,
): void {
  const until = isClosed ? deal.closedAt : sorting.rules.asOf;
  const outcome = isClosed ? deal.outcome : followUp.open;
  countFollowUp(tallyOf(sorting, deal.stratum, isPartner), (until - deal.reachedAt) / msPerDay, outcome);
  if (!isClosed) return;
  const cell = 4 * deal.stratum + (isPartner ? 0 : 2);
  if (cell + 1 >= sorting.byStratum.length) {
    const longer = new Int32Array(2 * (cell + 2));
    longer.set(sorting.byStratum);
    sorting.byStratum = longer;
  }
  if (outcome === followUp.won) sorting.byStratum[cell]!++;
  sorting.byStratum[cell + 1]!++;
}

function tallyOf({ followUps }: LandmarkSorting, stratum: number, isPartner: boolean): DayTally {
  let arms = followUps.get(stratum);
  if (arms === undefined) {
    arms = { partner: newTally(), none: newTally() };
    followUps.set(stratum, arms);
  }
  return isPartner ? arms.partner : arms.none;
}

export const sorted = ({ byStratum, followUps, counts, excluded }: LandmarkSorting): Landmark => ({
  ...counts,
  excluded,
  strata: strataOf(byStratum),
  followUps: [...followUps.values()],
});

function strataOf(byStratum: Int32Array): readonly StratumCounts[] {
  const strata: StratumCounts[] = [];
  for (let cell = 0; cell + 3 < byStratum.length; cell += 4) {
    const partnerClosed = byStratum[cell + 1]!;
    const noneClosed = byStratum[cell + 3]!;
    if (partnerClosed + noneClosed === 0) continue;
    const won = { partnerWon: byStratum[cell]!, noneWon: byStratum[cell + 2]! };
    strata.push({ stratum: cell / 4, partnerClosed, noneClosed, ...won });
  }
  return strata;
}
