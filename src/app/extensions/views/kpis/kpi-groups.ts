import type { Arm, Kpi } from '#domain/kpis/kpi';

export const armLabels: Readonly<Record<Arm, string>> = {
  all: 'All deals',
  partner: 'With a partner',
  none: 'No partner',
  unanswered: 'Not answered',
};

/** First and last number of the catalogue in each dimension of partner value. */
const dimensions: readonly (readonly [title: string, first: number, last: number])[] = [
  ['More pipeline', 1, 7],
  ['Better pipeline', 8, 14],
  ['New logos', 15, 16],
  ['Access', 17, 19],
  ['Faster', 20, 23],
  ['Win rate', 24, 25],
  ['Bigger', 26, 28],
  ['Full stack', 29, 32],
  ['After the sale', 33, 36],
  ['Active partners', 37, 39],
  ['Concentration', 40, 40],
  ['Maturity', 41, 42],
  ['Return', 43, 45],
  ['Data quality', 46, 49],
];

/** Numbers in which the two sides of a portfolio are compared. Sums and counts only describe; K22 and K25 are adjusted. */
const comparing = new Set([10, 11, 12, 13, 20, 21, 23, 24, 26, 27, 32, 33, 34, 35, 36]);

const numberOf = (id: string): number => Number(/^K(\d+)/.exec(id)?.[1] ?? Number.NaN);

/** One KPI with its arms side by side. */
export interface KpiFigure {
  readonly id: string;
  readonly name: string;
  readonly arms: readonly Kpi[];
  /** Partner and no partner stand side by side without adjustment. */
  readonly raw: boolean;
}

export interface KpiGroup {
  readonly title: string;
  readonly figures: readonly KpiFigure[];
}

export const armOrder: readonly Arm[] = ['partner', 'none', 'unanswered', 'all'];

function figureOf(same: readonly Kpi[]): KpiFigure {
  const arms = same.toSorted((a, b) => armOrder.indexOf(a.arm) - armOrder.indexOf(b.arm));
  const id = same[0]?.id ?? '';
  const compares = comparing.has(numberOf(id)) && same[0]?.unit !== 'count';
  const raw = compares && arms.some(({ arm }) => arm === 'partner') && arms.some(({ arm }) => arm === 'none');
  return { id, name: same[0]?.name ?? '', arms, raw };
}

/** The KPIs with their arms side by side, in the order in which they come. */
export function kpiFigures(kpis: readonly Kpi[]): KpiFigure[] {
  const keyOf = ({ id, name }: Kpi) => `${id} ${name}`;
  return [...new Set(kpis.map(keyOf))].map((key) => figureOf(kpis.filter((kpi) => keyOf(kpi) === key)));
}

/** The KPIs by dimension, in the order of the catalogue; dimensions without a KPI are left out. */
export function kpiGroups(kpis: readonly Kpi[]): KpiGroup[] {
  const between = (first: number, last: number) =>
    kpis.filter(({ id }) => numberOf(id) >= first && numberOf(id) <= last);
  const known = dimensions.map(([title, first, last]) => ({ title, kpis: between(first, last) }));
  const grouped = new Set(known.flatMap((group) => group.kpis));
  const base = { title: 'At a glance', kpis: kpis.filter((kpi) => !grouped.has(kpi)) };
  return [base, ...known]
    .filter((group) => group.kpis.length > 0)
    .map((group) => ({ title: group.title, figures: kpiFigures(group.kpis) }));
}
