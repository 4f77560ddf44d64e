export interface Concentration {
  /** Herfindahl-Hirschman index: the sum of squared shares, 1 where one holds all. */
  readonly index: number;
  /** The number of equal holders that would give this index. */
  readonly effectiveNumber: number;
  /** Share of the largest holder. */
  readonly topShare: number;
}

/**
 * Concentration of what the holders hold; null where nobody holds anything. Amounts at or below zero hold no share.
 * Hirschman, Am Econ Rev 1964;54:761. Example: hhi([50, 30, 20]) has the index 0.38.
 */
export function hhi(amounts: ArrayLike<number>): Concentration | null {
  const held = Array.from(amounts).filter((amount) => amount > 0);
  if (held.length === 0) return null;
  const total = held.reduce((sum, amount) => sum + amount, 0);
  const index = held.reduce((sum, amount) => sum + (amount / total) ** 2, 0);
  const top = held.reduce((most, amount) => Math.max(most, amount));
  return { index, effectiveNumber: 1 / index, topShare: top / total };
}
