import type { CatalogueRow } from './row.ts';

export const stageRows = {
  'K10.identify': {
    name: 'Conversion out of Identify',
    unit: 'share',
    cohort: 'created',
    formula:
      'deals that went past identify / deals that reached it and have gone past or closed; skipped stages count as passed',
    fields: 'hs_v2_date_entered_*, lifeCycleOf',
    reasons: ['no_denominator', 'too_few', 'not_recorded'],
    source: 'common practice; interval: Wilson 1927',
  },
  'K10.engage': {
    name: 'Conversion out of Engage',
    unit: 'share',
    cohort: 'created',
    formula:
      'deals that went past engage / deals that reached it and have gone past or closed; skipped stages count as passed',
    fields: 'hs_v2_date_entered_*, lifeCycleOf',
    reasons: ['no_denominator', 'too_few', 'not_recorded'],
    source: 'common practice; interval: Wilson 1927',
  },
  'K10.evaluate': {
    name: 'Conversion out of Evaluate',
    unit: 'share',
    cohort: 'created',
    formula:
      'deals that went past evaluate / deals that reached it and have gone past or closed; skipped stages count as passed',
    fields: 'hs_v2_date_entered_*, lifeCycleOf',
    reasons: ['no_denominator', 'too_few', 'not_recorded'],
    source: 'common practice; interval: Wilson 1927',
  },
  'K10.decide': {
    name: 'Conversion out of Decide',
    unit: 'share',
    cohort: 'created',
    formula:
      'deals that went past decide / deals that reached it and have gone past or closed; skipped stages count as passed',
    fields: 'hs_v2_date_entered_*, lifeCycleOf',
    reasons: ['no_denominator', 'too_few', 'not_recorded'],
    source: 'common practice; interval: Wilson 1927',
  },
  'K11.identify': {
    name: 'Days in Identify',
    unit: 'days',
    cohort: 'created',
    formula:
      'Kaplan-Meier median of the days in identify; deals still in it are followed up to the as-of day',
    fields: 'hs_v2_cumulative_time_in_*, hs_v2_date_entered_*, lifeCycleOf',
    reasons: ['no_denominator', 'not_reached', 'not_recorded'],
    source: 'Kaplan & Meier 1958',
  },
  'K11.engage': {
    name: 'Days in Engage',
    unit: 'days',
    cohort: 'created',
    formula: 'Kaplan-Meier median of the days in engage; deals still in it are followed up to the as-of day',
    fields: 'hs_v2_cumulative_time_in_*, hs_v2_date_entered_*, lifeCycleOf',
    reasons: ['no_denominator', 'not_reached', 'not_recorded'],
    source: 'Kaplan & Meier 1958',
  },
  'K11.evaluate': {
    name: 'Days in Evaluate',
    unit: 'days',
    cohort: 'created',
    formula:
      'Kaplan-Meier median of the days in evaluate; deals still in it are followed up to the as-of day',
    fields: 'hs_v2_cumulative_time_in_*, hs_v2_date_entered_*, lifeCycleOf',
    reasons: ['no_denominator', 'not_reached', 'not_recorded'],
    source: 'Kaplan & Meier 1958',
  },
  'K11.decide': {
    name: 'Days in Decide',
    unit: 'days',
    cohort: 'created',
    formula: 'Kaplan-Meier median of the days in decide; deals still in it are followed up to the as-of day',
    fields: 'hs_v2_cumulative_time_in_*, hs_v2_date_entered_*, lifeCycleOf',
    reasons: ['no_denominator', 'not_reached', 'not_recorded'],
    source: 'Kaplan & Meier 1958',
  },
} as const satisfies Record<string, CatalogueRow>;
