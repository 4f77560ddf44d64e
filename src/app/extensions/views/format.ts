import { fromMinor, minorDigits } from '#domain/money';

/** How numbers, days and instants are written for one reader. `null` is always "–". */
export interface Format {
  readonly count: (value: number | null) => string;
  readonly decimal: (value: number | null) => string;
  readonly percent: (share: number | null) => string;
  /** Points between two shares: "+12 points". */
  readonly points: (difference: number | null) => string;
  /** The ends of an interval of points: "-6 to +13 points". */
  readonly pointsRange: (interval: readonly [number, number]) => string;
  readonly money: (minor: number | null, currency: string) => string;
  /** A difference of money, with its sign: "+€1,200"; "–" where there is none. */
  readonly moneyChange: (minor: number, currency: string) => string;
  readonly days: (value: number | null) => string;
  /** An ISO day: "3 Mar 2026". */
  readonly day: (iso: string | null) => string;
  /** An ISO instant as the day it fell on where the account is. */
  readonly dayAt: (iso: string | null) => string;
  readonly instant: (iso: string | null) => string;
  /** The time of day of an instant where the account is: "14:05". */
  readonly time: (iso: string) => string;
  /** A month like 2026-09: "Sep 2026". */
  readonly month: (iso: string) => string;
}

export const nothing = '–';

/** From here on money is written short: 1.2m instead of 1,234,567. */
const compactFrom = 100_000;

/** HubSpot writes locales as `en-us` and, in older accounts, as `en_US`. */
const toLocale = (text: string | undefined): string => {
  const tag = text?.replace('_', '-') ?? '';
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : 'en-GB';
};

function toTimeZone(text: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

const orNothing =
  <Value>(write: (value: Value) => string) =>
  (value: Value | null): string =>
    value === null ? nothing : write(value);

/** Cents only where they are all there is to see: 12.34, but 1,234 and 1.2m. */
const moneyOf = (locale: string) => (minor: number, currency: string) => {
  const amount = fromMinor(minor, currency);
  const compact = Math.abs(amount) >= compactFrom;
  const whole = Math.abs(amount) >= 1000 || Number.isInteger(amount);
  const digits = whole ? 0 : minorDigits(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: compact ? 'compact' : 'standard',
    minimumFractionDigits: compact ? 0 : digits,
    maximumFractionDigits: compact ? 1 : digits,
  }).format(amount);
};

function datesOf(locale: string, timeZone: string) {
  const ofDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const ofDayAt = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const ofInstant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const ofTime = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const ofMonth = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const written = (format: Intl.DateTimeFormat, iso: string): string => {
    const ms = Date.parse(iso);
    return Number.isNaN(ms) ? nothing : format.format(ms);
  };
  return {
    day: orNothing((iso: string) => written(ofDay, iso.slice(0, 10))),
    dayAt: orNothing((iso: string) => written(ofDayAt, iso)),
    instant: orNothing((iso: string) => written(ofInstant, iso)),
    time: (iso: string) => written(ofTime, iso),
    month: (iso: string) => written(ofMonth, `${iso.slice(0, 7)}-01`),
  };
}

const plural = (value: number, text: string, one: string): string =>
  `${text} ${Math.abs(value) === 1 ? one : `${one}s`}`;

export function formatOf(reader: { locale?: string | undefined; timeZone?: string | undefined }): Format {
  const locale = toLocale(reader.locale);
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const smallPercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const money = moneyOf(locale);
  return {
    count: orNothing((value: number) => whole.format(value)),
    decimal: orNothing((value: number) => decimal.format(value)),
    percent: orNothing((share: number) => (Math.abs(share) < 0.1 ? smallPercent : percent).format(share)),
    points: orNothing((value: number) =>
      plural(Math.round(value * 100), signed.format(value * 100), 'point'),
    ),
    pointsRange: ([low, high]) => `${signed.format(low * 100)} to ${signed.format(high * 100)} points`,
    moneyChange: (minor, currency) =>
      minor === 0 ? nothing : `${minor > 0 ? '+' : ''}${money(minor, currency)}`,
    money: (minor, currency) => (minor === null ? nothing : money(minor, currency)),
    days: orNothing((value: number) => plural(value, tenth.format(value), 'day')),
    ...datesOf(locale, toTimeZone(reader.timeZone)),
  };
}

/** "1 partner", "2 partners", "0 partners". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/**
 * Whole percents of shares that sum to 1, rounded so that they sum to 100 as well (largest remainder).
 * Example: three equal shares are 34, 33 and 33.
 */
export function wholePercents(shares: readonly number[]): number[] {
  const floors = shares.map((share) => Math.floor(share * 100 + 1e-9));
  const total = Math.round(shares.reduce((sum, share) => sum + share, 0) * 100);
  const missing = total - floors.reduce((sum, floor) => sum + floor, 0);
  const order = shares
    .map((share, index) => ({ index, rest: share * 100 - (floors[index] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, missing)
    .map(({ index }) => index);
  return floors.map((floor, index) => floor + (order.includes(index) ? 1 : 0));
}
