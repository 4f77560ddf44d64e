import type { Kpi } from '#domain/kpis/kpi';
import { kpiCell } from './kpi-text.ts';
import type { Breakdown, Report } from './report-of.ts';
import { aligned, cut } from './text-table.ts';

const shownKpis = ['deals', 'open.amount', 'won.amount', 'K24', 'K20.won'] as const;
const heads = ['deals', 'open', 'won', 'win rate', 'days to win'];
const titles: Readonly<Record<Breakdown['by'], string>> = {
  tier: 'Tier',
  role: 'Role',
  routeToMarket: 'Route',
  stage: 'Stage',
};

/** Deals with a partner by what their tags say; a deal may stand in several rows. Values without a deal are left out. */
export function breakdownTable({ breakdowns, reply }: Report): readonly string[] {
  const kpiOf = (kpis: readonly Kpi[], id: string): Kpi | undefined => kpis.find((kpi) => kpi.id === id);
  const rows = breakdowns
    .filter(({ kpis }) => ['deals', 'open.amount', 'won.amount'].some((id) => (kpiOf(kpis, id)?.n ?? 0) > 0))
    .map(({ by, name, kpis }) => [
      titles[by],
      cut(name, 32),
      ...shownKpis.map((id) => kpiCell(kpiOf(kpis, id), reply.currency)),
    ]);
  if (rows.length === 0) return [];
  return [
    'Deals with a partner, by what their tags say; rows overlap:',
    ...aligned([['', '', ...heads], ...rows], 2),
    '',
  ];
}
