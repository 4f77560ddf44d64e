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
  let total = 0;
  let top = 0;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i]!;
    if (amount <= 0) continue;
    total += amount;
    if (amount > top) top = amount;
  }
  if (total === 0) return null;
  let index = 0;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i]!;
    if (amount > 0) index += (amount / total) ** 2;
  }
  return { index, effectiveNumber: 1 / index, topShare: top / total };
}
