import type { Kpi } from '#domain/kpis/kpi';
import { fromMinor, minorDigits } from '#domain/money';

const fixed = (number: number, digits: number): string =>
  number
    .toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replace('-', '−');

const steps = [
  [1e9, 'bn'],
  [1e6, 'M'],
] as const;

/** An amount in four digits from a million on, else in full. Example: moneyText(1_000_553_400, 'USD') is "10.01 M". */
export function moneyText(minor: number, currency: string): string {
  const amount = fromMinor(minor, currency);
  const step = steps.find(([size]) => Math.abs(amount) >= size);
  if (step === undefined) return fixed(amount, Math.abs(amount) < 10_000 ? minorDigits(currency) : 0);
  const short = amount / step[0];
  return `${fixed(short, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(short)))))} ${step[1]}`;
}

export const percentText = (share: number): string => `${fixed(share * 100, 1)} %`;

/** "58–68 %": an interval of shares; an open end is left out. */
export const rangeText = ([lower, upper]: readonly [number, number]): string =>
  `${Math.round(100 * lower)}–${Math.round(100 * upper)} %`;

export const pointsText = (difference: number): string =>
  `${difference > 0 ? '+' : ''}${fixed(difference * 100, 1)}`;

export const countText = (count: number): string => fixed(count, 0);

/** How many stand behind a number, in thousands from 10,000 on. */
export const sizeText = (n: number): string => (n < 10_000 ? countText(n) : `${fixed(n / 1000, 0)}k`);

/** A value of a KPI in few characters. */
export function valueText(unit: Kpi['unit'], value: number, currency: string): string {
  switch (unit) {
    case 'money':
      return moneyText(value, currency);
    case 'moneyPerDay':
      return `${moneyText(value, currency)}/d`;
    case 'share':
      return percentText(value);
    case 'difference':
      return `${pointsText(value)} pt`;
    case 'days':
      return `${fixed(value, 1)} d`;
    case 'count':
      return countText(value);
    case 'ratio':
    case 'index':
      return fixed(value, 2);
  }
}
