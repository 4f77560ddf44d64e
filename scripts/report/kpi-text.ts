import { arms, reasonSentences, type Arm, type Kpi } from '#domain/kpis/kpi';
import { aligned, lineWidth, wrapped } from './text-table.ts';
import { countText, sizeText, valueText } from './value-text.ts';

const armLabels: Readonly<Record<Arm, string>> = {
  all: 'all deals',
  partner: 'partner',
  none: 'no partner',
  unanswered: 'not answered',
};

const gap = 2;
const narrowestName = 24;

/** One line per KPI and one column per arm, with n in brackets; a long name goes on in the next line. */
export function kpiTable(kpis: readonly Kpi[], currency: string): readonly string[] {
  const shown = arms.filter((arm) => kpis.some((kpi) => kpi.arm === arm));
  const rows = byId(kpis).map((ofId) => ({
    name: nameOf(ofId[0]!),
    cells: shown.map((arm) =>
      kpiCell(
        ofId.find((kpi) => kpi.arm === arm),
        currency,
      ),
    ),
  }));
  const heads = shown.map((arm) => armLabels[arm]);
  const widths = heads.map((head, arm) =>
    Math.max(head.length, ...rows.map(({ cells }) => cells[arm]!.length)),
  );
  const taken = widths.reduce((sum, width) => sum + width + gap, 0);
  const nameWidth = Math.max(narrowestName, lineWidth - taken);
  const lines = rows.flatMap(({ name, cells }) =>
    wrapped(name, nameWidth, '  ').map((part, line) => [part, ...(line === 0 ? cells : cells.map(() => ''))]),
  );
  return aligned([['value (n)', ...heads], ...lines]);
}

function byId(kpis: readonly Kpi[]): readonly (readonly Kpi[])[] {
  const groups = new Map<string, Kpi[]>();
  for (const kpi of kpis) {
    const group = groups.get(kpi.id);
    if (group === undefined) groups.set(kpi.id, [kpi]);
    else group.push(kpi);
  }
  return [...groups.values()];
}

const nameOf = ({ id, name }: Kpi): string => (id.startsWith('K') ? `${id.split('.')[0]!} ${name}` : name);

export function kpiCell(kpi: Kpi | undefined, currency: string): string {
  if (kpi === undefined) return '';
  const n = kpi.n > 0 ? ` (${sizeText(kpi.n)})` : '';
  if (kpi.value === null) return `–${n}`;
  return kpi.unit === 'count' ? countText(kpi.value) : `${valueText(kpi.unit, kpi.value, currency)}${n}`;
}

/** Why numbers are missing, once per reason. */
export function reasonLines(kpis: readonly Kpi[]): readonly string[] {
  const reasons = new Map<string, Set<string>>();
  for (const { id, reason } of kpis) {
    if (reason === null) continue;
    const sentence = reasonSentences[reason];
    reasons.set(sentence, (reasons.get(sentence) ?? new Set()).add(id));
  }
  return [...reasons].flatMap(([sentence, ids]) =>
    wrapped(`– ${sentence} ${[...ids].join(', ')}`, lineWidth, '  '),
  );
}
