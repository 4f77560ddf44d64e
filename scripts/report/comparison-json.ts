import type { ComparisonReply, LandmarkChoice } from '#contract/read-portfolio';
import { isSilent } from '#domain/comparison/verdict';
import { landmarkName } from '#usecases/portfolio-comparison';
import type { Report } from './report-of.ts';

const noArm = { won: null, closed: null, rate: null, interval: null };

/** The comparison as JSON: always there; where none can be made, its sentence says why and its numbers are null. */
export function comparisonJson({ reply, landmark, pipelines, question }: Report): object {
  const named = { ...landmark, name: landmarkName(landmark, pipelines) };
  const { comparison, comparisonMissing } = reply;
  if (comparison !== null) return { landmark: named, strata: comparison.factors, ...numbersOf(comparison) };
  return {
    landmark: named,
    strata: question.settings.strata,
    partner: noArm,
    none: noArm,
    crude: { difference: null, ratio: null, interval: null, ratioInterval: null },
    adjusted: { ...noHeadline, standardised: null, mantelHaenszel: null },
    overlap: null,
    excluded: {},
    verdict: missingVerdict(landmark),
    sentence: comparisonMissing,
    notes: [],
    byStratum: [],
    eValue: null,
    heterogeneity: null,
    times: null,
    sizeRatio: null,
  };
}

const missingVerdict = ({ kind }: LandmarkChoice): string =>
  kind === 'none' ? 'no_landmark' : 'not_recorded';

const noHeadline = { difference: null, ratio: null, interval: null, ratioInterval: null };

function numbersOf(comparison: ComparisonReply): object {
  const { verdict, adjusted, crude, headline, excluded, atLandmark } = comparison;
  const silent = isSilent(verdict);
  return {
    partner: comparison.partner,
    none: comparison.none,
    crude: silent ? noHeadline : flat(crude),
    adjusted: {
      ...(headline === null ? noHeadline : flat(headline)),
      standardised: silent ? null : adjusted.standardised,
      mantelHaenszel: silent ? null : adjusted.mantelHaenszel,
    },
    overlap: adjusted.standardised?.overlap ?? null,
    excluded: {
      'did not reach the landmark': excluded.notReached,
      'closed at or before the landmark': excluded.closedBefore,
      'does not say whether a partner is involved': excluded.unanswered,
      'no tag is confirmed': excluded.unconfirmed,
      'tag made after the landmark: the deal counts as one without a partner': atLandmark.taggedLate,
    },
    atLandmark,
    verdict,
    sentence: comparison.sentence,
    notes: comparison.notes,
    byStratum: comparison.byStratum.map(({ stratum, difference, ...arms }) => ({
      name: comparison.stratumNames[stratum] ?? String(stratum),
      ...arms,
      difference: difference?.value ?? null,
      interval: difference?.interval ?? null,
    })),
    eValue: comparison.eValue,
    heterogeneity: comparison.heterogeneity,
    times: { partner: comparison.partnerTimes, none: comparison.noneTimes, daysSaved: comparison.daysSaved },
    sizeRatio: comparison.sizeRatio,
  };
}

/** `interval` is that of the difference. */
const flat = ({ difference, ratio }: ComparisonReply['crude']) => ({
  difference: difference?.value ?? null,
  ratio: ratio?.value ?? null,
  interval: difference?.interval ?? null,
  ratioInterval: ratio?.interval ?? null,
});
