import { catalogue } from '#domain/kpis/catalogue';
import { reasonSentences, type KpiReason } from '#domain/kpis/kpi';

const head = `# KPIs

Generated from \`src/domain/kpis/catalogue.ts\` by \`npm run docs\`; a test holds this page against the table.

Every number states its as-of day. Where there is no answer the value is empty and a reason says why: never 0, never NaN.
A deal counts as **partner** when it has a tag that counts, as **none** when somebody said that no partner is involved,
and as **unanswered** otherwise; the three divide all deals. Money is in the home currency.

Cohorts: *created* and *closed* are the deals created or closed in the period; *open* are the deals open at the as-of day;
*as-of* is the state at that day. An open end of an interval is empty: as an upper end it means no upper limit.

| id | KPI | unit | cohort | formula | fields | empty when | source |
|---|---|---|---|---|---|---|---|
`;

/** docs/kpis.md as text. */
export function kpiPage(): string {
  const rows = Object.entries(catalogue).map(([id, row]) => {
    const cells = [
      id,
      row.name,
      row.unit,
      row.cohort,
      row.formula,
      row.fields,
      row.reasons.map(inWords).join(' '),
      row.source,
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return `${head}${rows.join('\n')}\n`;
}

const inWords = (reason: KpiReason): string => reasonSentences[reason];
