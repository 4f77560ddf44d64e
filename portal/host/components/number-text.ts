const parts = new Intl.NumberFormat(undefined).formatToParts(1234567.8);
const decimalMark = parts.find(({ type }) => type === 'decimal')?.value ?? '.';

/** What a person typed as a number, in the marks of the browser's language; NaN where it is none. */
export function parseNumber(text: string, mark = decimalMark): number {
  const plain = text.replace(/[^\d.,+-]/g, '');
  const strange = mark === '.' ? /,/g : /\./g;
  const number = plain.replace(strange, '').replace(mark, '.');
  return number === '' ? NaN : Number(number);
}

export interface NumberRules {
  min?: number | undefined;
  max?: number | undefined;
  precision?: number | undefined;
}

/** Rounds to the precision and keeps the number within its bounds. */
export function toAllowed(
  value: number,
  { min = -Infinity, max = Infinity, precision }: NumberRules,
): number {
  if (Number.isNaN(value)) return value;
  const rounded = precision === undefined ? value : Number(value.toFixed(Math.min(precision, 20)));
  return Math.min(max, Math.max(min, rounded));
}

export function formatNumber(
  value: number,
  digits?: { precision?: number | undefined; fixed?: boolean },
): string {
  if (!Number.isFinite(value)) return '';
  const maximumFractionDigits = Math.min(digits?.precision ?? 20, 20);
  const minimumFractionDigits = digits?.fixed ? maximumFractionDigits : 0;
  return new Intl.NumberFormat(undefined, { minimumFractionDigits, maximumFractionDigits }).format(value);
}

export interface CurrencyMark {
  symbol: string;
  precision: number;
}

export function currencyMark(currency: string): CurrencyMark {
  try {
    const format = new Intl.NumberFormat(undefined, { style: 'currency', currency });
    const symbol = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
    return { symbol, precision: format.resolvedOptions().maximumFractionDigits ?? 2 };
  } catch {
    return { symbol: currency, precision: 2 };
  }
}
