import { chiSquareTail } from './chi-square.ts';
import { eValueOfInterval } from './e-value.ts';
import { kidneyStones } from './fixtures/strata.ts';
import { geometricMeanRatio } from './geometric-mean-ratio.ts';
import { heterogeneity } from './heterogeneity.ts';
import { largestRemainder } from './largest-remainder.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';

it('with two and four degrees of freedom the chi-square tail is the exponential that it has to be', () => {
  for (const value of [1e-9, 0.001, 0.5, 1, 3, 4, 6, 20, 100]) {
    expect(chiSquareTail(value, 2) / Math.exp(-value / 2)).toBeCloseTo(1, 12);
    expect(chiSquareTail(value, 4) / (Math.exp(-value / 2) * (1 + value / 2))).toBeCloseTo(1, 12);
  }
});

it('everything exceeds zero, and what is below it', () => {
  expect([chiSquareTail(0, 3), chiSquareTail(-2, 1), chiSquareTail(-2, 2)]).toEqual([1, 1, 1]);
});

it('an interval that is open above and holds 1 needs nothing to explain it away', () => {
  expect([eValueOfInterval([0.9, null]), eValueOfInterval([null, 1.2]), eValueOfInterval([1, 2])]).toEqual([
    1, 1, 1,
  ]);
});

it('typical sizes are compared where both sides have ten deals', () => {
  const sizes = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  expect(geometricMeanRatio(sizes(10), sizes(9))).toBeNull();
  expect(geometricMeanRatio(sizes(9), sizes(10))).toBeNull();
  expect(geometricMeanRatio(sizes(10), sizes(10))!.value).toBeCloseTo(1, 12);
});

const stratum = (partnerWon: number, noneWon: number) => ({
  stratum: 0,
  partnerWon,
  partnerClosed: 20,
  noneWon,
  noneClosed: 20,
});

it('a stratum that was won or lost throughout cannot tell whether strata agree', () => {
  const two = [stratum(15, 5), stratum(5, 15)];
  expect(heterogeneity([...two, stratum(0, 0), stratum(20, 20)])).toEqual(heterogeneity(two));
  expect(heterogeneity([stratum(15, 5), stratum(0, 0)])).toBeNull();
  expect(heterogeneity([stratum(15, 5), stratum(20, 20)])).toBeNull();
});

it('five closed deals a side are enough for a stratum to tell, four are not', () => {
  const small = (closed: number) => ({ ...stratum(3, 1), partnerClosed: closed, noneClosed: closed });
  expect(heterogeneity([stratum(15, 5), small(5)])).not.toBeNull();
  expect(heterogeneity([stratum(15, 5), small(4)])).toBeNull();
});

it('there is no common ratio of rates where one arm never wins', () => {
  expect(mantelHaenszel([stratum(5, 0)])!.riskRatio).toBeNull();
  expect(mantelHaenszel([stratum(0, 5)])!.riskRatio).toBeNull();
});

it('strata have no common odds where one arm never wins, or always does', () => {
  expect(heterogeneity([stratum(0, 5), stratum(0, 8)])).toBeNull();
  expect(heterogeneity([stratum(20, 5), stratum(20, 8)])).toBeNull();
});

it('signs differ only where some strata favour partners and others do not', () => {
  const signs = (...strata: ReturnType<typeof stratum>[]) => heterogeneity(strata)!.signsDiffer;
  expect(signs(stratum(15, 5), stratum(5, 15))).toBe(true);
  expect(signs(stratum(15, 5), stratum(12, 8))).toBe(false);
  expect(signs(stratum(5, 15), stratum(8, 12))).toBe(false);
  expect(signs(stratum(10, 10), stratum(8, 12))).toBe(false);
  expect(heterogeneity(kidneyStones)!.signsDiffer).toBe(false);
});

it('a weight that is no share of anything gets nothing', () => {
  expect(largestRemainder(10, [-5, 5, Infinity, NaN, 0])).toEqual([0, 10, 0, 0, 0]);
  expect(largestRemainder(10, [-5, 0])).toBeNull();
});

it('nothing taken back is nothing', () => {
  expect(largestRemainder(-3, [1, 0])).toEqual([-3, 0]);
  expect(largestRemainder(0, [1, 2])).toEqual([0, 0]);
});

it('where products are beyond the largest exact number, units are handed out and taken back to the last one', () => {
  expect(largestRemainder(3_965_797_000_310_504, [88.25066359355874, 0])).toEqual([3_965_797_000_310_504, 0]);
  expect(largestRemainder(3_965_797_000_310_504, [0, 88.25066359355874])).toEqual([0, 3_965_797_000_310_504]);
  // Two units are left of 60 parts in 60: none of them is for who has no part.
  expect(largestRemainder(8_373_578_455_035_865, [0, 60, 0])).toEqual([0, 8_373_578_455_035_865, 0]);
  expect(
    largestRemainder(6_473_918_820_740_515, [90.63390344890817, 4.688475216742172e-15, 21.672401739895953]),
  ).toEqual([5_224_609_004_353_208, 0, 1_249_309_816_387_307]);
  const parts = largestRemainder(8_290_519_082_639_852, [42, 46])!;
  expect(parts[0]! + parts[1]!).toBe(8_290_519_082_639_852);
});
