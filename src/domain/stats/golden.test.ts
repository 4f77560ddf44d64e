import { agreement, type Numbers } from '#test/agreement';
import { wonBy } from './aalen-johansen.ts';
import { chiSquareTail } from './chi-square.ts';
import { competingData, followUpData } from './fixtures/follow-ups.ts';
import { microCurves } from './fixtures/micro-curves.ts';
import * as rates from './fixtures/rates.ts';
import { medianCases, sleep } from './fixtures/samples.ts';
import * as tables from './fixtures/strata.ts';
import { incidenceInR, survivalInR } from './fixtures/survival-in-r.ts';
import { heterogeneity } from './heterogeneity.ts';
import { z95 } from './interval.ts';
import { kaplanMeier, medianTime } from './kaplan-meier.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { medianInterval, medianLowerRank } from './median-interval.ts';
import { moverRatio } from './mover-ratio.ts';
import { newcombe } from './newcombe.ts';
import { quantile } from './quantile.ts';
import { riskTable, type RiskTable } from './risk-table.ts';
import { restrictedMean } from './rmst.ts';
import { standardise } from './standardise.ts';
import type { StratumCounts } from './stratum-counts.ts';
import { studentT975 } from './student-t.ts';
import { welch } from './welch.ts';
import { wilson } from './wilson.ts';

const { agrees, print } = agreement();
// The record of how well the methods agree.
afterAll(print);

it("Wilson intervals are R's, and those in print", () => {
  for (const [won, of, ...ends] of rates.wilsonCases) agrees('Wilson, R', wilson(won, of)!, ends);
  for (const [won, of, lower, upper, decimals] of rates.wilsonPublished) {
    agrees('Wilson, print', wilson(won, of)!, [lower, upper], decimals);
  }
});

it("Newcombe intervals are R's, and those in print", () => {
  for (const [a, n1, c, n0, ...ends] of rates.newcombeCases) {
    agrees('Newcombe, R', newcombe(a, n1, c, n0)!.interval, ends);
  }
  for (const [a, n1, c, n0, ...ends] of rates.newcombePublished) {
    agrees('Newcombe, print', newcombe(a, n1, c, n0)!.interval, ends, 4);
  }
});

it('MOVER-R intervals are those in print', () => {
  for (const [a, n1, c, n0, ...ends] of rates.ratioCases) {
    agrees('MOVER-R, print', moverRatio(a, n1, c, n0)!.interval, ends, 3);
  }
});

it.each([
  ['kidney stones', tables.kidneyStones, tables.kidneyInR],
  ['Berkeley', tables.berkeley, tables.berkeleyInR],
])("Mantel-Haenszel and standardisation of %s are R's", (_, strata, inR) => {
  const pooled = mantelHaenszel(strata)!;
  const total = standardise(strata, 'total')!;
  agrees(
    'Mantel-Haenszel, R',
    [pooled.riskRatio!.value, ...pooled.riskRatio!.interval, pooled.riskDifference.value, pooled.oddsRatio],
    [inR.riskRatio, ...inR.riskRatioInterval, inR.riskDifference, inR.oddsRatio],
  );
  agrees(
    'standardisation, R',
    [total.partnerRate, total.noneRate, standardise(strata)!.noneRate],
    [inR.standardisedPartner, inR.standardisedNone, inR.noneToPartnerMix],
  );
});

it.each<[string, readonly StratumCounts[], Numbers]>([
  ['kidney stones', tables.kidneyStones, [1.069, 0.985, 1.1602, 0.0538, -0.0115, 0.1192]],
  ['Berkeley', tables.berkeley, [0.9449, 0.8665, 1.0305, -0.0184, -0.0471, 0.0102]],
  ['tolbutamide', tables.tolbutamide, [1.3256, 0.7979, 2.2021, 0.0349, -0.0276, 0.0974]],
  ['the BCG trials', tables.vaccine, [0.6353, 0.5881, 0.6862, -0.0033]],
])('Mantel-Haenszel of %s agrees with the worked example', (_, strata, expected) => {
  const { riskRatio, riskDifference } = mantelHaenszel(strata)!;
  const all = [riskRatio!.value, ...riskRatio!.interval, riskDifference.value, ...riskDifference.interval];
  agrees('Mantel-Haenszel, worked', all.slice(0, expected.length), expected, 4);
});

it.each<[string, readonly StratumCounts[], Numbers]>([
  ['Berkeley', tables.berkeley, [-0.0426, -0.0785, -0.0068]],
  ['tolbutamide', tables.tolbutamide, [0.0349]],
  ['kidney stones', tables.kidneyStones, [0.0537]],
])('standardisation of %s and its plain variance agree with the worked example', (_, strata, expected) => {
  const { difference, variance } = standardise(strata, 'total')!;
  const half = z95 * Math.sqrt(variance);
  const all = [difference.value, difference.value - half, difference.value + half];
  agrees('standardisation, worked', all.slice(0, expected.length), expected, 4);
});

it('the Breslow-Day test finds that the departments of Berkeley disagree, and the kidney stones do not', () => {
  agrees('Breslow-Day, worked', [heterogeneity(tables.berkeley)!.pValue], [0.0021], 4);
  expect(heterogeneity(tables.berkeley)!.signsDiffer).toBe(true);
  expect(heterogeneity(tables.kidneyStones)!.pValue).toBeGreaterThan(0.3);
});

it("chi-square tails are R's", () => {
  for (const [value, degrees, p] of tables.chiSquareCases) {
    agrees('chi-square, R', [chiSquareTail(value, degrees)], [p]);
  }
});

it.each(Object.entries(medianCases))("quantiles and intervals of the sample %s are R's", (_, sample) => {
  const { values, mean, tInterval } = sample;
  agrees(
    'quantiles, R',
    [0.1, 0.25, 0.5, 0.75, 0.9].map((p) => quantile(values, p)),
    sample.quantiles,
  );
  expect(medianInterval(Float64Array.from(values))).toEqual(sample.interval);
  expect(medianLowerRank(values.length)).toBe(sample.lowerRank);
  if (tInterval === null) return;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const half = studentT975(values.length - 1) * Math.sqrt(variance / values.length);
  agrees('Student t, R', [mean - half, mean + half], tInterval);
});

it("Welch's interval of the sleep data is R's", () => {
  agrees('Welch, R', welch(sleep.first, sleep.second)!.interval, sleep.interval);
});

/** Follow-ups from the text of a fixture: `12` closed on day 12, `12+` open; W won, L lost, `*3` three of them. */
function tableOf(text: string): RiskTable {
  const days: number[] = [];
  const outcomes: number[] = [];
  for (const [, day, end, times] of text.matchAll(/(\d+)([+WL]?)(?:\*(\d+))?/g)) {
    for (let i = 0; i < Number(times ?? 1); i++) {
      days.push(Number(day));
      outcomes.push(end === '+' ? 0 : end === 'L' ? 2 : 1);
    }
  }
  return riskTable(days, outcomes);
}

const { freireichDrug, freireichPlacebo, lungMen, lungWomen } = followUpData;
const samples: Record<string, string> = {
  ...followUpData,
  freireichBoth: `${freireichDrug} ${freireichPlacebo}`,
  lungBoth: `${lungMen} ${lungWomen}`,
};

const medianOf = (risks: RiskTable): Numbers => {
  const found = medianTime(kaplanMeier(risks));
  return [found?.days, ...(found?.interval ?? [null, null])];
};

function pointsAgree(risks: RiskTable, points: readonly Numbers[]): void {
  const curve = kaplanMeier(risks);
  for (const [time, ...expected] of points) {
    const at = curve.day.findLastIndex((day) => day <= time!);
    agrees('Kaplan-Meier, R', [curve.survival[at], curve.lower[at], curve.upper[at]], expected);
  }
}

it.each(Object.entries(survivalInR))("curve, median and restricted means of %s are R's", (name, inR) => {
  const risks = tableOf(samples[name]!);
  pointsAgree(risks, inR.points);
  agrees('median time, R', medianOf(risks), inR.median);
  for (const [horizon, mean, error] of inR.restrictedMeans) {
    const { days, variance } = restrictedMean(risks, horizon)!;
    agrees('restricted mean, R', [days, Math.sqrt(variance)], [mean, error]);
  }
});

it.each(Object.entries(microCurves))("the small curve %s follows R's conventions", (_, micro) => {
  const risks = riskTable(micro.times, micro.events);
  pointsAgree(risks, micro.points);
  agrees('median time, R', medianOf(risks), micro.median);
});

it.each(['women', 'men'] as const)("cumulative incidence with competing deaths among %s is R's", (sex) => {
  for (const [month, ...expected] of incidenceInR[sex]) {
    const { share, standardError, interval } = wonBy(tableOf(competingData[sex]), month)!;
    agrees('Aalen-Johansen, R', [share, standardError, ...interval!], expected);
  }
});
