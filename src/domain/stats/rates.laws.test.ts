import * as fc from 'fast-check';
import { eValue, eValueOfInterval } from './e-value.ts';
import { heterogeneity } from './heterogeneity.ts';
import type { OpenInterval } from './interval.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { moverRatio } from './mover-ratio.ts';
import { newcombe } from './newcombe.ts';
import { standardise } from './standardise.ts';
import type { StratumCounts } from './stratum-counts.ts';
import { wilson } from './wilson.ts';

const counts = fc
  .integer({ min: 1, max: 500 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));
const stratum = fc
  .tuple(fc.nat(50), counts, counts)
  .map(([code, [partnerWon, partnerClosed], [noneWon, noneClosed]]): StratumCounts => {
    return { stratum: code, partnerWon, partnerClosed, noneWon, noneClosed };
  });
const strata = fc.array(stratum, { minLength: 1, maxLength: 12 });

const holds = ([lower, upper]: OpenInterval, value: number) =>
  (lower === null || lower <= value + 1e-12) && (upper === null || value <= upper + 1e-12);
const near = (value: number | null | undefined, other: number) => expect(value).toBeCloseTo(other, 9);

it("Wilson's interval holds the rate, stays within 0 and 1, and mirrors when wins and losses change places", () => {
  fc.assert(
    fc.property(counts, ([won, of]) => {
      const [lower, upper] = wilson(won, of)!;
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(holds([lower, upper], won / of)).toBe(true);
      const [mirrorLower, mirrorUpper] = wilson(of - won, of)!;
      near(mirrorLower, 1 - upper);
      near(mirrorUpper, 1 - lower);
    }),
  );
});

it("Wilson's interval rises with the wins and narrows with the trials", () => {
  fc.assert(
    fc.property(counts, ([won, of]) => {
      const [lower, upper] = wilson(won, of)!;
      if (won < of) expect(wilson(won + 1, of)![0]).toBeGreaterThan(lower);
      const [doubleLower, doubleUpper] = wilson(2 * won, 2 * of)!;
      expect(doubleUpper - doubleLower).toBeLessThan(upper - lower);
    }),
  );
});

it('differences and ratios lie in their intervals and mirror when the arms change places', () => {
  fc.assert(
    fc.property(counts, counts, ([a, n1], [c, n0]) => {
      const difference = newcombe(a, n1, c, n0)!;
      const swapped = newcombe(c, n0, a, n1)!;
      expect(holds(difference.interval, difference.value)).toBe(true);
      near(swapped.interval[0], -difference.interval[1]);
      near(swapped.interval[1], -difference.interval[0]);
      if (a === 0 || c === 0) return;
      const ratio = moverRatio(a, n1, c, n0)!;
      expect(holds(ratio.interval, ratio.value)).toBe(true);
      near(moverRatio(c, n0, a, n1)!.interval[0]! * ratio.interval[1]!, 1);
    }),
  );
});

it('with one stratum the standardised numbers are the crude ones, intervals included', () => {
  fc.assert(
    fc.property(stratum, (one) => {
      const { difference, ratio, overlap } = standardise([one])!;
      const args = [one.partnerWon, one.partnerClosed, one.noneWon, one.noneClosed] as const;
      const crude = newcombe(...args)!;
      near(difference.value, crude.value);
      near(difference.interval[0], crude.interval[0]);
      near(difference.interval[1], crude.interval[1]);
      expect(overlap).toBe(1);
      const crudeRatio = moverRatio(...args);
      expect(ratio === null).toBe(crudeRatio === null);
      if (ratio && crudeRatio) near(ratio.interval[0], crudeRatio.interval[0]!);
    }),
  );
});

it('adjusted numbers lie in their intervals, whatever the order of the strata', () => {
  fc.assert(
    fc.property(strata, (all) => {
      const standardised = standardise(all)!;
      const pooled = mantelHaenszel(all)!;
      expect(holds(standardised.difference.interval, standardised.difference.value)).toBe(true);
      expect(holds(pooled.riskDifference.interval, pooled.riskDifference.value)).toBe(true);
      if (pooled.riskRatio) expect(holds(pooled.riskRatio.interval, pooled.riskRatio.value)).toBe(true);
      near(standardise(all.toReversed())!.difference.interval[0], standardised.difference.interval[0]);
      near(mantelHaenszel(all.toReversed())!.riskDifference.value, pooled.riskDifference.value);
      const p = heterogeneity(all)?.pValue ?? 0;
      expect(p >= 0 && p <= 1).toBe(true);
    }),
  );
});

it('a stratum without the other arm changes nothing but the overlap', () => {
  fc.assert(
    fc.property(strata, counts, (all, [partnerWon, partnerClosed]) => {
      const alone = { stratum: 99, partnerWon, partnerClosed, noneWon: 0, noneClosed: 0 };
      const before = standardise(all)!;
      const after = standardise([...all, alone])!;
      expect(after.difference).toEqual(before.difference);
      expect(after.overlap).toBeLessThan(before.overlap);
      expect(mantelHaenszel([...all, alone])).toEqual(mantelHaenszel(all));
    }),
  );
});

it('adjusting by what splits every arm evenly changes no difference', () => {
  fc.assert(
    fc.property(stratum, (one) => {
      const twice = [one, one];
      near(
        standardise(twice)!.difference.value,
        newcombe(one.partnerWon, one.partnerClosed, one.noneWon, one.noneClosed)!.value,
      );
      near(mantelHaenszel(twice)!.riskDifference.value, standardise([one])!.difference.value);
    }),
  );
});

it('E-values are 1 or more, the same for a ratio and its inverse, and 1 for an interval that holds 1', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (ratio) => {
      expect(eValue(ratio)).toBeGreaterThanOrEqual(1);
      near(eValue(1 / ratio) / eValue(ratio), 1);
      expect(eValueOfInterval([Math.min(ratio, 1), Math.max(ratio, 1)])).toBe(1);
    }),
  );
});
