import * as fc from 'fast-check';
import { geometricMeanRatio } from './geometric-mean-ratio.ts';
import { medianIntervalOfCounts, medianOfCounts } from './counted-values.ts';
import { hhi } from './hhi.ts';
import { largestRemainder } from './largest-remainder.ts';
import { medianInterval } from './median-interval.ts';
import { selectInPlace } from './order-statistic.ts';
import { median, quantile } from './quantile.ts';
import { welch } from './welch.ts';

const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 }));
const values = fc.array(value, { minLength: 1, maxLength: 80 });
const ascending = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

it('selection finds what a sort would put there, smaller before and larger after', () => {
  fc.assert(
    fc.property(values, fc.nat(), (numbers, seed) => {
      const rank = seed % numbers.length;
      const array = Float64Array.from(numbers);
      const found = selectInPlace(array, rank);
      // Adding zero: -0 and 0 are one value, and a sort of typed arrays alone tells them apart.
      expect(found + 0).toBe(Float64Array.from(numbers).sort()[rank]! + 0);
      expect(array.subarray(0, rank).every((before) => before <= found)).toBe(true);
      expect(array.subarray(rank).every((after) => after >= found)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('a quantile lies between its neighbours in order, rises with the probability, and leaves the values alone', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(values, probability, probability, (numbers, p, q) => {
      const before = [...numbers];
      const [low, high] = [Math.min(p, q), Math.max(p, q)];
      expect(quantile(numbers, low)!).toBeLessThanOrEqual(quantile(numbers, high)! + 1e-6);
      expect(numbers).toEqual(before);
      expect(quantile(numbers, 0)).toBeCloseTo(ascending(numbers)[0]!, 9);
      expect(quantile(numbers, 1)).toBeCloseTo(ascending(numbers).at(-1)!, 9);
    }),
  );
});

it('the interval of a median holds it and is made of two of the values', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 6, maxLength: 120 }), (numbers) => {
      const [lower, upper] = medianInterval(Float64Array.from(numbers))!;
      const middle = median(Float64Array.from(numbers))!;
      expect(lower).toBeLessThanOrEqual(middle);
      expect(upper).toBeGreaterThanOrEqual(middle);
      expect(numbers.map((number) => number + 0)).toEqual(expect.arrayContaining([lower + 0, upper + 0]));
    }),
  );
});

it('median and interval of whole numbers are the same from the numbers and from how often each occurs', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 120 }), (numbers) => {
      const counts = Array.from({ length: 31 }, (_, value) => numbers.filter((one) => one === value).length);
      expect(medianOfCounts(counts)).toBe(median(Float64Array.from(numbers)));
      expect(medianIntervalOfCounts(counts)).toEqual(medianInterval(Float64Array.from(numbers)));
    }),
  );
});

it('concentration lies between equal shares and one holder, and does not depend on the unit', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(amounts, (held) => {
      const { index, effectiveNumber, topShare } = hhi(held)!;
      expect(index).toBeGreaterThanOrEqual(1 / held.length - 1e-12);
      expect(index).toBeLessThanOrEqual(topShare + 1e-12);
      expect(effectiveNumber * index).toBeCloseTo(1, 9);
      expect(hhi(held.map((amount) => 100 * amount))!.index).toBeCloseTo(index, 9);
    }),
  );
});

it('parts sum to the whole, and no part is a unit or more away from its quota', () => {
  const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), weights, (total, shares) => {
      const parts = largestRemainder(total, shares);
      const sum = shares.reduce((all, share) => all + share, 0);
      if (parts === null) return expect(sum).toBe(0);
      expect(parts.reduce((all, part) => all + part, 0)).toBe(total);
      parts.forEach((part, i) => expect(Math.abs(part - (total * shares[i]!) / sum)).toBeLessThan(1));
    }),
    { numRuns: 1000 },
  );
});

it("Welch's interval holds the difference and mirrors; the ratio of means is free of the currency's unit", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 10, maxLength: 40 });
  fc.assert(
    fc.property(sizes, sizes, (first, second) => {
      const { value: difference, interval } = welch(first, second)!;
      expect(interval[0] <= difference && difference <= interval[1]).toBe(true);
      expect(welch(second, first)!.interval[0]).toBeCloseTo(-interval[1], 5);
      const ratio = geometricMeanRatio(first, second)!;
      const cents = geometricMeanRatio(
        first.map((size) => 100 * size),
        second.map((size) => 100 * size),
      )!;
      expect(cents.value / ratio.value).toBeCloseTo(1, 9);
      expect(cents.interval[0] / ratio.interval[0]).toBeCloseTo(1, 9);
    }),
  );
});
