import { isoDayOf } from '#domain/day';
import { breakdownTable } from './breakdown-text.ts';
import { comparisonText } from './comparison-text.ts';
import { kpiTable, reasonLines } from './kpi-text.ts';
import { openTable } from './open-text.ts';
import { lifeCycleTable, partnerTable } from './partner-text.ts';
import type { Report } from './report-of.ts';
import { wrapped } from './text-table.ts';
import { valueMapText } from './value-map-text.ts';

/** The report for a terminal of a hundred columns. */
export function textOf(report: Report): string {
  const { kpis, currency, excluded } = report.reply;
  return [
    report.summary,
    '',
    titleOf(report),
    '',
    ...comparisonText(report),
    '',
    ...kpiTable(kpis, currency),
    '',
    ...partnerTable(report),
    ...openTable(report),
    ...breakdownTable(report),
    ...valueMapText(report),
    ...lifeCycleTable(report),
    ...reasonLines(kpis),
    ...excluded.flatMap(({ reason, n }) => wrapped(`– Kept out of some numbers: ${reason}: ${n}`)),
  ].join('\n');
}

const titleOf = ({ question, reply, deals }: Report): string =>
  `Partner Value as of ${isoDayOf(question.asOf)}: ${deals.toLocaleString('en')} deals, amounts in ${reply.currency}`;
