import { geometricMeanRatio } from './geometric-mean-ratio.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { ratioOfRates } from './mover-ratio.ts';
import { differenceOfRates } from './newcombe.ts';
import { countFollowUp, newTally, riskTable } from './risk-table.ts';
import { restrictedMean, restrictedMeanDifference } from './rmst.ts';
import { standardise } from './standardise.ts';
import { weightedRiskTable } from './weighted-risk-table.ts';
import { welch } from './welch.ts';

it.each<[string, readonly [number, number], readonly [number, number]]>([
  // Wilson's at the effective size of 28.9855: 0.25 over the variance 0.008 and half of 0.25 · 0.005.
  ['strata that win 2 and 8 of 10', [2, 8], [0.32895801727945817, 0.6710419827205418]],
  // The strata's own intervals in squares, as at the effective size of 400 it would be [0.451, 0.549].
  ['strata that win all and nothing', [10, 0], [0.36123360006855537, 0.6387663999314446]],
  ['strata that win all', [10, 10], [0.8037546752152621, 1]],
])('the wider of two intervals holds for %s', (_, won, interval) => {
  const none = { noneWon: 5, noneClosed: 10, partnerClosed: 10 };
  const strata = won.map((partnerWon, stratum) => ({ stratum, partnerWon, ...none }));
  const expected = differenceOfRates(
    (won[0] + won[1]) / 20,
    interval,
    0.5,
    [0.29516510336815405, 0.704834896631846],
  );
  const { difference } = standardise(strata)!;
  expect(difference.value).toBeCloseTo(expected.value, 12);
  expect(difference.interval[0]).toBeCloseTo(expected.interval[0], 12);
  expect(difference.interval[1]).toBeCloseTo(expected.interval[1], 12);
});

it('a ratio has no upper limit where the rate below may be zero', () => {
  expect(ratioOfRates(0.5, [0.3, 0.7], 0.1, [0, 0.3])!.interval[1]).toBeNull();
  expect(ratioOfRates(0.5, [0.3, 0.7], 0.1, [0.01, 0.3])!.interval[1]).toBeGreaterThan(5);
});

it('the interval of days saved takes the variance of both arms', () => {
  const first = riskTable([10, 20, 30, 40, 50], [1, 2, 1, 2, 1]);
  const second = riskTable([5, 15, 30, 60], [2, 1, 0, 1]);
  const [one, other] = [restrictedMean(first, 50)!, restrictedMean(second, 50)!];
  const half = 1.959963984540054 * Math.sqrt(one.variance + other.variance);
  const { days, interval, horizon } = restrictedMeanDifference(first, second, 365)!;
  expect(horizon).toBe(50);
  expect(days).toBeCloseTo(one.days - other.days, 12);
  expect(interval[0]).toBeCloseTo(days - half, 12);
  expect(interval[1]).toBeCloseTo(days + half, 12);
  expect(half).toBeGreaterThan(5);
});

it('a loss ends a follow-up as a win does', () => {
  const days = [10, 20, 20, 30, 40];
  expect(restrictedMean(riskTable(days, [1, 2, 1, 0, 2]), 35)).toEqual(
    restrictedMean(riskTable(days, [2, 1, 2, 0, 1]), 35),
  );
});

it('where an arm has no close there are no days to compare', () => {
  const [open, closed] = [riskTable([5, 9], [0, 0]), riskTable([5, 9], [1, 2])];
  expect(restrictedMeanDifference(open, closed, 365)).toBeNull();
  expect(restrictedMeanDifference(closed, open, 365)).toBeNull();
});

it('where all that were open close, nobody is left: not even what rounding would leave', () => {
  const weights = [0.1, 0.7, 1 / 3];
  const tallies = weights.map((weight, i) => {
    const tally = newTally();
    for (let n = 0; n <= i; n++) countFollowUp(tally, 5, 1);
    countFollowUp(tally, 9, 1);
    countFollowUp(tally, 9, 2);
    return { tally, weight };
  });
  const { survival, lower, upper } = kaplanMeier(weightedRiskTable(tallies));
  expect([...survival].at(-1)).toBe(0);
  expect([lower.at(-1), upper.at(-1)]).toEqual([NaN, NaN]);
  const table = weightedRiskTable(tallies);
  expect(table.atRisk[1]! - table.won[1]! - table.lost[1]!).toBe(0);
});

it('values without any spread have an interval without width, two values a side are enough, one is not', () => {
  expect(welch([3, 3], [1, 1])).toEqual({ value: 2, interval: [2, 2] });
  expect(welch([1, 2], [3, 5])!.value).toBe(-2.5);
  expect(welch([1, 2], [3])).toBeNull();
  expect(welch([3], [1, 2])).toBeNull();
  const tens = (size: number) => new Array<number>(10).fill(size);
  expect(geometricMeanRatio(tens(8), tens(2))!.interval[1]).toBeCloseTo(4, 12);
});
