import type { Selection } from './selection.ts';

export type Period = Pick<Selection, 'from' | 'to'>;

interface NamedPeriod extends Period {
  readonly id: string;
  readonly label: string;
}

const isoDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/**
 * The periods that people ask for, as of a day. An open end reaches to today and beyond.
 * Example: as of 2026-11-25, last quarter is 2026-07-01 to 2026-09-30.
 */
export function periodsAt(asOf: string): readonly NamedPeriod[] {
  const [year = 0, month = 1, day = 1] = asOf.slice(0, 10).split('-').map(Number);
  const quarter = Math.floor((month - 1) / 3) * 3;
  return [
    { id: 'all', label: 'All time', from: null, to: null },
    { id: 'year', label: 'This year', from: isoDay(year, 0, 1), to: null },
    { id: 'quarter', label: 'This quarter', from: isoDay(year, quarter, 1), to: null },
    {
      id: 'lastQuarter',
      label: 'Last quarter',
      from: isoDay(year, quarter - 3, 1),
      to: isoDay(year, quarter, 0),
    },
    { id: 'twelveMonths', label: 'Last 12 months', from: isoDay(year - 1, month - 1, day + 1), to: null },
    { id: 'lastYear', label: 'Last year', from: isoDay(year - 1, 0, 1), to: isoDay(year - 1, 11, 31) },
  ];
}

/** The period that is chosen, or null for days of one's own. */
export const periodOf = ({ from, to }: Period, asOf: string): NamedPeriod | null =>
  periodsAt(asOf).find((period) => period.from === from && period.to === to) ?? null;
