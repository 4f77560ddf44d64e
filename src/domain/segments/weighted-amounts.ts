/** Chances are kept in ten-thousandths. */
const parts = 10_000;

/** What an amount is expected to weigh at a chance, in minor units; 0 for a deal without an amount. */
export const weighted = (amount: number, chance: number): number =>
  Number.isNaN(amount) ? 0 : Math.round((amount * chance) / parts);

/** The most frequent chance among the deals of a stage, in ten-thousandths. Example: half of all amounts is 5000. */
export function chanceOf(deals: readonly { readonly amount: number; readonly weighted: number }[]): number {
  const often = new Map<number, number>();
  for (const deal of deals) {
    const chance = Math.round((deal.weighted / deal.amount) * parts);
    if (chance >= 0 && chance <= parts) often.set(chance, (often.get(chance) ?? 0) + 1);
  }
  let usual = 0;
  for (const [chance, times] of often) if (times > (often.get(usual) ?? 0)) usual = chance;
  return usual;
}
