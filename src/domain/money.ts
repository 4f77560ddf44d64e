/**
 * Currencies whose minor unit is not a hundredth (ISO 4217, list one). All others have two decimals.
 */
const digitsByCurrency: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/** Decimals of a currency. Example: minorDigits('EUR') is 2, minorDigits('JPY') is 0. */
export const minorDigits = (currency: string): number => digitsByCurrency[currency] ?? 2;

/** Whole minor units of an amount in major units, half away from zero. Example: toMinor(12.345, 'EUR') is 1235. */
export function toMinor(amount: number, currency: string): number {
  const scaled = Math.abs(amount) * 10 ** minorDigits(currency);
  const minor = Math.sign(amount) * Math.round(scaled * (1 + Number.EPSILON));
  return minor === 0 ? 0 : minor;
}

/** Major units of an amount in minor units. Example: fromMinor(1235, 'EUR') is 12.35. */
export const fromMinor = (minor: number, currency: string): number => minor / 10 ** minorDigits(currency);
