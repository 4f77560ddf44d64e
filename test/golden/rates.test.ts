import { folder, goldenInR, isPresent, read, type Pooled } from '#test/golden/golden-data';
import { agreement } from '#test/agreement';
import { mantelHaenszel } from '#domain/stats/mantel-haenszel';
import { medianInterval, medianLowerRank } from '#domain/stats/median-interval';
import { newcombe } from '#domain/stats/newcombe';
import { median, quantile } from '#domain/stats/quantile';
import { standardise } from '#domain/stats/standardise';
import type { StratumCounts } from '#domain/stats/stratum-counts';
import { welch } from '#domain/stats/welch';
import { wilson } from '#domain/stats/wilson';

if (isPresent) compareAll();
else {
  test('the golden numbers are not on this machine, so the copies in the repository stand alone', () => {
    console.log(`No ${folder}: not every value of R was compared.`);
    expect(isPresent).toBe(false);
  });
}

function compareAll(): void {
  const { agrees, print } = agreement();
  afterAll(print);
  const golden = goldenInR();

  test("every interval of a proportion is R's", () => {
    for (const { x, n, wilson_95, wilson_prop_test_95 } of golden.one_proportion) {
      agrees('Wilson', wilson(x, n)!, wilson_95);
      agrees('Wilson', wilson(x, n)!, wilson_prop_test_95);
    }
  });

  test("every interval of a difference is R's, and those in print", () => {
    for (const { x1, n1, x2, n2, newcombe_score_95 } of golden.two_proportions) {
      agrees('Newcombe', newcombe(x1, n1, x2, n2)!.interval, newcombe_score_95);
    }
    golden.newcombe_table2_published.rows.forEach((counts, i) => {
      agrees(
        'Newcombe, print',
        newcombe(...counts)!.interval,
        golden.newcombe_table2_published.published[i]!,
        4,
      );
    });
    for (const { topic, item = '', published = '' } of read('published-reference-values.csv')) {
      if (topic !== 'Newcombe method 10 (score)') continue;
      const counts = [...item.matchAll(/(\d+)\/(\d+)/g)].flatMap(([, x, n]) => [Number(x), Number(n)]);
      const ends = /\((\S+), (\S+)\)/.exec(published)!.slice(1).map(Number);
      const [x1 = 0, n1 = 0, x2 = 0, n2 = 0] = counts;
      agrees('Newcombe, print', newcombe(x1, n1, x2, n2)!.interval, ends, 4);
    }
  });

  const pooledIsR = (strata: readonly StratumCounts[], inR: Pooled): void => {
    const { riskRatio, riskDifference, oddsRatio } = mantelHaenszel(strata)!;
    agrees(
      'Mantel-Haenszel',
      [riskRatio!.value, ...riskRatio!.interval, riskDifference.value, oddsRatio],
      [inR.rr_mh, ...inR.rr_mh_ci, inR.rd_mh, inR.or_mh],
    );
    const total = standardise(strata, 'total')!;
    agrees(
      'standardisation',
      [total.partnerRate, total.noneRate, total.difference.value, standardise(strata)!.noneRate],
      [
        inR.directly_standardised_group1,
        inR.directly_standardised_group0,
        inR.standardised_rd,
        inR.standardised_to_group1_mix_group0,
      ],
    );
  };

  test("the kidney stones and the admissions of Berkeley are R's", () => {
    const { kidney, ucb } = golden;
    const stones = ['small', 'large'].map((stone, stratum): StratumCounts => {
      const of = (treatment: string) =>
        kidney.data.find((row) => row.stone === stone && row.treatment === treatment)!;
      const [open, keyhole] = [of('open'), of('PN')];
      return {
        stratum,
        partnerWon: open.success,
        partnerClosed: open.total,
        noneWon: keyhole.success,
        noneClosed: keyhole.total,
      };
    });
    pooledIsR(stones, kidney.mh_open_vs_PN);
    const intervals = stones.map(
      (s) => newcombe(s.partnerWon, s.partnerClosed, s.noneWon, s.noneClosed)!.interval,
    );
    agrees('Newcombe', intervals.flat(), [...kidney.newcombe_small, ...kidney.newcombe_large]);
    agrees('Newcombe', newcombe(273, 350, 289, 350)!.interval, kidney.newcombe_crude_open_minus_PN);
    const admitted = [...'ABCDEF'].map((dept, stratum): StratumCounts => {
      const freq = (Gender: string, Admit: string) =>
        ucb.counts.find((row) => row.Dept === dept && row.Gender === Gender && row.Admit === Admit)!.Freq;
      const [men, women] = [freq('Male', 'Admitted'), freq('Female', 'Admitted')];
      return {
        stratum,
        partnerWon: men,
        partnerClosed: men + freq('Male', 'Rejected'),
        noneWon: women,
        noneClosed: women + freq('Female', 'Rejected'),
      };
    });
    pooledIsR(admitted, ucb.mh_male_vs_female);
    agrees('Newcombe', newcombe(1198, 2691, 557, 1835)!.interval, ucb.newcombe_marginal_male_minus_female);
  });

  test("every quantile and interval of a median is R's, and so is Welch's interval", () => {
    const samples: Record<string, number[]> = {
      rivers: read('rivers.csv').map(({ rivers }) => Number(rivers)),
      islands: read('islands.csv').map(({ area }) => Number(area)),
    };
    for (const [name, { n, types, median_ci_order_stat_95: inR }] of Object.entries(golden.quantiles)) {
      agrees('median interval, ranks', [medianLowerRank(n)], [inR.lower_rank]);
      const values = samples[name];
      if (values === undefined) continue;
      agrees(
        'quantiles',
        [0.1, 0.25, 0.5, 0.75, 0.9].map((p) => quantile(values, p)),
        types['7'],
      );
      agrees('quantiles', [median(Float64Array.from(values))], [types['7'][2]]);
      agrees('median interval', medianInterval(Float64Array.from(values))!, [inR.lower, inR.upper]);
    }
    const { g1, g2, welch: inR } = golden.two_sample.sleep;
    agrees('Welch', welch(g1, g2)!.interval, inR.conf_int);
  });
}
