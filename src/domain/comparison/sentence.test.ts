import { standardise } from '../stats/standardise.ts';
import { pooled, type StratumCounts } from '../stats/stratum-counts.ts';
import type { ComparedArms } from './arms.ts';
import { notesOn, sentenceOf, type Wording } from './sentence.ts';
import type { Verdict } from './verdict.ts';

const wording: Wording = { landmark: 'Evaluate', adjustedFor: ['region', 'company size'] };
const unadjusted: Wording = { landmark: 'Evaluate', adjustedFor: [] };
const counts = (
  partnerWon: number,
  partnerClosed: number,
  noneWon: number,
  noneClosed: number,
  stratum = 0,
): StratumCounts => ({ stratum, partnerWon, partnerClosed, noneWon, noneClosed });

function armsOf(strata: readonly StratumCounts[], known: Partial<ComparedArms> = {}): ComparedArms {
  const { partnerClosed, noneClosed } = pooled(strata);
  const reached = partnerClosed + noneClosed;
  return {
    strata,
    followUps: [],
    reached,
    answered: reached,
    tagged: partnerClosed,
    taggedLate: 0,
    ...known,
  };
}
const say = (verdict: Verdict, strata: readonly StratumCounts[], words = wording, known = {}) =>
  sentenceOf(verdict, armsOf(strata, known), standardise(strata), words);
const notes = (verdict: Verdict, strata: readonly StratumCounts[], known = {}) =>
  notesOn(verdict, armsOf(strata, known), standardise(strata), wording);

it.each<[Verdict, readonly StratumCounts[], string]>([
  [
    'no_closed_deals',
    [counts(0, 0, 5, 20)],
    'Not enough data: no closed deals with a partner that reached Evaluate.',
  ],
  [
    'no_closed_deals',
    [counts(5, 20, 0, 0)],
    'Not enough data: no closed deals without a partner that reached Evaluate.',
  ],
  [
    'too_few',
    [counts(9, 9, 5, 2000)],
    'Not enough data: it takes 10 comparable closed deals a side that reached Evaluate. There are 9 with a confirmed partner and 2,000 without.',
  ],
  [
    'too_few',
    [counts(5, 9, 5, 20, 1), counts(5, 8, 0, 0, 2)],
    'Not enough data: it takes 10 comparable closed deals a side that reached Evaluate. There are 9 with a confirmed partner and 20 without.',
  ],
  [
    'no_overlap',
    [counts(5, 49, 5, 20, 1), counts(5, 51, 0, 0, 2)],
    'No fair comparison: only 49 % of the partner deals have a counterpart without a partner in the same region, company size; it takes 50 %.',
  ],
  [
    'strata_disagree',
    [counts(5, 20, 5, 20)],
    'No single number: the difference points one way in some groups and the other way in others. See it by region, company size.',
  ],
])('%s is said in words: %#', (verdict, strata, sentence) => {
  expect(say(verdict, strata)).toBe(sentence);
});

it('how many deals are answered is rounded down, so that a share under the limit never reads as the limit', () => {
  expect(say('not_answered', [counts(5, 20, 5, 20)], wording, { reached: 1000, answered: 699 })).toBe(
    'Not enough data: only 69 % of the deals that reached Evaluate say whether a partner is involved; it takes 70 %.',
  );
  expect(say('not_answered', [], wording, { reached: 100, answered: 29 })).toContain('only 29 %');
});

it('where nothing is adjusted for, groups are called groups', () => {
  expect(say('strata_disagree', [], unadjusted)).toMatch(/See it by group\.$/);
  expect(say('no_overlap', [], unadjusted)).toContain(
    'only 0 % of the partner deals have a counterpart without a partner in the same group;',
  );
});

it('no clear difference is said with both ends of the interval', () => {
  expect(say('no_clear_difference', [counts(50, 100, 50, 100)], unadjusted)).toBe(
    'No clear difference (between −14 and +14 points). Compared: win rates of closed deals that reached Evaluate, 100 with a confirmed partner and 100 without.',
  );
});

it('what is compared are the deals in strata that hold both arms', () => {
  expect(say('lower', [counts(48, 80, 56, 70, 1), counts(9, 9, 0, 0, 2)])).toBe(
    'Lower with partners: −20 points (−33 to −5), after adjusting for region, company size. Association, not proof. Compared: win rates of closed deals that reached Evaluate, 80 with a confirmed partner and 70 without.',
  );
});

it('an end of the interval that is not zero gets the decimals that it takes, two at most', () => {
  const said = (lower: number, value: number, upper: number, verdict: Verdict = 'higher') => {
    const standardised = standardise([counts(5, 20, 5, 20)])!;
    const difference = { value, interval: [lower, upper] as const };
    return sentenceOf(verdict, armsOf([]), { ...standardised, difference }, unadjusted).split(' Assoc')[0];
  };
  expect(said(0.004, 0.05, 0.1)).toBe('Higher with partners: +5.0 points (0.4 to 10.0).');
  expect(said(0.0004, 0.05, 0.1)).toBe('Higher with partners: +5.00 points (0.04 to 10.00).');
  expect(said(0.00004, 0.05, 0.1)).toBe('Higher with partners: +5.00 points (0.00 to 10.00).');
  expect(said(-0.1, -0.05, -0.00004, 'lower')).toBe('Lower with partners: −5.00 points (−10.00 to 0.00).');
  expect(said(-0.05, 0, 0, 'no_clear_difference')).toContain('(between −5 and 0 points)');
  expect(said(0, 0, 0.05, 'no_clear_difference')).toContain('(between 0 and +5 points)');
  expect(said(0.00004, 0.05, 0.1, 'no_clear_difference')).toContain('(between 0.00 and +10.00 points)');
});

it('a finding without a number is a broken promise', () => {
  expect(() => sentenceOf('higher', armsOf([]), null, wording)).toThrow('A finding needs a number.');
});

it('a number that covers less than 80 % of the partner deals says so; without a number there is nothing to note', () => {
  const partly = (alone: number) => [counts(30, 80, 30, 80, 1), counts(1, alone, 0, 0, 2)];
  const note = 'This compares only 79 % of partner deals: the others have no counterpart.';
  expect(notes('no_clear_difference', partly(20))).toEqual([]);
  expect(notes('higher', partly(21))).toEqual([note]);
  expect(notes('strata_disagree', partly(21))).toEqual([]);
  expect(notesOn('higher', armsOf([]), null, wording)).toEqual([]);
});

it('late tags are noted in full', () => {
  expect(notes('too_few', [], { tagged: 7600, taggedLate: 1600 })).toEqual([
    '1,600 of 7,600 partner tags were made after the deal had reached Evaluate. They do not count: these deals stand among those without a partner, which makes the difference look smaller.',
  ]);
});
