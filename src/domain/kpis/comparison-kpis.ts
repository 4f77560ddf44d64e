import { isSilent, type Verdict } from '../comparison/verdict.ts';
import type { FairComparison } from './comparison-of.ts';
import type { Kpi, KpiReason } from './kpi.ts';
import { unvalued, valued } from './kpi-of.ts';
import type { KpiId } from './catalogue.ts';

const ids = ['K22', 'K25', 'K25.ratio', 'K25.crude', 'K25.e_value', 'K26.ratio'] as const;

/** Why a verdict allows no adjusted number; null where it does. */
const reasonOf: Readonly<Record<Verdict, KpiReason | null>> = {
  no_closed_deals: 'no_denominator',
  too_few: 'too_few',
  not_answered: 'not_answered',
  no_overlap: 'too_few',
  strata_disagree: 'too_few',
  no_clear_difference: null,
  higher: null,
  lower: null,
};

interface Figure {
  readonly value: number;
  readonly interval?: Kpi['interval'];
}

/** An interval that holds 1 leaves nothing to explain away: its E-value is 1. */
function eValueOf({ headline, eValue }: FairComparison): Figure | null {
  if (eValue !== null) return { value: eValue.ofRatio };
  return headline?.ratio && headline.ratio.value > 0 ? { value: 1 } : null;
}

/** Partner deals against deals without at the landmark (K22, K25, K26.ratio), or why they are not compared. */
export function comparisonKpis(comparison: FairComparison | null): Kpi[] {
  if (comparison === null) return ids.map((id) => unvalued(id, 'partner', 'no_landmark'));
  const { verdict, headline, crude, daysSaved, sizeRatio } = comparison;
  const n = comparison.partner.closed + comparison.none.closed;
  const reason = reasonOf[verdict];
  const figure = (id: KpiId, estimate: Figure | null, because: KpiReason | null): Kpi =>
    because !== null || estimate === null
      ? unvalued(id, 'partner', because ?? 'too_few', n)
      : valued(id, 'partner', estimate.value, n, estimate.interval ?? null);
  const unadjusted = isSilent(verdict) ? reason : null;
  return [
    figure('K22', daysSaved && { value: daysSaved.days, interval: daysSaved.interval }, unadjusted),
    figure('K25', headline?.difference ?? null, reason),
    figure('K25.ratio', headline?.ratio ?? null, reason),
    figure('K25.crude', crude.difference, unadjusted),
    figure('K25.e_value', eValueOf(comparison), reason),
    figure('K26.ratio', sizeRatio, unadjusted),
  ];
}
