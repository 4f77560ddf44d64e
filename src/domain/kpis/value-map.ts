import type { Columns } from '../columns.ts';
import { lifeCycleStages, tiers, type LifeCycleStage, type Tier } from '../vocabulary.ts';
import type { KpiId } from './catalogue.ts';
import type { Kpi } from './kpi.ts';
import { mappedTally } from './families.ts';
import { founded, foundationsOf, type Foundations } from './foundations.ts';
import type { Question } from './question.ts';
import { askedOf, partnerSelector, type Asked } from './selection.ts';
import { answerOf, type Tally } from './tally.ts';

/** The eight dimensions of partner value, in the words of the source text. */
export const dimensions = {
  D1: 'More pipeline',
  D2: 'Better pipeline',
  D3: 'Net-new logos',
  D4: 'Access to verticals, regions and users',
  D5: 'Faster transactions',
  D6: 'Higher win rates',
  D7: 'Bigger transactions',
  D8: 'Full-stack solutions',
} as const;
type Dimension = keyof typeof dimensions;

/** Which KPIs answer a dimension in a stage, the lead one first: our own design. Stages that are absent have none. */
const evidence: Readonly<Record<Dimension, Partial<Record<LifeCycleStage, readonly KpiId[]>>>> = {
  D1: {
    identify: ['K01'],
    engage: ['K02', 'K03.pipeline'],
    evaluate: ['K03.pipeline'],
    decide: ['open.amount'],
    expand: ['K28'],
  },
  D2: {
    identify: ['K14'],
    engage: ['K10.engage', 'K11.engage'],
    evaluate: ['K10.evaluate', 'K11.evaluate'],
    decide: ['K08', 'K13'],
  },
  D3: { identify: ['K16.mix'], engage: ['K16.mix'], evaluate: ['K16.mix'], decide: ['K15', 'K16.mix'] },
  D4: { identify: ['K17'], decide: ['K17'] },
  D5: {
    engage: ['K11.engage'],
    evaluate: ['K11.evaluate'],
    decide: ['K20', 'K20.won', 'K21.90', 'K23'],
  },
  D6: { engage: ['K10.engage'], evaluate: ['K10.evaluate'], decide: ['K24', 'K24.amount'] },
  D7: { decide: ['K26', 'K26.mean'], expand: ['K28'] },
  D8: {
    engage: ['K42.engage'],
    evaluate: ['K29', 'K29.mean'],
    decide: ['K30', 'K31'],
    onboard: ['K30'],
    adopt: ['K42.adopt'],
    expand: ['K31'],
  },
};

export interface ValueMapCell {
  readonly dimension: Dimension;
  readonly stage: LifeCycleStage;
  /** Null: all tiers together. */
  readonly tier: Tier | null;
  /** Tags of the tier that touch the stage: what the cell rests on. */
  readonly tags: number;
  /** The lead KPI first. */
  readonly kpis: readonly Kpi[];
}

/**
 * The value map: eight dimensions by life-cycle stage by tier. A cell's KPIs are those of the deals with a partner at
 * that tier; cells without evidence are absent. They describe these deals, and are compared with nothing. Fed with what
 * the question selects.
 */
export function valueMapTally(
  { columns, question }: Asked,
  { firstWins }: Foundations,
): Tally<ValueMapCell[]> {
  const asked = askedOf(columns, question, { partnerOnly: true });
  const parts = [null, ...tiers].map((tier) => {
    const foundations = foundationsOf(asked, firstWins);
    return { tier, selected: partnerSelector(tier), foundations, kpis: mappedTally(asked, foundations) };
  });
  return {
    add: (whole) => {
      for (const { selected, foundations, kpis } of parts) {
        const selection = selected(whole);
        foundations.add(selection);
        kpis.add(selection);
      }
    },
    finish: () => parts.flatMap(({ tier, kpis }) => cellsOf(tier, kpis.finish())),
  };
}

function cellsOf(tier: Tier | null, kpis: readonly Kpi[]): ValueMapCell[] {
  const byId = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  return (Object.keys(dimensions) as Dimension[]).flatMap((dimension) =>
    lifeCycleStages.flatMap((stage): ValueMapCell[] => {
      const ids = evidence[dimension][stage];
      if (ids === undefined) return [];
      const tags = byId.get(`K42.${stage}`)!.value!;
      return [{ dimension, stage, tier, tags, kpis: ids.map((id) => byId.get(id)!) }];
    }),
  );
}

/** The value map of a portfolio in one chunk. */
export const valueMap = (columns: Columns, question: Question): ValueMapCell[] =>
  answerOf(founded(valueMapTally), columns, question);
