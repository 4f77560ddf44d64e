import type { DealRead } from './deals.ts';

/**
 * The home currency of an export: as stated, else the only currency of its deals, else the one whose amounts equal
 * the amounts in company currency, else EUR.
 */
export function currencyOf(
  deals: readonly DealRead[],
  stated: string | null,
): { currency: string; notes: readonly string[] } {
  if (stated !== null) return { currency: stated, notes: [] };
  const currencies = new Set<string>();
  const equal = new Map<string, number>();
  for (const { properties } of deals) {
    const code = properties['deal_currency_code'];
    if (!code) continue;
    currencies.add(code);
    const { amount, amount_in_home_currency: home } = properties;
    if (amount && home && amount === home && Number(amount) !== 0)
      equal.set(code, (equal.get(code) ?? 0) + 1);
  }
  const [only] = currencies;
  if (currencies.size === 1 && only !== undefined) return { currency: only, notes: [] };
  const [best] = [...equal].sort(([, one], [, other]) => other - one);
  if (best !== undefined)
    return { currency: best[0], notes: [`The company currency is taken to be ${best[0]}.`] };
  return {
    currency: 'EUR',
    notes: ['The export does not state the company currency: EUR is assumed. Say it with --currency.'],
  };
}
