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

/** Comparisons that are adjusted for what else differs between the two sides. */
const adjusted = new Set([22, 25]);

const numberOf = (id: string): number => Number(/^K(\d+)/.exec(id)?.[1] ?? Number.NaN);

/** One KPI with its arms side by side. */
export interface KpiTile {
  readonly id: string;
  readonly name: string;
  readonly arms: readonly Kpi[];
  /** Partner and no partner stand side by side without adjustment. */
  readonly raw: boolean;
}

export interface KpiGroup {
  readonly title: string;
  readonly tiles: readonly KpiTile[];
}

const armOrder: readonly Arm[] = ['partner', 'none', 'all', 'unanswered'];

function tileOf(same: readonly Kpi[]): KpiTile {
  const arms = same
    .filter(({ arm, n }) => arm !== 'unanswered' || n > 0)
    .toSorted((a, b) => armOrder.indexOf(a.arm) - armOrder.indexOf(b.arm));
  const has = (arm: Arm) => arms.some((one) => one.arm === arm);
  const id = same[0]?.id ?? '';
  const raw = has('partner') && has('none') && !adjusted.has(numberOf(id));
  return { id, name: same[0]?.name ?? '', arms, raw };
}

function tilesOf(kpis: readonly Kpi[]): KpiTile[] {
  const keyOf = ({ id, name }: Kpi) => `${id} ${name}`;
  return [...new Set(kpis.map(keyOf))].map((key) => tileOf(kpis.filter((kpi) => keyOf(kpi) === key)));
}

/** The KPIs by dimension, in the order of the catalogue; dimensions without a KPI are left out. */
export function kpiGroups(kpis: readonly Kpi[]): KpiGroup[] {
  const known = dimensions.map(([title, first, last]) => ({
    title,
    kpis: kpis.filter(({ id }) => numberOf(id) >= first && numberOf(id) <= last),
  }));
  const grouped = new Set(known.flatMap((group) => group.kpis));
  const rest = { title: 'More numbers', kpis: kpis.filter((kpi) => !grouped.has(kpi)) };
  return [...known, rest]
    .filter((group) => group.kpis.length > 0)
    .map((group) => ({ title: group.title, tiles: tilesOf(group.kpis) }));
}
