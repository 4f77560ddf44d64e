import { newSorting, sortDeal, sorted, type Landmark, type LandmarkRules } from './landmark-sorting.ts';

/** One entry per deal; the meanings are those of `DealAtLandmark`. */
export interface LandmarkColumns {
  readonly reachedAt: Float64Array;
  readonly firstTaggedAt: Float64Array;
  readonly outcome: Uint8Array;
  readonly closedAt: Float64Array;
  readonly answer: Uint8Array;
  readonly stratum: Int32Array;
}

/**
 * Sorts the deals of columns into arms at a landmark.
 * Example: of two deals that reach the stage on day 30, one tagged on day 30 has a partner, one tagged on day 31 has none.
 */
export function landmark(columns: LandmarkColumns, rules: LandmarkRules): Landmark {
  const sorting = newSorting(rules);
  const deal = { reachedAt: 0, firstTaggedAt: 0, outcome: 0, closedAt: 0, answer: 0, stratum: 0 };
  for (let i = 0; i < columns.reachedAt.length; i++) {
    deal.reachedAt = columns.reachedAt[i]!;
    deal.firstTaggedAt = columns.firstTaggedAt[i]!;
    deal.outcome = columns.outcome[i]!;
    deal.closedAt = columns.closedAt[i]!;
    deal.answer = columns.answer[i]!;
    deal.stratum = columns.stratum[i]!;
    sortDeal(sorting, deal);
  }
  return sorted(sorting);
}
