import { isoDayOf } from '#domain/day';
import type { Kpi } from '#domain/kpis/kpi';
import { fromMinor } from '#domain/money';
import type { Report } from './run.ts';

/** The report as JSON. Money is in major units of the currency, shares are 0 to 1, days are days. */
export function jsonOf({ asOf, currency, deals, excluded, kpis, partners }: Report): string {
  const report = {
    asOf: isoDayOf(asOf),
    currency,
    data: { deals, excluded },
    kpis: kpis.map((kpi) => major(kpi, currency)),
    partners: partners.map((partner) => ({
      ...partner,
      kpis: partner.kpis.map((kpi) => major(kpi, currency)),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function major(kpi: Kpi, currency: string): Kpi {
  if (kpi.unit !== 'money' && kpi.unit !== 'moneyPerDay') return kpi;
  const inMajor = (minor: number | null): number | null =>
    minor === null ? null : fromMinor(minor, currency);
  const { value, interval } = kpi;
  return {
    ...kpi,
    value: inMajor(value),
    interval: interval === null ? null : [inMajor(interval[0]), inMajor(interval[1])],
  };
}
