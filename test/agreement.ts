export type Numbers = readonly (number | null | undefined)[];

/** How well methods agree with numbers that others computed: compares value by value and keeps the worst deviation. */
export interface Agreement {
  /** To 1e-9 with what is printed in full, else to the decimals in print. Null stands for "no number". */
  readonly agrees: (method: string, computed: Numbers, expected: Numbers, decimals?: number) => void;
  /** The record as a table: method, cases, worst deviation, deviation allowed. */
  readonly print: () => void;
}

export function agreement(): Agreement {
  const table: Record<string, { cases: number; worstDeviation: number; allowed: number }> = {};
  return {
    agrees: (method, computed, expected, decimals) => {
      const allowed = decimals === undefined ? 1e-9 : 0.51 * 10 ** -decimals;
      const named = decimals === undefined ? method : `${method}, ${decimals} decimals`;
      const row = (table[named] ??= { cases: 0, worstDeviation: 0, allowed });
      expect(computed).toHaveLength(expected.length);
      expected.forEach((value, i) => {
        if (value === null || value === undefined) return expect(computed[i] ?? NaN).toBeNaN();
        const deviation = Math.abs(computed[i]! - value);
        row.cases++;
        row.worstDeviation = Math.max(row.worstDeviation, deviation);
        expect(deviation).toBeLessThan(allowed);
      });
    },
    print: () => console.table(table),
  };
}
