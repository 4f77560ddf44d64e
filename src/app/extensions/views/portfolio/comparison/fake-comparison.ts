import type { ComparisonReply } from '#contract/read-portfolio';

const times = {
  median: { days: 46, interval: [42, 54] },
  wonBy: [{ day: 30, share: 0.02, standardError: 0.01, interval: null }, null, null],
} as const;

const adjusted: ComparisonReply['adjusted'] = {
  standardised: {
    partnerRate: 0.549,
    noneRate: 0.51,
    difference: { value: 0.039, interval: [-0.057, 0.132] },
    ratio: { value: 1.076, interval: [0.89, 1.27] },
    variance: 0.002,
    overlap: 0.97,
  },
  mantelHaenszel: null,
};

const side = (won: number, closed: number) => ({ won, closed, rate: won / closed, interval: null });

const byStratum: ComparisonReply['byStratum'] = [
  {
    stratum: 0,
    partner: { won: 3, closed: 4, rate: null, interval: null },
    none: side(10, 20),
    difference: null,
  },
  {
    stratum: 1,
    partner: side(30, 50),
    none: side(65, 100),
    difference: { value: -0.05, interval: [-0.26, 0.17] },
  },
];

/** 79 of 144 with a partner against 250 of 486 without: no clear difference. */
export const comparison = (overrides: Partial<ComparisonReply> = {}): ComparisonReply => ({
  verdict: 'no_clear_difference',
  sentence: 'No clear difference (between −6 and +13 points), after adjusting for region.',
  notes: ['229 of 385 partner tags were made after the deal had reached Evaluation.'],
  headline: {
    difference: { value: 0.039, interval: [-0.057, 0.132] },
    ratio: { value: 1.076, interval: [0.89, 1.27] },
  },
  partner: { won: 79, closed: 144, rate: 79 / 144, interval: [0.467, 0.628] },
  none: { won: 250, closed: 486, rate: 250 / 486, interval: [0.47, 0.559] },
  crude: {
    difference: { value: 0.034, interval: [-0.058, 0.125] },
    ratio: { value: 1.067, interval: [0.89, 1.25] },
  },
  adjusted,
  heterogeneity: null,
  byStratum,
  atLandmark: { reached: 700, answered: 657, tagged: 385, taggedLate: 229 },
  eValue: null,
  partnerTimes: times,
  noneTimes: { ...times, median: null },
  daysSaved: { horizon: 161, days: -2.2, interval: [-8.6, 4.3] },
  excluded: { notReached: 1232, closedBefore: 0, unanswered: 43, unconfirmed: 1 },
  stratumNames: ['Austria', 'Germany'],
  sizeRatio: null,
  landmark: { kind: 'stage', stageId: '901' },
  landmarkName: 'Evaluation',
  factors: ['region'],
  ...overrides,
});
