import type { Columns } from '../columns.ts';

/** Amount of a deal as sums take it: none, zero and negative amounts are 0. */
export function summed({ deals }: Columns, row: number): number {
  const amount = deals.amountMinor[row]!;
  return amount > 0 ? amount : 0;
}

/** Amount of a deal as size statistics take it: NaN, which leaves the deal out, unless above zero. */
export function sized({ deals }: Columns, row: number): number {
  const amount = deals.amountMinor[row]!;
  return amount > 0 ? amount : NaN;
}
