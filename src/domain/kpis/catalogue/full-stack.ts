import type { CatalogueRow } from './row.ts';

export const fullStackRows = {
  K29: {
    name: 'Multi-partner rate',
    unit: 'share',
    cohort: 'created',
    formula: 'deals with two or more confirmed partners / deals with partners',
    fields: 'status',
    reasons: ['no_denominator', 'too_few'],
    source: 'common practice; interval: Wilson 1927',
  },
  'K29.mean': {
    name: 'Partners per attached deal',
    unit: 'ratio',
    cohort: 'created',
    formula: 'confirmed partners / deals with a confirmed partner',
    fields: 'status',
    reasons: ['no_denominator'],
    source: 'common practice',
  },
  K30: {
    name: 'Full-stack deals',
    unit: 'count',
    cohort: 'closed',
    formula:
      'deals won with a joint solution, or whose confirmed roles cover the number of functions set (sell, technology, implementation, run)',
    fields: 'roles, tier, fullStackFunctions',
    reasons: [],
    source: 'own definition',
  },
  'K30.share': {
    name: 'Full-stack share of partner wins',
    unit: 'share',
    cohort: 'closed',
    formula: 'full-stack deals / deals won with a confirmed partner',
    fields: 'roles, tier, fullStackFunctions',
    reasons: ['no_denominator', 'too_few'],
    source: 'own definition; interval: Wilson 1927',
  },
  K31: {
    name: 'Joint-solution revenue',
    unit: 'money',
    cohort: 'closed',
    formula: 'sum of the amounts of deals won with a confirmed joint solution',
    fields: 'tier, amount_in_home_currency',
    reasons: [],
    source: 'common practice',
  },
  'K31.share': {
    name: 'Joint-solution share of won revenue',
    unit: 'share',
    cohort: 'closed',
    formula: 'joint-solution revenue / won revenue',
    fields: 'tier, amount_in_home_currency',
    reasons: ['no_denominator', 'no_amounts', 'too_few'],
    source: 'common practice',
  },
} as const satisfies Record<string, CatalogueRow>;
