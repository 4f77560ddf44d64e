import type { BaseDate, DateInputProps } from '@hubspot/ui-extensions';

type Format = NonNullable<DateInputProps['format']>;

const two = (n: number) => String(n).padStart(2, '0');

export const isSameDay = (a: BaseDate, b: BaseDate) => compareDays(a, b) === 0;

export const compareDays = (a: BaseDate, b: BaseDate): number =>
  a.year - b.year || a.month - b.month || a.date - b.date;

export const toIso = ({ year, month, date }: BaseDate): string =>
  `${String(year).padStart(4, '0')}-${two(month + 1)}-${two(date)}`;

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The four looks of the SDK: 09/04/1986, September 4, 1986, Sep 4, 1986, 1986-09-04. */
export function formatDay(day: BaseDate, format: Format = 'short'): string {
  const { year, month, date } = day;
  const name = months[month] ?? '';
  switch (format) {
    case 'short':
    case 'L':
      return `${two(month + 1)}/${two(date)}/${year}`;
    case 'long':
    case 'LL':
      return `${name} ${date}, ${year}`;
    case 'medium':
    case 'll':
      return `${name.slice(0, 3)} ${date}, ${year}`;
    case 'standard':
    case 'YYYY-MM-DD':
      return toIso(day);
  }
}

function toDay(year: number, month: number, date: number): BaseDate | null {
  const full = year < 100 ? 2000 + year : year;
  const real = new Date(Date.UTC(full, month, date));
  return real.getUTCMonth() === month && real.getUTCDate() === date ? { year: full, month, date } : null;
}

const monthNamed = (word: string) =>
  word.length < 3 ? -1 : months.findIndex((name) => name.toLowerCase().startsWith(word.toLowerCase()));

/** What a person may type for a day; null where it is none (February 30 is none). */
export function parseDay(text: string): BaseDate | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return toDay(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(trimmed);
  if (slashed) return toDay(Number(slashed[3]), Number(slashed[1]) - 1, Number(slashed[2]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/.exec(trimmed);
  if (dotted) return toDay(Number(dotted[3]), Number(dotted[2]) - 1, Number(dotted[1]));
  const american = /^([A-Za-z]+)\.? (\d{1,2}),? (\d{4})$/.exec(trimmed);
  if (american) return toDay(Number(american[3]), monthNamed(american[1] ?? ''), Number(american[2]));
  const british = /^(\d{1,2}) ([A-Za-z]+)\.?,? (\d{4})$/.exec(trimmed);
  if (british) return toDay(Number(british[3]), monthNamed(british[2] ?? ''), Number(british[1]));
  return null;
}

export function todayIn(now: Date): BaseDate {
  return { year: now.getFullYear(), month: now.getMonth(), date: now.getDate() };
}
