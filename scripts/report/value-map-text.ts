import { dimensions, type ValueMapCell } from '#domain/kpis/value-map';
import { lifeCycleStageLabels, lifeCycleStages, tierLabels, tiers, type Tier } from '#domain/vocabulary';
import type { Report } from './report-of.ts';
import { aligned, cut } from './text-table.ts';
import { valueText } from './value-text.ts';

const nameWidth = 22;

/** The value map: the lead KPI of each cell, for all tiers together and for each tier that has an answer. */
export function valueMapText({ reply }: Report): readonly string[] {
  const { valueMap, currency } = reply;
  const asked = [null, ...tiers].filter((tier) =>
    valueMap.some((cell) => cell.tier === tier && (tier === null || hasAnswer(cell))),
  );
  return asked.flatMap((tier) => [
    `Value map, ${tier === null ? 'all tiers' : tierLabels[tier]}: the first number of each cell, deals with a partner`,
    ...mapOf(
      valueMap.filter((cell) => cell.tier === tier),
      currency,
    ),
    '',
  ]);
}

/** A count or a sum of nothing is no answer worth a table of its own. */
const hasAnswer = ({ kpis }: ValueMapCell): boolean => kpis.some(({ value, n }) => value !== null && n > 0);

function mapOf(cells: readonly ValueMapCell[], currency: string): readonly string[] {
  const names = Object.entries(dimensions) as [ValueMapCell['dimension'], string][];
  const rows = names.map(([dimension, name]) => [
    cut(`${dimension} ${name}`, nameWidth),
    ...lifeCycleStages.map((stage) => {
      const cell = cells.find((one) => one.dimension === dimension && one.stage === stage);
      return cell === undefined ? '' : leadText(cell, currency);
    }),
  ]);
  return aligned([['', ...lifeCycleStages.map((stage) => lifeCycleStageLabels[stage])], ...rows]);
}

function leadText({ kpis: [lead] }: ValueMapCell, currency: string): string {
  return lead === undefined || lead.value === null ? '–' : valueText(lead.unit, lead.value, currency);
}

export const levelText = (level: Tier | null): string => (level === null ? '–' : tierLabels[level]);
