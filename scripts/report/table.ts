import { arms, reasonSentences, type Arm, type Kpi } from '#domain/kpis/kpi';
import { fromMinor, minorDigits } from '#domain/money';

const armLabels: Readonly<Record<Arm, string>> = {
  all: 'all deals',
  partner: 'partner',
  none: 'no partner',
  unanswered: 'not answered',
};

/** The KPIs as text: one line per KPI, one column per arm, with n; below, why numbers are missing. */
export function tableOf(kpis: readonly Kpi[], currency: string): string {
  const ids = [...new Set(kpis.map(({ id }) => id))];
  const shown = arms.filter((arm) => kpis.some((kpi) => kpi.arm === arm));
  const rows = ids.map((id) => {
    const named = kpis.find((kpi) => kpi.id === id);
    const cells = shown.map((arm) =>
      cellOf(
        kpis.find((kpi) => kpi.id === id && kpi.arm === arm),
        currency,
      ),
    );
    return [id, named?.name ?? '', ...cells];
  });
  return aligned([['', '', ...shown.map((arm) => armLabels[arm])], ...rows]).join('\n');
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

function cellOf(kpi: Kpi | undefined, currency: string): string {
  if (kpi === undefined) return '';
  return kpi.value === null
    ? kpi.n > 0
      ? `– (n ${kpi.n})`
      : '–'
    : `${valueText(kpi.unit, kpi.value, currency)} (n ${kpi.n})`;
}

function valueText(unit: Kpi['unit'], value: number, currency: string): string {
  const fixed = (number: number, digits: number): string =>
    number.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  switch (unit) {
    case 'money':
    case 'moneyPerDay':
      return `${fixed(fromMinor(value, currency), minorDigits(currency))} ${currency}${unit === 'money' ? '' : '/day'}`;
    case 'share':
    case 'difference':
      return `${fixed(value * 100, 1)} %`;
    case 'days':
      return `${fixed(value, 1)} days`;
    case 'count':
      return fixed(value, 0);
    case 'ratio':
    case 'index':
      return fixed(value, 2);
  }
}

const partnerColumns = ['deals', 'deals.won', 'K24', 'won.amount', 'K20.won'] as const;
/** The table names the best ones; the JSON holds all of them. */
const listedPartners = 20;

/** One line per partner, best lower bound of the win rate first. */
export function partnerTableOf(
  partners: readonly { readonly name: string; readonly kpis: readonly Kpi[] }[],
  currency: string,
): readonly string[] {
  if (partners.length === 0) return [];
  const kpiOf = (kpis: readonly Kpi[], id: string): Kpi | undefined =>
    kpis.find((kpi) => kpi.id === id && kpi.arm === 'partner');
  const heads = partnerColumns.map((id) => kpiOf(partners[0]?.kpis ?? [], id)?.name ?? id);
  const rows = partners
    .slice(0, listedPartners)
    .map(({ name, kpis }) => [name, '', ...partnerColumns.map((id) => cellOf(kpiOf(kpis, id), currency))]);
  const more =
    partners.length > listedPartners ? [`… and ${partners.length - listedPartners} more partners`] : [];
  return [...aligned([['Partner', '', ...heads], ...rows]), ...more, ''];
}

/** Why numbers are missing, once per reason. */
export function reasonsOf(kpis: readonly Kpi[]): readonly string[] {
  const reasons = new Map<string, Set<string>>();
  for (const { id, reason } of kpis) {
    if (reason === null) continue;
    const sentence = reasonSentences[reason];
    reasons.set(sentence, (reasons.get(sentence) ?? new Set()).add(id));
  }
  return [...reasons].map(([sentence, ids]) => `– ${[...ids].join(', ')}: ${sentence}`);
}
