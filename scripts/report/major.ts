import type { Kpi } from '#domain/kpis/kpi';
import { fromMinor } from '#domain/money';

/** Money in major units of the currency; other units as they are. */
export function inMajor(kpi: Kpi, currency: string): Kpi {
  if (kpi.unit !== 'money' && kpi.unit !== 'moneyPerDay') return kpi;
  const major = (minor: number | null): number | null => (minor === null ? null : fromMinor(minor, currency));
  const { value, interval } = kpi;
  return {
    ...kpi,
    value: major(value),
    interval: interval === null ? null : [major(interval[0]), major(interval[1])],
  };
}
