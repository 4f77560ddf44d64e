import { isoDayOf } from '#domain/day';
import { breakdownTable } from './breakdown-text.ts';
import { comparisonText } from './comparison-text.ts';
import { kpiTable, reasonLines } from './kpi-text.ts';
import { openTable } from './open-text.ts';
import { lifeCycleTable, partnerTable } from './partner-text.ts';
import type { Report } from './report-of.ts';
import { lineWidth, wrapped } from './text-table.ts';
import { valueMapText } from './value-map-text.ts';

/** The report for a terminal of a hundred columns. */
export function textOf(report: Report): string {
  const { kpis, currency, excluded } = report.reply;
  return [
    ...report.summary.split('\n').flatMap(indented),
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

/** A line of the summary, which may be indented, in as many lines as it takes. */
function indented(line: string): readonly string[] {
  const text = line.trimStart();
  const indent = line.slice(0, line.length - text.length);
  return wrapped(text, lineWidth - indent.length, '  ').map((part) => `${indent}${part}`);
}

const titleOf = ({ question, reply, deals }: Report): string =>
  `Partner Value as of ${isoDayOf(question.asOf)}: ${deals.toLocaleString('en')} deals, amounts in ${reply.currency}`;
