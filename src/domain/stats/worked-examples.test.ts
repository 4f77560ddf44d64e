import { agreement } from '#test/agreement';
import { splitCredit, type Claim } from '../credit.ts';
import { defaultSettings } from '../settings.ts';
import { tiers } from '../vocabulary.ts';
import { wonBy } from './aalen-johansen.ts';
import { eValue, eValueOfInterval } from './e-value.ts';
import { berkeley, kidneyStones, tolbutamide } from './fixtures/strata.ts';
import { followUpData } from './fixtures/follow-ups.ts';
import { hhi } from './hhi.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { medianLowerRank } from './median-interval.ts';
import { moverRatio } from './mover-ratio.ts';
import { newcombe } from './newcombe.ts';
import { riskTable } from './risk-table.ts';
import { restrictedMean } from './rmst.ts';
import { standardise } from './standardise.ts';
import { pooled, type StratumCounts } from './stratum-counts.ts';

const { agrees, print } = agreement();
afterAll(print);

const crudeOf = (strata: readonly StratumCounts[]) => {
  const { partnerWon, partnerClosed, noneWon, noneClosed } = pooled(strata);
  const counts = [partnerWon, partnerClosed, noneWon, noneClosed] as const;
  return [newcombe(...counts)!.value, moverRatio(...counts)!.value];
};

it('crude differences and ratios are the ones that mislead', () => {
  agrees('crude difference and ratio', crudeOf(kidneyStones), [-0.0457, 0.9446], 4);
  agrees('crude difference and ratio', crudeOf(berkeley).slice(0, 1), [0.1416], 4);
  agrees('crude difference and ratio', crudeOf(tolbutamide).slice(0, 1), [0.0446], 4);
  agrees('crude difference and ratio', crudeOf(tolbutamide).slice(1), [1.436], 3);
});

it('the kidney stones in the mix of either arm turn the sign', () => {
  const toPartner = standardise(kidneyStones)!;
  const toTotal = standardise(kidneyStones, 'total')!;
  agrees(
    'standardisation to a mix',
    [toPartner.partnerRate, toPartner.noneRate, toPartner.difference.value],
    [0.78, 0.732, 0.048],
    4,
  );
  agrees(
    'standardisation to a mix',
    [toTotal.partnerRate, toTotal.noneRate, toTotal.difference.value, toTotal.ratio!.value],
    [0.8325, 0.7789, 0.0537, 1.0689],
    4,
  );
});

const remissions = (name: 'freireichDrug' | 'freireichPlacebo') => {
  const times = followUpData[name].trim().split(/\s+/);
  return riskTable(
    times.map((time) => parseInt(time, 10)),
    times.map((time) => (time.endsWith('+') ? 0 : 1)),
  );
};

it('remissions on 6-MP and on placebo are those in the textbooks', () => {
  const drug = kaplanMeier(remissions('freireichDrug'));
  const survivalAt = (day: number): number => drug.survival[drug.day.indexOf(day)]!;
  // Cox & Oakes 1984, table 4.1.
  agrees(
    'Kaplan-Meier, print',
    [6, 7, 10, 13, 16, 22, 23].map(survivalAt),
    [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482],
    4,
  );
  const placebo = kaplanMeier(remissions('freireichPlacebo'));
  // Kleinbaum & Klein 2005, page 53.
  agrees(
    'Kaplan-Meier, print',
    [...placebo.survival],
    [19, 17, 16, 14, 12, 8, 6, 4, 3, 2, 1, 0].map((left) => left / 21),
    4,
  );
  for (const [name, horizon, mean, error] of [
    ['freireichDrug', 20, 16.117, 1.252],
    ['freireichPlacebo', 20, 8.429, 1.268],
    ['freireichDrug', 23, 17.909, 1.553],
    ['freireichPlacebo', 23, 8.667, 1.377],
    ['freireichDrug', 35, 23.287, 2.827],
  ] as const) {
    const { days, variance } = restrictedMean(remissions(name), horizon)!;
    agrees('restricted mean, print', [days, Math.sqrt(variance)], [mean, error], 3);
  }
});

it('ten deals: losses compete with wins, and are not censoring', () => {
  const days = [10, 20, 20, 30, 40, 50, 60, 60, 80, 90];
  const deals = riskTable(days, [2, 1, 0, 1, 2, 1, 0, 2, 1, 0]);
  const turned = riskTable(days, [1, 2, 0, 2, 1, 2, 0, 1, 2, 0]);
  const lossesCensored = riskTable(days, [0, 1, 0, 1, 0, 1, 0, 0, 1, 0]);
  agrees(
    'Aalen-Johansen, by hand',
    [20, 30, 50, 80].map((day) => wonBy(deals, day)!.share),
    [0.1, 0.2143, 0.3286, 0.5],
    4,
  );
  agrees('Aalen-Johansen, by hand', [wonBy(turned, 60)!.share], [0.3286], 4);
  const curve = kaplanMeier(deals);
  const open = [10, 20, 30, 40, 50, 60, 80].map((day) => curve.survival[curve.day.indexOf(day)]!);
  agrees('Kaplan-Meier, by hand', open, [0.9, 0.8, 0.6857, 0.5714, 0.4571, 0.3429, 0.1714], 4);
  const wrong = kaplanMeier(lossesCensored);
  agrees('Kaplan-Meier, by hand', [1 - wrong.survival[wrong.day.indexOf(80)]!], [0.6952], 4);
});

it('ranks of the median interval are those of the binomial table', () => {
  const ranks = { 6: 1, 8: 1, 9: 2, 10: 2, 12: 3, 15: 4, 17: 5, 20: 6, 30: 10, 50: 18, 100: 40 };
  const sizes = Object.keys(ranks).map(Number);
  agrees('median interval, ranks', sizes.map(medianLowerRank), Object.values(ranks));
  agrees('median interval, ranks', [medianLowerRank(5)], [0]);
});

const claimsOf = (count: number): Claim[] =>
  Array.from({ length: count }, (_, place) => ({
    partnerId: String(place),
    tier: tiers[count - 1 - place] ?? 'assist',
    origin: false,
    enteredOn: null,
    share: null,
  }));

it('credit is split to the cent, the odd cents by largest remainder', () => {
  const { tierWeights } = defaultSettings;
  agrees(
    'credit, largest remainder',
    splitCredit(10_000_000, claimsOf(3), 'equal', tierWeights),
    [3_333_334, 3_333_333, 3_333_333],
  );
  agrees(
    'credit, largest remainder',
    splitCredit(9_999_999, claimsOf(4), 'maturity', tierWeights),
    [3_999_999, 3_000_000, 2_000_000, 1_000_000],
  );
  agrees(
    'credit, largest remainder',
    splitCredit(5, claimsOf(7), 'equal', tierWeights),
    [1, 1, 1, 1, 1, 0, 0],
  );
});

it('concentration and E-values are those in print', () => {
  for (const [amounts, index] of [
    [[50, 30, 20], 0.38],
    [[1, 1, 1, 1], 0.25],
    [[1], 1],
    [[30, 30, 20, 20], 0.26],
  ] as const) {
    agrees('Hirschman index', [hhi(amounts)!.index], [index]);
  }
  agrees('E-value, print', [eValue(3.9), eValue(1 / 3.9)], [7.263034, 7.263034], 6);
  agrees('E-value, print', [eValue(2.4)], [4.23303], 5);
  agrees('E-value, print', [eValue(3.8), eValue(1.8)], [7.1, 3], 1);
  agrees('E-value, print', [eValueOfInterval([0.9, 1.4])], [1]);
});
