import { wonBy } from './aalen-johansen.ts';
import { eValue, eValueOfInterval } from './e-value.ts';
import { geometricMeanRatio } from './geometric-mean-ratio.ts';
import { heterogeneity } from './heterogeneity.ts';
import { hhi } from './hhi.ts';
import { kaplanMeier, medianTime } from './kaplan-meier.ts';
import { largestRemainder } from './largest-remainder.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { medianInterval, medianLowerRank } from './median-interval.ts';
import { moverRatio } from './mover-ratio.ts';
import { newcombe } from './newcombe.ts';
import { median } from './quantile.ts';
import { riskTable } from './risk-table.ts';
import { restrictedMean, restrictedMeanDifference } from './rmst.ts';
import { standardise } from './standardise.ts';
import { studentT975 } from './student-t.ts';
import { welch } from './welch.ts';
import { wilson } from './wilson.ts';

const nobody = riskTable([], []);

it('where there is nothing there is no answer', () => {
  expect(wilson(0, 0)).toBeNull();
  expect(newcombe(0, 0, 1, 2)).toBeNull();
  expect(moverRatio(1, 2, 0, 0)).toBeNull();
  expect(median(new Float64Array())).toBeNull();
  expect(medianInterval(new Float64Array())).toBeNull();
  expect(hhi([])).toBeNull();
  expect(largestRemainder(5, [])).toBeNull();
  expect(mantelHaenszel([])).toBeNull();
  expect(standardise([])).toBeNull();
  expect(heterogeneity([])).toBeNull();
  expect(medianTime(kaplanMeier(nobody))).toBeNull();
  expect(wonBy(nobody, 30)).toBeNull();
  expect(restrictedMean(nobody, 30)).toBeNull();
  expect(restrictedMeanDifference(nobody, nobody, 30)).toBeNull();
  expect(welch([1], [1, 2])).toBeNull();
});

it('a ratio to no wins at all does not exist; one with a possible zero below has no upper limit', () => {
  expect(moverRatio(3, 10, 0, 10)).toBeNull();
  expect(moverRatio(0, 10, 3, 10)!.value).toBe(0);
  expect(moverRatio(0, 10, 3, 10)!.interval[0]).toBe(0);
});

it('one arm that never wins has no ratio, and one sole stratum no heterogeneity', () => {
  const never = { stratum: 0, partnerWon: 0, partnerClosed: 12, noneWon: 5, noneClosed: 12 };
  expect(mantelHaenszel([never])!.riskRatio).toBeNull();
  expect(heterogeneity([never])).toBeNull();
});

it('strata that share an arm too thinly to tell do not count as disagreeing', () => {
  const thin = { stratum: 0, partnerWon: 1, partnerClosed: 1, noneWon: 0, noneClosed: 30 };
  const other = { stratum: 1, partnerWon: 0, partnerClosed: 1, noneWon: 30, noneClosed: 30 };
  expect(heterogeneity([thin, other])).toBeNull();
});

it('a stratum that was won throughout in one arm keeps a wide interval', () => {
  const small = (stratum: number, partnerWon: number) => ({
    stratum,
    partnerWon,
    partnerClosed: 1,
    noneWon: 1 - partnerWon,
    noneClosed: 1,
  });
  const strata = Array.from({ length: 12 }, (_, i) => small(i, i % 2));
  const { variance, difference } = standardise(strata)!;
  expect(variance).toBe(0);
  expect(difference.interval[1] - difference.interval[0]).toBeGreaterThan(0.5);
});

it('strata that were won or lost throughout keep an interval as wide as they deserve', () => {
  const alike = { partnerClosed: 10, noneClosed: 10, noneWon: 5 };
  const strata = [
    { stratum: 0, partnerWon: 10, ...alike },
    { stratum: 1, partnerWon: 0, ...alike },
  ];
  const allWon = strata.map((stratum) => ({ ...stratum, partnerWon: 10 }));
  const width = ([lower, upper]: readonly [number, number]) => upper - lower;
  const bothUnknown = newcombe(10, 20, 10, 20)!.interval;
  expect(width(standardise(strata)!.difference.interval)).toBeGreaterThan(0.8 * width(bothUnknown));
  expect(width(standardise(allWon)!.difference.interval)).toBeGreaterThan(
    0.8 * width(newcombe(20, 20, 10, 20)!.interval),
  );
});

it.each([
  [5, 0],
  [6, 1],
  [8, 1],
  [9, 2],
  [10, 2],
  [12, 3],
  [14, 3],
  [15, 4],
  [17, 5],
  [20, 6],
  [22, 6],
  [30, 10],
  [50, 18],
  [100, 40],
  [1_000_000, 499_020],
])('of %i values the interval of the median starts at rank %i', (count, rank) => {
  expect(medianLowerRank(count)).toBe(rank);
});

it.each([
  [1, 12.706204736174694],
  [2.5, 3.5746548420036817],
  [9, 2.262157162798205],
  [17.776, 2.102821310380221],
  [999, 1.9623414611334493],
  [1001, 1.9623367052808798],
  [20_001, 1.960082599227047],
  [30_000, 1.960043063383935],
  [1e6, 1.959966356814107],
])('the 97.5 %% point of Student t with %d degrees of freedom is %d', (degrees, t) => {
  expect(studentT975(degrees) / t).toBeCloseTo(1, 11);
});

it.each([
  [[50, 30, 20], 0.38],
  [[1, 1, 1, 1], 0.25],
  [[7], 1],
  [[30, 30, 20, 20], 0.26],
  [[50, 30, 20, -40, 0], 0.38],
])('concentration of %j is %d', (amounts, index) => {
  expect(hhi(amounts)!.index).toBeCloseTo(index, 12);
});

it('the largest holder is named by its share; who holds nothing, or owes, is no holder', () => {
  expect(hhi([30, 50, 20, -40])!.topShare).toBe(0.5);
  expect(hhi([50, 50])!.effectiveNumber).toBe(2);
  expect(hhi([0, -5])).toBeNull();
});

it.each([
  [3.9, 7.263034],
  [2.4, 4.23303],
  [3.8, 7.06],
  [1.8, 3],
  [1 / 3.9, 7.263034],
  [1, 1],
])('the E-value of a risk ratio of %d is %d', (ratio, value) => {
  expect(eValue(ratio)).toBeCloseTo(value, 2);
});

it('the E-value of an interval is that of the end nearest to 1', () => {
  expect(eValueOfInterval([2.4, 9])).toBeCloseTo(4.23303, 5);
  expect(eValueOfInterval([2.4, null])).toBeCloseTo(4.23303, 5);
  expect(eValueOfInterval([0.1, 1 / 2.4])).toBeCloseTo(4.23303, 5);
  expect(eValueOfInterval([0.5, 1.2])).toBe(1);
});

it('losses are not censoring: by day 80 half are won, not 70 %', () => {
  const deals = riskTable([10, 20, 20, 30, 40, 50, 60, 60, 80, 90], [2, 1, 0, 1, 2, 1, 0, 2, 1, 0]);
  const shares = [20, 30, 50, 80].map((day) => wonBy(deals, day)!.share);
  [0.1, 0.2142857, 0.3285714, 0.5].forEach((share, i) => expect(shares[i]).toBeCloseTo(share, 6));
  const lossesCensored = riskTable([10, 20, 20, 30, 40, 50, 60, 60, 80, 90], [0, 1, 0, 1, 0, 1, 0, 0, 1, 0]);
  expect(1 - kaplanMeier(lossesCensored).survival.at(-2)!).toBeCloseTo(0.6952, 4);
});

it('says nothing about days that nobody was followed up to', () => {
  const recent = riskTable([5, 10, 20], [1, 0, 0]);
  expect(wonBy(recent, 20)!.share).toBeCloseTo(1 / 3, 9);
  expect(wonBy(recent, 21)).toBeNull();
  expect(restrictedMean(recent, 21)).toBeNull();
  expect(wonBy(riskTable([5, 10], [1, 2]), 400)!.share).toBe(0.5);
});

it('leaves follow-ups without a length out, and cuts off fractions of days', () => {
  expect(riskTable([NaN, -1, 2.9, 2], [1, 1, 1, 0])).toEqual(riskTable([2, 2], [1, 0]));
});

it('typical sizes are compared as a ratio, of ten deals a side or more, above zero', () => {
  const sizes = (size: number, count: number) =>
    Array.from({ length: count }, (_, i) => size * (1 + (i % 5)));
  expect(geometricMeanRatio(sizes(2000, 10), sizes(1000, 10))!.value).toBeCloseTo(2, 9);
  expect(geometricMeanRatio([...sizes(2000, 9), 0, -5], sizes(1000, 10))).toBeNull();
  expect(
    geometricMeanRatio(new Array<number>(10).fill(6), new Array<number>(10).fill(3))!.interval[0],
  ).toBeCloseTo(2, 9);
});

it('an amount near the largest whole number still splits to the unit', () => {
  const parts = largestRemainder(Number.MAX_SAFE_INTEGER, [33.3, 33.3, 33.4])!;
  expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(Number.MAX_SAFE_INTEGER));
  expect(() => largestRemainder(0.5, [1])).toThrow('whole number');
});
