import type { DayTally } from '../stats/risk-table.ts';
import type { StratumCounts } from '../stats/stratum-counts.ts';

/** What the comparison of deals with a partner and deals without rests on. */
export interface ComparedArms {
  /** Closed deals by stratum. */
  readonly strata: readonly StratumCounts[];
  readonly followUps: readonly StratumFollowUps[];
  /** Deals that reached the landmark, open ones too. */
  readonly reached: number;
  /** Those of them that say whether a partner is involved. */
  readonly answered: number;
  /** Those of them with a confirmed tag, and how many of these tags came after the landmark. */
  readonly tagged: number;
  readonly taggedLate: number;
}

/** Days from the landmark to the close, or to the as-of day of deals still open, of one stratum. */
export interface StratumFollowUps {
  readonly partner: DayTally;
  readonly none: DayTally;
}
