import type { CatalogueRow } from './row.ts';

export const comparisonRows = {
  K22: {
    name: 'Days saved',
    unit: 'days',
    cohort: 'created',
    formula: 'restricted mean days from the landmark to any close, no partner minus partner, not adjusted',
    fields: 'hs_v2_date_entered_*, tagged_at, closedate, landmarkStage',
    reasons: ['no_landmark', 'no_denominator', 'too_few', 'not_answered'],
    source: 'Royston & Parmar 2013',
  },
  K25: {
    name: 'Win-rate difference, adjusted',
    unit: 'difference',
    cohort: 'created',
    formula:
      'win rate with a confirmed partner at the landmark minus without, standardised to the partner deals over the strata: linked with, not caused',
    fields: 'hs_v2_date_entered_*, tagged_at, landmarkStage, strata',
    reasons: ['no_landmark', 'no_denominator', 'too_few', 'not_answered'],
    source: 'direct standardisation',
  },
  'K25.ratio': {
    name: 'Win-rate ratio, adjusted',
    unit: 'ratio',
    cohort: 'created',
    formula: 'standardised win rate with a partner / without',
    fields: 'hs_v2_date_entered_*, tagged_at, landmarkStage, strata',
    reasons: ['no_landmark', 'no_denominator', 'too_few', 'not_answered'],
    source: 'direct standardisation',
  },
  'K25.crude': {
    name: 'Win-rate difference at the landmark, not adjusted',
    unit: 'difference',
    cohort: 'created',
    formula: 'win rate with a confirmed partner at the landmark minus without',
    fields: 'hs_v2_date_entered_*, tagged_at, landmarkStage',
    reasons: ['no_landmark', 'no_denominator', 'too_few', 'not_answered'],
    source: 'Newcombe 1998',
  },
  'K25.e_value': {
    name: 'E-value of the adjusted ratio',
    unit: 'ratio',
    cohort: 'created',
    formula: 'how strong an unknown cause would have to be, on both sides, to explain the ratio away',
    fields: 'hs_v2_date_entered_*, tagged_at, landmarkStage, strata',
    reasons: ['no_landmark', 'no_denominator', 'too_few', 'not_answered'],
    source: 'VanderWeele & Ding 2017',
  },
  'K26.ratio': {
    name: 'Deal size ratio',
    unit: 'ratio',
    cohort: 'created',
    formula: 'geometric mean of won amounts with a partner at the landmark / without, not adjusted',
    fields: 'amount_in_home_currency, tagged_at, landmarkStage',
    reasons: ['no_landmark', 'no_denominator', 'too_few', 'not_answered'],
    source: 'Welch on logarithms',
  },
} as const satisfies Record<string, CatalogueRow>;
