import type { Heterogeneity } from '../stats/heterogeneity.ts';
import { standardise } from '../stats/standardise.ts';
import { pooled, type StratumCounts } from '../stats/stratum-counts.ts';
import type { ComparedArms } from './arms.ts';
import {
  allowsTimes,
  answeredShare,
  isFinding,
  isSilent,
  tooFew,
  verdictOn,
  type Verdict,
} from './verdict.ts';

const verdicts: Verdict[] = [
  'no_closed_deals',
  'too_few',
  'not_answered',
  'no_overlap',
  'strata_disagree',
  'no_clear_difference',
  'higher',
  'lower',
];
const counts = (
  partnerWon: number,
  partnerClosed: number,
  noneWon: number,
  noneClosed: number,
  stratum = 0,
) => ({
  stratum,
  partnerWon,
  partnerClosed,
  noneWon,
  noneClosed,
});
const disagreement: Heterogeneity = { statistic: 9, degrees: 1, pValue: 0.0499, signsDiffer: true };

function verdictOf(
  strata: readonly StratumCounts[],
  known: Partial<ComparedArms> = {},
  found: Heterogeneity | null = null,
): Verdict {
  const { partnerClosed, noneClosed } = pooled(strata);
  const reached = partnerClosed + noneClosed;
  const arms = { strata, followUps: [], reached, answered: reached, tagged: 0, taggedLate: 0, ...known };
  return verdictOn(arms, standardise(strata), found);
}

it('ten closed deals a side are enough, nine are not, and none have a word of their own', () => {
  expect(verdictOf([counts(5, 10, 5, 10)])).toBe('no_clear_difference');
  expect(verdictOf([counts(5, 9, 5, 10)])).toBe('too_few');
  expect(verdictOf([counts(5, 10, 5, 9)])).toBe('too_few');
  expect(verdictOf([counts(0, 0, 5, 10)])).toBe('no_closed_deals');
  expect(verdictOf([counts(5, 10, 0, 0)])).toBe('no_closed_deals');
});

it('seven of ten answered and half of the partner deals compared are just enough', () => {
  const even = [counts(5, 10, 5, 10)];
  expect(verdictOf(even, { reached: 10, answered: 7 })).toBe('no_clear_difference');
  expect(verdictOf(even, { reached: 1000, answered: 699 })).toBe('not_answered');
  const half = (alone: number) => [counts(5, 10, 5, 10, 1), counts(5, alone, 0, 0, 2)];
  expect(verdictOf(half(10))).toBe('no_clear_difference');
  expect(verdictOf(half(11))).toBe('no_overlap');
});

it('strata that share no deal have no overlap', () => {
  expect(verdictOf([counts(5, 10, 0, 0, 1), counts(0, 0, 5, 10, 2)])).toBe('no_overlap');
});

it('strata disagree where signs differ and chance seldom makes them so, not at one in twenty', () => {
  const strata = [counts(5, 10, 5, 10)];
  expect(verdictOf(strata, {}, disagreement)).toBe('strata_disagree');
  expect(verdictOf(strata, {}, { ...disagreement, pValue: 0.05 })).toBe('no_clear_difference');
  expect(verdictOf(strata, {}, { ...disagreement, signsDiffer: false })).toBe('no_clear_difference');
});

it('a difference is one where its interval leaves zero out, not where it ends on it', () => {
  const arms = {
    ...{ strata: [counts(5, 20, 5, 20)], followUps: [], tagged: 0, taggedLate: 0 },
    reached: 1,
    answered: 1,
  };
  const standardised = standardise(arms.strata)!;
  const of = (lower: number, upper: number) =>
    verdictOn(arms, { ...standardised, difference: { value: 0, interval: [lower, upper] } }, null);
  expect([of(0.01, 0.2), of(0, 0.2), of(-0.2, 0), of(-0.2, -0.01)]).toEqual([
    'higher',
    'no_clear_difference',
    'no_clear_difference',
    'lower',
  ]);
});

it('a number comes with three verdicts, times also where strata disagree, and three say nothing at all', () => {
  expect(verdicts.filter(isFinding)).toEqual(['no_clear_difference', 'higher', 'lower']);
  expect(verdicts.filter(allowsTimes)).toEqual(['strata_disagree', 'no_clear_difference', 'higher', 'lower']);
  expect(verdicts.filter(isSilent)).toEqual(['no_closed_deals', 'too_few', 'not_answered']);
});

it('of no deals none are answered', () => {
  const nothing = { strata: [], followUps: [], tagged: 0, taggedLate: 0 };
  expect(answeredShare({ ...nothing, reached: 0, answered: 0 })).toBe(0);
  expect(answeredShare({ ...nothing, reached: 4, answered: 1 })).toBe(0.25);
  expect(tooFew({ partnerClosed: 10, noneClosed: 10 })).toBe(false);
});
