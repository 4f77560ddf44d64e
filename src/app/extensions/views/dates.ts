import type { BaseDate } from '@hubspot/ui-extensions';

const two = (value: number): string => String(value).padStart(2, '0');

/** HubSpot's date inputs count months from 0. Example: 2026-03-09 is { year: 2026, month: 2, date: 9 }. */
export const toBaseDate = (iso: string): BaseDate => ({
  year: Number(iso.slice(0, 4)),
  month: Number(iso.slice(5, 7)) - 1,
  date: Number(iso.slice(8, 10)),
});

export const toIsoDay = ({ year, month, date }: BaseDate): string => `${year}-${two(month + 1)}-${two(date)}`;
