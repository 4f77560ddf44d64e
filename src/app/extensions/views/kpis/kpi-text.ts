import { reasonSentences, type Kpi } from '#domain/kpis/kpi';
import { nothing, type Format } from '../format.ts';

/** Under five records a percentage says more than the data do; under ten it needs the warning. */
const fewestForPercent = 5;
const few = 10;

/** Ratios of like to like (pipeline to target, partner to no partner, return to cost) are read as "times". */
const multiples = /^K(07|25|26|43)/;

function amountText(kpi: Kpi, value: number | null, format: Format, currency: string): string {
  switch (kpi.unit) {
    case 'money':
      return format.money(value, currency);
    case 'moneyPerDay':
      return value === null ? nothing : `${format.money(value, currency)} per day`;
    case 'share':
      return format.percent(value);
    case 'difference':
      return format.points(value);
    case 'ratio':
      return value !== null && multiples.test(kpi.id) ? `${format.decimal(value)}×` : format.decimal(value);
    case 'days':
      return format.days(value);
    case 'count':
      return format.decimal(value);
    case 'index':
      return format.decimal(value);
  }
}

/** "2 of 3" of a share of records: the one kind of share that comes with an interval. A share of money has no counts. */
function countsOf({ value, n, interval }: Kpi): string | null {
  const part = (value ?? Number.NaN) * n;
  return interval && Math.abs(part - Math.round(part)) < 1e-6 ? `${Math.round(part)} of ${n}` : null;
}

function valueText(kpi: Kpi, format: Format, currency: string): string {
  const amount = amountText(kpi, kpi.value, format, currency);
  if (kpi.unit !== 'share' || kpi.value === null || kpi.n >= few) return amount;
  const counts = countsOf(kpi);
  if (kpi.n < fewestForPercent) return counts ?? nothing;
  return counts ? `${amount} (${counts})` : amount;
}

function intervalText(kpi: Kpi, format: Format, currency: string): string | null {
  if (!kpi.interval || (kpi.unit === 'share' && kpi.n < fewestForPercent)) return null;
  const [low, high] = kpi.interval;
  if (low === null && high === null) return null;
  const text = (end: number) => amountText(kpi, end, format, currency);
  if (low === null) return `95 % interval: up to ${text(high ?? 0)}`;
  return `95 % interval: ${text(low)} to ${high === null ? 'no upper limit' : text(high)}`;
}

export interface KpiText {
  readonly value: string;
  /** How many records stand behind it, the interval, or the reason why there is no number. */
  readonly detail: string;
}

/** A number as people may read it: with what stands behind it, and never a percentage of a handful. */
export function kpiText(kpi: Kpi, format: Format, currency: string): KpiText {
  const small = kpi.unit === 'share' && kpi.value !== null && kpi.n > 0 && kpi.n < few;
  const parts = [
    kpi.reason === null ? null : reasonSentences[kpi.reason],
    kpi.n === 0 || (kpi.unit === 'count' && kpi.value === kpi.n) ? null : `n = ${format.count(kpi.n)}`,
    small ? 'small sample' : null,
    kpi.value === null ? null : intervalText(kpi, format, currency),
  ];
  return {
    value: valueText(kpi, format, currency),
    detail: parts.filter((part) => part !== null).join(' · '),
  };
}
