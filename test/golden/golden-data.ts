import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';

export const folder = resolve(__dirname, '../../../shared/data/golden');
export const isPresent = existsSync(folder);

export const goldenInR = (): Golden =>
  JSON.parse(readFileSync(join(folder, 'golden.json'), 'utf8')) as Golden;

export const read = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, name)), { columns: true, relax_column_count: true });

/** The parts of golden.json, which R 4.2.2 made, that concern the methods of this program. */
type Interval = [number, number];
export interface Point {
  time: number;
  surv: number;
  lower: number | null;
  upper: number | null;
}
export interface Quantile {
  prob: number;
  q: number | null;
  lower: number | null;
  upper: number | null;
}
export interface Curve {
  curve?: { time: number; surv: number; lower_log: number | null; upper_log: number | null }[];
  at_times: { log: Point[] };
  quantiles: { log: Quantile[] };
  rmst: Record<string, { tau: number; rmst: number; se: number }>;
}
interface MicroCurve {
  time: number | number[];
  event: number | number[];
  curve: Point[];
  quantiles: Quantile[];
}
export interface Pooled {
  rd_mh: number;
  rr_mh: number;
  rr_mh_ci: Interval;
  or_mh: number;
  crude_rd: number;
  directly_standardised_group1: number;
  directly_standardised_group0: number;
  standardised_rd: number;
  standardised_to_group1_mix_group0: number;
}
export interface Golden {
  one_proportion: { x: number; n: number; wilson_95: Interval; wilson_prop_test_95: Interval }[];
  two_proportions: { x1: number; n1: number; x2: number; n2: number; newcombe_score_95: Interval }[];
  newcombe_table2_published: { rows: [number, number, number, number][]; published: Interval[] };
  kidney: {
    data: { stone: string; treatment: string; success: number; total: number }[];
    newcombe_crude_open_minus_PN: Interval;
    newcombe_small: Interval;
    newcombe_large: Interval;
    mh_open_vs_PN: Pooled;
  };
  ucb: {
    counts: { Admit: string; Gender: string; Dept: string; Freq: number }[];
    newcombe_marginal_male_minus_female: Interval;
    mh_male_vs_female: Pooled;
  };
  freireich: { survfit: Record<string, Curve>; survfit_all: { all: Curve } };
  lung: { survfit_all: Curve; survfit_sex: Record<string, Curve> };
  aml: { survfit: Record<string, Curve> };
  survival_micro: Record<string, MicroCurve>;
  mgus2_aalen_johansen: {
    strata: string;
    time: number;
    cif_pcm: number;
    cif_death: number;
    se_pcm: number;
    se_death: number;
    lower_pcm: number;
    upper_pcm: number;
  }[];
  quantiles: Record<
    string,
    {
      n: number;
      types: Record<'7', number[]>;
      median_ci_order_stat_95: { lower: number | null; upper: number | null; lower_rank: number };
    }
  >;
  two_sample: { sleep: { g1: number[]; g2: number[]; welch: { conf_int: Interval } } };
}
