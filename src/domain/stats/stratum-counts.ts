/** Closed deals of one stratum: those with a partner, and those without. */
export interface StratumCounts {
  readonly stratum: number;
  readonly partnerWon: number;
  readonly partnerClosed: number;
  readonly noneWon: number;
  readonly noneClosed: number;
}

/** Strata in which both arms have closed deals. The others hold nothing to compare. */
export const comparable = (strata: readonly StratumCounts[]): readonly StratumCounts[] =>
  strata.filter((stratum) => stratum.partnerClosed > 0 && stratum.noneClosed > 0);

/** All strata as one. */
export function pooled(strata: readonly StratumCounts[]): StratumCounts {
  const total = { stratum: 0, partnerWon: 0, partnerClosed: 0, noneWon: 0, noneClosed: 0 };
  for (const stratum of strata) {
    total.partnerWon += stratum.partnerWon;
    total.partnerClosed += stratum.partnerClosed;
    total.noneWon += stratum.noneWon;
    total.noneClosed += stratum.noneClosed;
  }
  return total;
}
