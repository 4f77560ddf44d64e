import { missing } from '../columns/minute.ts';
import { countFollowUp, newTally, toRiskTable } from '../stats/risk-table.ts';
import { kidneyStones } from '../stats/fixtures/strata.ts';
import { mantelHaenszel } from '../stats/mantel-haenszel.ts';
import { standardise } from '../stats/standardise.ts';
import { pooled, type StratumCounts } from '../stats/stratum-counts.ts';
import type { ComparedArms } from './arms.ts';
import { compareArms } from './compare-arms.ts';
import { stageAt } from './day-landmark.ts';
import { newSorting, sortDeal, sorted, type DealAtLandmark } from './landmark-sorting.ts';

const wording = { landmark: 'Evaluate', adjustedFor: [] };
const counts = (partnerWon: number, partnerClosed: number, noneWon: number, noneClosed: number) => ({
  stratum: 0,
  partnerWon,
  partnerClosed,
  noneWon,
  noneClosed,
});
function compare(strata: readonly StratumCounts[], known: Partial<ComparedArms> = {}) {
  const { partnerClosed, noneClosed } = pooled(strata);
  const reached = partnerClosed + noneClosed;
  const arms = { strata, followUps: [], reached, answered: reached, tagged: 0, taggedLate: 0, ...known };
  return compareArms(arms, wording);
}

it('a comparison shows both ways of adjusting', () => {
  expect(compare(kidneyStones).adjusted).toEqual({
    standardised: standardise(kidneyStones),
    mantelHaenszel: mantelHaenszel(kidneyStones),
  });
});

it('partners who never win are lower, and no E-value explains that away', () => {
  expect(compare([counts(0, 20, 15, 20)])).toMatchObject({
    verdict: 'lower',
    headline: { ratio: { value: 0 } },
    eValue: null,
  });
});

it('five closed deals have a rate, four have counts alone', () => {
  expect(compare([counts(2, 5, 1, 4)])).toMatchObject({
    partner: { won: 2, closed: 5, rate: 0.4 },
    none: { won: 1, closed: 4, rate: null, interval: null },
  });
});

it('too few deals are called that before anything else is asked of them', () => {
  expect(compare([counts(5, 9, 5, 20)], { reached: 29, answered: 3 }).verdict).toBe('too_few');
});

it('thousands are set apart by commas, in numbers of any length', () => {
  const { sentence } = compare([counts(600_000, 1_234_567, 6_000, 12_345)]);
  expect(sentence).toContain('1,234,567 with a confirmed partner and 12,345 without.');
});

const day = 86_400_000;
const asOf = 400 * day;
const sort = (...deals: Partial<DealAtLandmark>[]) => {
  const sorting = newSorting({ asOf });
  for (const deal of deals) {
    sortDeal(sorting, {
      reachedAt: 30 * day,
      firstTaggedAt: NaN,
      outcome: 1,
      closedAt: 90 * day,
      answer: 1,
      stratum: 0,
      ...deal,
    });
  }
  return sorted(sorting);
};

it('what happens on the as-of instant has happened', () => {
  expect(sort({ closedAt: asOf }).strata).toMatchObject([{ noneWon: 1, noneClosed: 1 }]);
  expect(sort({ reachedAt: asOf, outcome: 0, closedAt: NaN })).toMatchObject({ reached: 1 });
});

it('an open deal whose expected close has passed is followed to the as-of day', () => {
  const open = sort({ outcome: 0, closedAt: 90 * day });
  expect(open.strata).toEqual([]);
  expect([...toRiskTable(open.followUps[0]!.none).day]).toEqual([370]);
});

it.each([63, 64, 65, 128])('stratum %i is counted, whichever comes first', (stratum) => {
  expect(sort({ stratum }).strata).toMatchObject([{ stratum, noneClosed: 1 }]);
  expect(sort({ stratum, firstTaggedAt: 0 }).strata).toMatchObject([{ stratum, partnerClosed: 1 }]);
});

it('a deal is in the last stage entered by then, of its own entries alone', () => {
  const entered = Int32Array.of(3, 9, 12, 1);
  expect([2, 3, 10, 12].map((instant) => stageAt(entered, 0, 3, instant))).toEqual([-1, 0, 1, 2]);
  expect(stageAt(entered, 0, 2, 20)).toBe(1);
  expect(stageAt(entered, 3, 4, 20)).toBe(3);
});

it('of two entries at one instant the later place counts, and an entry that was never made does not', () => {
  expect(stageAt(Int32Array.of(5, 5), 0, 2, 9)).toBe(1);
  expect(stageAt(Int32Array.of(missing, 5, missing), 0, 3, 9)).toBe(1);
  expect(stageAt(Int32Array.of(missing), 0, 1, 9)).toBe(-1);
  expect(stageAt(Float64Array.of(NaN, 5, NaN), 0, 3, 9)).toBe(1);
});

it('a follow-up without a length is none', () => {
  const tally = newTally();
  countFollowUp(tally, NaN, 1);
  countFollowUp(tally, -0.5, 1);
  expect(toRiskTable(tally).day).toHaveLength(0);
});
