import type { Heterogeneity } from '../stats/heterogeneity.ts';
import type { Standardised } from '../stats/standardise.ts';
import { comparable, pooled } from '../stats/stratum-counts.ts';
import type { ComparedArms } from './arms.ts';

/** What may be said, from nothing at all to a difference. The last three come with a number. */
export type Verdict =
  | 'no_closed_deals'
  | 'too_few'
  | 'not_answered'
  | 'no_overlap'
  | 'strata_disagree'
  | 'no_clear_difference'
  | 'higher'
  | 'lower';

/** Below these nothing is compared: closed deals a side, share of answered deals, share of partner deals compared. */
export const fewestClosed = 10;
export const leastAnswered = 0.7;
export const leastOverlap = 0.5;
/** Fewest closed deals behind a percentage. */
export const fewestForRate = 5;
/** Strata disagree where chance makes them differ this much in fewer than one of twenty cases, and signs differ. */
const disagreementLevel = 0.05;

/**
 * The verdict on a comparison, by the first rule that applies: at least 10 closed deals a side, 70 % answered, half of
 * the partner deals comparable, strata that do not contradict each other; then whether the interval holds zero.
 */
export function verdictOn(
  arms: ComparedArms,
  standardised: Standardised | null,
  disagreement: Heterogeneity | null,
): Verdict {
  const all = pooled(arms.strata);
  if (all.partnerClosed === 0 || all.noneClosed === 0) return 'no_closed_deals';
  if (tooFew(all)) return 'too_few';
  if (answeredShare(arms) < leastAnswered) return 'not_answered';
  if (standardised === null || standardised.overlap < leastOverlap) return 'no_overlap';
  if (tooFew(pooled(comparable(arms.strata)))) return 'too_few';
  if (disagreement?.signsDiffer && disagreement.pValue < disagreementLevel) return 'strata_disagree';
  const [lower, upper] = standardised.difference.interval;
  if (lower > 0) return 'higher';
  return upper < 0 ? 'lower' : 'no_clear_difference';
}

/** A verdict that comes with a number. */
export type Finding = Extract<Verdict, 'no_clear_difference' | 'higher' | 'lower'>;

export const isFinding = (verdict: Verdict): verdict is Finding =>
  verdict === 'no_clear_difference' || verdict === 'higher' || verdict === 'lower';

/** True where there is enough to compare times, which strata that disagree on win rates do not forbid. */
export const allowsTimes = (verdict: Verdict): boolean => isFinding(verdict) || verdict === 'strata_disagree';

/** True where nothing may be compared, not even unadjusted. */
export const isSilent = (verdict: Verdict): boolean =>
  verdict === 'no_closed_deals' || verdict === 'too_few' || verdict === 'not_answered';

/** Share of the deals at the landmark that say whether a partner is involved; 0 where there are none. */
export const answeredShare = ({ answered, reached }: ComparedArms): number =>
  reached === 0 ? 0 : answered / reached;

/** True where a side has fewer than ten closed deals. */
export const tooFew = (counts: { readonly partnerClosed: number; readonly noneClosed: number }): boolean =>
  Math.min(counts.partnerClosed, counts.noneClosed) < fewestClosed;
