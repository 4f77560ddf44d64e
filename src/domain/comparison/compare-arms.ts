import { wonBy, type CumulativeIncidence } from '../stats/aalen-johansen.ts';
import { eValue, eValueOfInterval } from '../stats/e-value.ts';
import { heterogeneity, type Heterogeneity } from '../stats/heterogeneity.ts';
import type { Interval } from '../stats/interval.ts';
import { kaplanMeier, medianTime, type MedianTime } from '../stats/kaplan-meier.ts';
import { mantelHaenszel, type MantelHaenszel } from '../stats/mantel-haenszel.ts';
import { moverRatio, type RatioEstimate } from '../stats/mover-ratio.ts';
import { newcombe, type Estimate } from '../stats/newcombe.ts';
import type { RiskTable } from '../stats/risk-table.ts';
import { restrictedMeanDifference, type RestrictedMeanDifference } from '../stats/rmst.ts';
import { standardise, type Standardised } from '../stats/standardise.ts';
import { pooled, type StratumCounts } from '../stats/stratum-counts.ts';
import { wilson } from '../stats/wilson.ts';
import type { ComparedArms } from './arms.ts';
import { inPartnerMix } from './partner-mix.ts';
import { notesOn, sentenceOf, type Wording } from './sentence.ts';
import { allowsTimes, fewestForRate, isFinding, tooFew, verdictOn, type Verdict } from './verdict.ts';

/** Under five closed deals there are counts alone. */
interface ArmRate {
  readonly won: number;
  readonly closed: number;
  readonly rate: number | null;
  readonly interval: Interval | null;
}

/** One stratum by itself; no difference where a side has fewer than ten closed deals. */
interface StratumComparison {
  readonly stratum: number;
  readonly partner: ArmRate;
  readonly none: ArmRate;
  readonly difference: Estimate | null;
}

/** Times from the landmark, in the partner mix of strata. */
interface ArmTimes {
  readonly median: MedianTime | null;
  /** Share won within 30, 90 and 180 days of the landmark; null where nobody was followed up that far. */
  readonly wonBy: readonly (CumulativeIncidence | null)[];
}

export interface Comparison {
  readonly verdict: Verdict;
  readonly sentence: string;
  /** What must stand beside the sentence. */
  readonly notes: readonly string[];
  /** The number to show; null where the verdict forbids one. */
  readonly headline: { readonly difference: Estimate; readonly ratio: RatioEstimate | null } | null;
  readonly partner: ArmRate;
  readonly none: ArmRate;
  /** Unadjusted, for the details only. */
  readonly crude: { readonly difference: Estimate | null; readonly ratio: RatioEstimate | null };
  readonly adjusted: {
    readonly standardised: Standardised | null;
    readonly mantelHaenszel: MantelHaenszel | null;
  };
  readonly heterogeneity: Heterogeneity | null;
  readonly byStratum: readonly StratumComparison[];
  /** Deals that reached the landmark, open ones too, and what is known of them. */
  readonly atLandmark: Pick<ComparedArms, 'reached' | 'answered' | 'tagged' | 'taggedLate'>;
  /** Beside a headline whose ratio differs from 1: of the ratio, and of the end of its interval nearest to 1. */
  readonly eValue: { readonly ofRatio: number; readonly ofInterval: number } | null;
  readonly partnerTimes: ArmTimes;
  readonly noneTimes: ArmTimes;
  /** How many days fewer from the landmark to any close with a partner; null where the verdict forbids a comparison. */
  readonly daysSaved: RestrictedMeanDifference | null;
}

const wonByDays = [30, 90, 180] as const;
/** Days saved are counted within a year at most. */
const horizonCap = 365;

/**
 * Compares win rates and times of deals with a partner and without: crude, standardised to the partner mix, and by
 * Mantel-Haenszel, and says in words what may be said.
 * Example: 81/87 v 234/270 and 192/263 v 55/80 differ by -4.6 points crude and by +4.8 points adjusted: no clear
 * difference.
 */
export function compareArms(arms: ComparedArms, wording: Wording): Comparison {
  const { strata } = arms;
  const times = inPartnerMix(arms.followUps);
  const all = pooled(strata);
  const counts = [all.partnerWon, all.partnerClosed, all.noneWon, all.noneClosed] as const;
  const standardised = standardise(strata);
  const disagreement = heterogeneity(strata);
  const verdict = verdictOn(arms, standardised, disagreement);
  const headline = isFinding(verdict) ? standardised : null;
  return {
    verdict,
    sentence: sentenceOf(verdict, arms, standardised, wording),
    notes: notesOn(verdict, arms, standardised, wording),
    headline: headline && { difference: headline.difference, ratio: headline.ratio },
    partner: armRate(all.partnerWon, all.partnerClosed),
    none: armRate(all.noneWon, all.noneClosed),
    crude: { difference: newcombe(...counts), ratio: moverRatio(...counts) },
    adjusted: { standardised, mantelHaenszel: mantelHaenszel(strata) },
    heterogeneity: disagreement,
    byStratum: strata.map(byItself),
    atLandmark: {
      reached: arms.reached,
      answered: arms.answered,
      tagged: arms.tagged,
      taggedLate: arms.taggedLate,
    },
    eValue: eValueOf(headline?.ratio ?? null),
    partnerTimes: timesOf(times.partner),
    noneTimes: timesOf(times.none),
    daysSaved: allowsTimes(verdict) ? restrictedMeanDifference(times.none, times.partner, horizonCap) : null,
  };
}

function armRate(won: number, closed: number): ArmRate {
  const isRated = closed >= fewestForRate;
  return { won, closed, rate: isRated ? won / closed : null, interval: isRated ? wilson(won, closed) : null };
}

const byItself = (counts: StratumCounts): StratumComparison => ({
  stratum: counts.stratum,
  partner: armRate(counts.partnerWon, counts.partnerClosed),
  none: armRate(counts.noneWon, counts.noneClosed),
  difference: tooFew(counts)
    ? null
    : newcombe(counts.partnerWon, counts.partnerClosed, counts.noneWon, counts.noneClosed),
});

const timesOf = (followUps: RiskTable): ArmTimes => ({
  median: medianTime(kaplanMeier(followUps)),
  wonBy: wonByDays.map((day) => wonBy(followUps, day)),
});

function eValueOf(ratio: RatioEstimate | null): Comparison['eValue'] {
  if (ratio === null) return null;
  const ofInterval = eValueOfInterval(ratio.interval);
  return ofInterval === 1 || ratio.value === 0 ? null : { ofRatio: eValue(ratio.value), ofInterval };
}
