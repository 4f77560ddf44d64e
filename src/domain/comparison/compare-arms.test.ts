import { berkeley, kidneyStones } from '../stats/fixtures/strata.ts';
import { countFollowUp, newTally, type DayTally } from '../stats/risk-table.ts';
import { pooled, type StratumCounts } from '../stats/stratum-counts.ts';
import type { ComparedArms } from './arms.ts';
import { compareArms } from './compare-arms.ts';

const wording = { landmark: 'Evaluate', adjustedFor: ['region', 'company size'] };

function armsOf(strata: readonly StratumCounts[], said: Partial<ComparedArms> = {}): ComparedArms {
  const { partnerClosed, noneClosed } = pooled(strata);
  const reached = partnerClosed + noneClosed;
  return { strata, followUps: [], reached, answered: reached, tagged: partnerClosed, taggedLate: 0, ...said };
}
const counts = (
  partnerWon: number,
  partnerClosed: number,
  noneWon: number,
  noneClosed: number,
  stratum = 0,
): StratumCounts => ({ stratum, partnerWon, partnerClosed, noneWon, noneClosed });
function tallyOf(...rows: readonly (readonly [days: number, outcome: number])[]): DayTally {
  const tally = newTally();
  for (const [days, outcome] of rows) countFollowUp(tally, days, outcome);
  return tally;
}
const compare = (strata: readonly StratumCounts[], said: Partial<ComparedArms> = {}) =>
  compareArms(armsOf(strata, said), wording);

it('a difference that the strata explain away is no clear difference, with the sign turned', () => {
  const { crude, headline, verdict, sentence, eValue } = compare(kidneyStones);
  expect(crude.difference!.value).toBeCloseTo(-0.0457, 4);
  expect(headline!.difference.value).toBeCloseTo(0.048, 4);
  expect(verdict).toBe('no_clear_difference');
  expect(eValue).toBeNull();
  expect(sentence).toMatch(
    /^No clear difference \(between −\d+ and \+\d+ points\), after adjusting for region, company size\./,
  );
});

it('with one stratum and nothing to adjust for, the interval in words is Newcombe’s', () => {
  const { sentence } = compareArms(armsOf([counts(56, 70, 48, 80)]), {
    landmark: 'Evaluate',
    adjustedFor: [],
  });
  expect(sentence).toBe(
    'Higher with partners: +20 points (5 to 33). Association, not proof. Compared: win rates of closed deals that reached Evaluate, 70 with a confirmed partner and 80 without.',
  );
});

it('a landmark of days is a day on which the deals were open', () => {
  const said = { landmark: 'day 30 after creation', isDay: true, adjustedFor: ['stage on that day'] };
  const late = { tagged: 100, taggedLate: 30 };
  const { sentence, notes } = compareArms(armsOf([counts(56, 70, 48, 80)], late), said);
  expect(sentence).toContain('closed deals that were open on day 30 after creation, 70 with');
  expect(notes[0]).toMatch(
    /^30 of 100 partner tags were made later than day 30 after creation\. They do not/,
  );
  const few = compareArms(armsOf([counts(1, 2, 1, 2)]), said);
  expect(few.sentence).toContain(
    '10 comparable closed deals a side that were open on day 30 after creation.',
  );
});

it('a lower win rate is said as plainly as a higher one, and comes with an E-value', () => {
  const { verdict, sentence, eValue, headline } = compare([counts(48, 80, 56, 70)]);
  expect(verdict).toBe('lower');
  expect(sentence).toContain(
    'Lower with partners: −20 points (−33 to −5), after adjusting for region, company size.',
  );
  expect(headline!.ratio!.value).toBeCloseTo(0.75, 9);
  expect(eValue!.ofRatio).toBeCloseTo(2, 9);
  expect(eValue!.ofInterval).toBeGreaterThan(1);
});

it('strata that contradict each other get no single number, but a number each', () => {
  const { verdict, headline, sentence, byStratum } = compare(berkeley);
  expect(verdict).toBe('strata_disagree');
  expect(headline).toBeNull();
  expect(sentence).toContain('No single number');
  expect(byStratum.map(({ difference }) => Math.sign(difference!.value))).toEqual([-1, -1, 1, -1, 1, -1]);
});

it.each([
  ['no_closed_deals', [counts(0, 0, 5, 20)], 'no closed deals with a partner'],
  ['no_closed_deals', [counts(5, 20, 0, 0)], 'no closed deals without a partner'],
  ['too_few', [counts(9, 9, 5, 20)], 'There are 9 with a confirmed partner and 20 without'],
  ['too_few', [counts(9, 20, 5, 9)], 'it takes 10 comparable closed deals a side'],
  [
    'too_few',
    [counts(5, 9, 5, 20, 1), counts(5, 8, 0, 0, 2)],
    'There are 9 with a confirmed partner and 20 without',
  ],
  ['no_overlap', [counts(5, 49, 5, 20, 1), counts(5, 51, 0, 0, 2)], 'only 49 % of the partner deals'],
])('%s: withheld', (verdict, strata, words) => {
  const result = compare(strata);
  expect(result).toMatchObject({ verdict, headline: null, eValue: null, notes: [] });
  expect(result.sentence).toContain(words);
});

it('a stratum has no rate under five closed deals a side, and no difference under ten', () => {
  const { byStratum, atLandmark } = compare([counts(2, 4, 5, 9, 3), counts(6, 10, 4, 10, 7)], {
    reached: 40,
  });
  expect(byStratum).toMatchObject([
    { stratum: 3, partner: { won: 2, closed: 4, rate: null, interval: null }, difference: null },
    { stratum: 7, partner: { rate: 0.6 }, none: { rate: 0.4 } },
  ]);
  expect(byStratum[0]!.none.rate).toBeCloseTo(5 / 9, 12);
  expect(byStratum[1]!.difference!.value).toBeCloseTo(0.2, 12);
  expect(atLandmark).toEqual({ reached: 40, answered: 33, tagged: 14, taggedLate: 0 });
});

it('with fewer than 70 % of the deals answered nothing is compared', () => {
  const strata = [counts(40, 70, 40, 70)];
  expect(compare(strata, { reached: 200, answered: 140 }).verdict).toBe('no_clear_difference');
  const withheld = compare(strata, { reached: 201, answered: 140 });
  expect(withheld).toMatchObject({ verdict: 'not_answered', headline: null });
  expect(withheld.sentence).toContain('only 69 % of the deals that reached Evaluate');
});

it('between half and 80 % overlap the number comes with a note', () => {
  const strata = (alone: number) => [counts(30, 60, 30, 60, 1), counts(1, alone, 0, 0, 2)];
  expect(compare(strata(15)).notes).toEqual([]);
  expect(compare(strata(40)).notes).toEqual([
    'This compares only 60 % of partner deals: the others have no counterpart.',
  ]);
});

it('more than a fifth of late tags raises a note with their number', () => {
  const strata = [counts(30, 60, 30, 60)];
  expect(compare(strata, { tagged: 75, taggedLate: 15 }).notes).toEqual([]);
  expect(compare(strata, { tagged: 76, taggedLate: 16 }).notes[0]).toMatch(
    /^16 of 76 partner tags were made after/,
  );
});

it('an end of the interval that is not zero is never shown as zero', () => {
  const { sentence } = compare([counts(500_000, 1_000_000, 497_000, 1_000_000)]);
  expect(sentence).toContain('+0.3 points (0.2 to 0.4)');
});

it('no sentence claims a cause', () => {
  const sentences = [[counts(56, 70, 48, 80)], kidneyStones, berkeley, [counts(1, 2, 1, 2)]].map((strata) => {
    const { sentence, notes } = compare(strata, { taggedLate: 1000 });
    return [sentence, ...notes].join(' ');
  });
  expect(sentences.join(' ')).not.toMatch(/caus|drove|because|due to|thanks to|impact/i);
});

it('times come from the landmark: medians, won by 30, 90 and 180 days, and days saved', () => {
  const fast = tallyOf([10, 1], [20, 1], [30, 2], [200, 0]);
  const slow = tallyOf([40, 1], [50, 2], [60, 1], [200, 1]);
  const { partnerTimes, noneTimes, daysSaved } = compare([counts(20, 40, 20, 40)], {
    followUps: [{ partner: fast, none: slow }],
  });
  expect(partnerTimes.median!.days).toBe(25);
  expect(noneTimes.median!.days).toBe(55);
  expect(partnerTimes.wonBy.map((by) => by?.share)).toEqual([0.5, 0.5, 0.5]);
  expect(noneTimes.wonBy.map((by) => by?.share)).toEqual([0, 0.5, 0.5]);
  expect(daysSaved).toMatchObject({ horizon: 30, days: 30 - (10 + 20 + 30 + 30) / 4 });
});
