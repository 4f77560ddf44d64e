import { followUp, newTally, countFollowUp, toRiskTable } from '../stats/risk-table.ts';
import type { StratumCounts } from '../stats/stratum-counts.ts';
import type { ComparedArms } from './arms.ts';

/** One entry per deal. Instants are milliseconds since 1970. */
export interface LandmarkColumns {
  /** When the deal reached the landmark; NaN: never. */
  readonly reachedAt: Float64Array;
  /** When its earliest confirmed tag was made; NaN: it has none. */
  readonly firstTaggedAt: Float64Array;
  /** 0 open, 1 won, 2 lost. */
  readonly outcome: Uint8Array;
  readonly closedAt: Float64Array;
  /** 0 unanswered, 1 no partner, 2 tagged. */
  readonly answer: Uint8Array;
  /** Whole numbers from 0, best without large gaps. */
  readonly stratum: Int32Array;
}

export interface LandmarkRules {
  /** Open deals are followed up until here; what happened later has not happened. */
  readonly asOf: number;
  /** Deals with a 1 are looked at; absent means all. */
  readonly inScope?: Uint8Array;
  /** The sensitivity check of K25: unanswered deals count as deals without a partner. */
  readonly unansweredAsNone?: boolean;
}

/** Deals in scope that no arm holds, by reason. With the deals of both arms they make up the scope. */
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

/**
 * Sorts deals into arms at a landmark, the moment a deal reaches a stage, and follows them from there. A deal belongs to
 * the partner arm where a confirmed tag was made at or before the landmark, without grace: any grace lets the outcome
 * leak in. A deal tagged later stays in the other arm, which pulls the difference towards none. Deals that closed before
 * are out. Anderson, Cain & Gelber, J Clin Oncol 1983;1:710.
 * Example: of deals that reach the stage on day 30, one tagged on day 30 has a partner, one tagged on day 31 has none.
 */
export function landmark(columns: LandmarkColumns, rules: LandmarkRules): Landmark {
  const sorting = newSorting(columns.stratum);
  for (let i = 0; i < columns.reachedAt.length; i++) {
    if (rules.inScope === undefined || rules.inScope[i] === 1) sortDeal(sorting, columns, i, rules);
  }
  return {
    ...sorting.counts,
    strata: strataOf(sorting.byStratum),
    followUps: { partner: toRiskTable(sorting.partner), none: toRiskTable(sorting.none) },
    excluded: sorting.excluded,
  };
}

function newSorting(stratum: Int32Array) {
  const strata = stratum.reduce((most, code) => Math.max(most, code + 1), 0);
  return {
    byStratum: new Int32Array(4 * strata),
    partner: newTally(),
    none: newTally(),
    counts: { reached: 0, answered: 0, tagged: 0, taggedLate: 0 },
    excluded: { notReached: 0, closedBefore: 0, unanswered: 0, unconfirmed: 0 },
  };
}

function sortDeal(
  { byStratum, partner, none, counts, excluded }: ReturnType<typeof newSorting>,
  columns: LandmarkColumns,
  i: number,
  { asOf, unansweredAsNone = false }: LandmarkRules,
): void {
  const reachedAt = columns.reachedAt[i]!;
  const closedAt = columns.closedAt[i]!;
  const outcome = closedAt > asOf ? followUp.open : columns.outcome[i]!;
  const isClosed = outcome !== followUp.open;
  if (!(reachedAt <= asOf)) return void excluded.notReached++;
  if (isClosed && closedAt <= reachedAt) return void excluded.closedBefore++;

  const taggedAt = columns.firstTaggedAt[i]!;
  const isTagged = !Number.isNaN(taggedAt);
  const answer = columns.answer[i]!;
  counts.reached++;
  if (isTagged || answer !== unanswered) counts.answered++;
  if (isTagged) counts.tagged++;
  else if (answer === unanswered && !unansweredAsNone) return void excluded.unanswered++;
  else if (answer > answeredNone) return void excluded.unconfirmed++;

  const isPartner = taggedAt <= reachedAt;
  if (isTagged && !isPartner) counts.taggedLate++;
  countFollowUp(isPartner ? partner : none, ((isClosed ? closedAt : asOf) - reachedAt) / msPerDay, outcome);
  if (!isClosed) return;
  const cell = 4 * columns.stratum[i]! + (isPartner ? 0 : 2);
  if (outcome === followUp.won) byStratum[cell]!++;
  byStratum[cell + 1]!++;
}

function strataOf(byStratum: Int32Array): readonly StratumCounts[] {
  const strata: StratumCounts[] = [];
  for (let cell = 0; cell < byStratum.length; cell += 4) {
    const [partnerWon, partnerClosed, noneWon, noneClosed] = byStratum.subarray(
      cell,
      cell + 4,
    ) as unknown as [number, number, number, number];
    if (partnerClosed + noneClosed === 0) continue;
    strata.push({ stratum: cell / 4, partnerWon, partnerClosed, noneWon, noneClosed });
  }
  return strata;
}
