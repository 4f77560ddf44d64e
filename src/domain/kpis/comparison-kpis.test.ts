import type { Verdict } from '../comparison/verdict.ts';
import { comparisonKpis } from './comparison-kpis.ts';
import type { FairComparison } from './comparison-of.ts';

const rated = (won: number, closed: number) => ({ won, closed, rate: won / closed, interval: null });
const noTimes = { median: null, wonBy: [] };

/** 30 of 40 won with a partner, 20 of 60 without; every estimate is there. */
const found: FairComparison = {
  verdict: 'higher',
  sentence: '',
  notes: [],
  headline: {
    difference: { value: 0.4, interval: [0.2, 0.6] },
    ratio: { value: 2.2, interval: [1.4, null] },
  },
  partner: rated(30, 40),
  none: rated(20, 60),
  crude: { difference: { value: 0.5, interval: [0.3, 0.7] }, ratio: null },
  adjusted: { standardised: null, mantelHaenszel: null },
  heterogeneity: null,
  byStratum: [],
  atLandmark: { reached: 110, answered: 100, tagged: 40, taggedLate: 0 },
  eValue: { ofRatio: 3.8, ofInterval: 2.1 },
  partnerTimes: noTimes,
  noneTimes: noTimes,
  daysSaved: { days: 12, interval: [3, 21], horizon: 365 },
  excluded: { notReached: 0, closedBefore: 0, unanswered: 10, unconfirmed: 0 },
  stratumNames: [],
  sizeRatio: { value: 1.5, interval: [1.1, 2] },
};
const adjusted = ['K25', 'K25.ratio', 'K25.e_value'];
const unadjusted = ['K22', 'K25.crude', 'K26.ratio'];

it('gives each estimate with its interval, over the closed deals of both arms', () => {
  const kpis = comparisonKpis(found);
  expect(kpis.map(({ id, value, interval }) => [id, value, interval])).toEqual([
    ['K22', 12, [3, 21]],
    ['K25', 0.4, [0.2, 0.6]],
    ['K25.ratio', 2.2, [1.4, null]],
    ['K25.crude', 0.5, [0.3, 0.7]],
    ['K25.e_value', 3.8, null],
    ['K26.ratio', 1.5, [1.1, 2]],
  ]);
  expect(kpis.every(({ arm, n, reason }) => arm === 'partner' && n === 100 && reason === null)).toBe(true);
});

it('has no landmark for all of them, or none', () => {
  const kpis = comparisonKpis(null);
  expect(kpis.map(({ id }) => id).sort()).toEqual([...adjusted, ...unadjusted].sort());
  for (const kpi of kpis) {
    expect(kpi).toMatchObject({ arm: 'partner', value: null, n: 0, reason: 'no_landmark' });
  }
});

it.each<[Verdict, string | null, string | null]>([
  ['no_closed_deals', 'no_denominator', 'no_denominator'],
  ['too_few', 'too_few', 'too_few'],
  ['not_answered', 'not_answered', 'not_answered'],
  ['no_overlap', 'too_few', null],
  ['strata_disagree', 'too_few', null],
  ['no_clear_difference', null, null],
  ['higher', null, null],
  ['lower', null, null],
])('by the verdict %s adjusted numbers lack for %s, plain ones for %s', (verdict, ofAdjusted, ofPlain) => {
  const kpis = comparisonKpis({ ...found, verdict });
  const reasonsOf = (ids: readonly string[]) =>
    new Set(kpis.filter(({ id }) => ids.includes(id)).map(({ reason }) => reason));
  expect(reasonsOf(adjusted)).toEqual(new Set([ofAdjusted]));
  expect(reasonsOf(unadjusted)).toEqual(new Set([ofPlain]));
  for (const { value, n, reason } of kpis) {
    expect(value === null).toBe(reason !== null);
    expect(n).toBe(100);
  }
});

it('has too few deals for an estimate that could not be made', () => {
  const crude = { difference: null, ratio: null };
  const bare = comparisonKpis({
    ...found,
    headline: null,
    crude,
    eValue: null,
    daysSaved: null,
    sizeRatio: null,
  });
  for (const kpi of bare) expect(kpi).toMatchObject({ value: null, n: 100, reason: 'too_few' });
});

describe('the E-value', () => {
  const ofRatio = (ratio: NonNullable<FairComparison['headline']>['ratio']) =>
    comparisonKpis({ ...found, eValue: null, headline: { ...found.headline!, ratio } }).find(
      ({ id }) => id === 'K25.e_value',
    );
  it('is 1 where the interval of the ratio holds 1: nothing is left to explain away', () => {
    expect(ofRatio({ value: 1.2, interval: [0.9, 1.6] })).toMatchObject({ value: 1, reason: null });
  });
  it('is none for a ratio of nothing, and none without a ratio', () => {
    expect(ofRatio({ value: 0, interval: [0, 0.8] })).toMatchObject({ value: null, reason: 'too_few' });
    expect(ofRatio(null)).toMatchObject({ value: null, reason: 'too_few' });
  });
});
