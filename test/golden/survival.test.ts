import {
  folder,
  goldenInR,
  isPresent,
  read,
  type Curve,
  type Point,
  type Quantile,
} from '#test/golden/golden-data';
import { agreement } from '#test/agreement';
import { wonBy } from '#domain/stats/aalen-johansen';
import { kaplanMeier, medianTime } from '#domain/stats/kaplan-meier';
import { riskTable, type RiskTable } from '#domain/stats/risk-table';
import { restrictedMean } from '#domain/stats/rmst';

if (isPresent) compareAll();
else {
  test('the golden curves are not on this machine, so the copies in the repository stand alone', () => {
    console.log(`No ${folder}: not every value of R was compared.`);
    expect(isPresent).toBe(false);
  });
}

function compareAll(): void {
  const { agrees, print } = agreement();
  afterAll(print);
  const golden = goldenInR();

  const curveIsR = (risks: RiskTable, points: readonly Point[], quantiles: readonly Quantile[]): void => {
    const curve = kaplanMeier(risks);
    for (const { time, surv, lower, upper } of points) {
      const at = curve.day.findLastIndex((day) => day <= time);
      const found = at < 0 ? [1, 1, 1] : [curve.survival[at], curve.lower[at], curve.upper[at]];
      agrees('Kaplan-Meier', found, [surv, lower, upper]);
    }
    const inR = quantiles.find(({ prob }) => prob === 0.5)!;
    const found = medianTime(curve);
    agrees('median time', [found?.days, ...(found?.interval ?? [null, null])], [inR.q, inR.lower, inR.upper]);
  };

  const fitIsR = (risks: RiskTable, { curve = [], at_times, quantiles, rmst }: Curve): void => {
    const points = curve.map(({ lower_log, upper_log, ...point }) => ({
      ...point,
      lower: lower_log,
      upper: upper_log,
    }));
    curveIsR(risks, [...points, ...at_times.log], quantiles.log);
    for (const { tau, rmst: days, se } of Object.values(rmst)) {
      const mean = restrictedMean(risks, tau)!;
      agrees('restricted mean', [mean.days, Math.sqrt(mean.variance)], [days, se]);
    }
  };

  const risksOf = (
    file: string,
    status: string,
    keep: (row: Record<string, string>) => boolean,
  ): RiskTable => {
    const rows = read(file).filter(keep);
    return riskTable(
      rows.map(({ time }) => Number(time)),
      rows.map((row) => (row[status] === '1' ? 1 : 0)),
    );
  };

  test("every survival curve, median and restricted mean is R's", () => {
    const { freireich, aml, lung, survival_micro } = golden;
    const gehan = 'leukemia_6mp_gehan.csv';
    for (const [name, fit] of Object.entries(freireich.survfit)) {
      fitIsR(
        risksOf(gehan, 'cens', ({ treat }) => name === `treat=${treat ?? ''}`),
        fit,
      );
    }
    fitIsR(
      risksOf(gehan, 'cens', () => true),
      freireich.survfit_all.all,
    );
    for (const [name, fit] of Object.entries(aml.survfit)) {
      fitIsR(
        risksOf('aml.csv', 'status', ({ x }) => name === `x=${x ?? ''}`),
        fit,
      );
    }
    const dead = ({ time, status }: Record<string, string>) =>
      [Number(time), status === '2' ? 1 : 0] as const;
    const lungOf = (keep: (row: Record<string, string>) => boolean): RiskTable => {
      const rows = read('lung.csv').filter(keep).map(dead);
      return riskTable(
        rows.map(([time]) => time),
        rows.map(([, end]) => end),
      );
    };
    fitIsR(
      lungOf(() => true),
      lung.survfit_all,
    );
    for (const [name, fit] of Object.entries(lung.survfit_sex)) {
      fitIsR(
        lungOf(({ sex }) => name === `sex=${sex ?? ''}`),
        fit,
      );
    }
    for (const { time, event, curve, quantiles } of Object.values(survival_micro)) {
      // R writes a sample of one as a number.
      curveIsR(riskTable([time].flat(), [event].flat()), curve, quantiles);
    }
  });

  test("every cumulative incidence with a competing end is R's, and so is that of the competing end", () => {
    const codeOf = (event: string) => (event === 'pcm' ? 1 : event === 'death' ? 2 : 0);
    const ends = read('mgus2_competing.csv');
    for (const inR of golden.mgus2_aalen_johansen) {
      const rows = ends.filter(({ sex }) => inR.strata === `sex=${sex ?? ''}`);
      const times = rows.map(({ etime }) => Number(etime));
      const events = rows.map(({ ev = '' }) => codeOf(ev));
      const won = wonBy(riskTable(times, events), inR.time)!;
      agrees(
        'Aalen-Johansen',
        [won.share, won.standardError, ...won.interval!],
        [inR.cif_pcm, inR.se_pcm, inR.lower_pcm, inR.upper_pcm],
      );
      const turned = riskTable(
        times,
        events.map((event) => (event === 0 ? 0 : 3 - event)),
      );
      const lost = wonBy(turned, inR.time)!;
      agrees('Aalen-Johansen', [lost.share, lost.standardError], [inR.cif_death, inR.se_death]);
    }
  });
}
