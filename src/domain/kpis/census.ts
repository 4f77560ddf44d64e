import { arms, type Arm } from './kpi.ts';
import { summed } from './amount.ts';
import type { Tally } from './tally.ts';

/** Deals of which the selection knows the same, with their amounts. */
export interface Cell {
  readonly outcome: number;
  readonly arm: number;
  readonly dealClass: number;
  readonly confirmed: boolean;
  readonly answered: boolean;
  readonly inCreated: boolean;
  readonly inClosed: boolean;
  readonly deals: number;
  readonly amount: number;
  /** Those of the deals with an amount above zero. */
  readonly sized: number;
}

/** Bits of a cell's number: two for the outcome, three for the arm, two for the class, one for each mark. */
const cells = 1 << 11;

/** Counts every selected deal once, for all families that count deals and add up amounts. */
export function census(): Tally<readonly Cell[]> {
  const deals = new Int32Array(cells);
  const sized = new Int32Array(cells);
  const amounts = new Float64Array(cells);
  return {
    add: ({ columns, rows, outcome, arm, dealClass, confirmed, answered, inCreated, inClosed }) => {
      for (let at = 0; at < rows.length; at++) {
        const marks = confirmed[at]! | (answered[at]! << 1) | (inCreated[at]! << 2) | (inClosed[at]! << 3);
        const cell = outcome[at]! | (arm[at]! << 2) | (dealClass[at]! << 5) | (marks << 7);
        const amount = summed(columns, rows[at]!);
        deals[cell]!++;
        amounts[cell]! += amount;
        if (amount > 0) sized[cell]!++;
      }
    },
    finish: () => {
      const found: Cell[] = [];
      for (let cell = 0; cell < cells; cell++) {
        if (deals[cell] === 0) continue;
        found.push({ ...factsOf(cell), deals: deals[cell]!, amount: amounts[cell]!, sized: sized[cell]! });
      }
      return found;
    },
  };
}

const factsOf = (cell: number) => ({
  outcome: cell & 3,
  arm: (cell >> 2) & 7,
  dealClass: (cell >> 5) & 3,
  confirmed: ((cell >> 7) & 1) === 1,
  answered: ((cell >> 8) & 1) === 1,
  inCreated: ((cell >> 9) & 1) === 1,
  inClosed: ((cell >> 10) & 1) === 1,
});

export interface Sums {
  deals: number;
  amount: number;
  sized: number;
}

/** The cells of an arm that count, added up. "All" holds the deals of every arm, also those in no other. */
export function sumOver(all: readonly Cell[], of: Arm, counts: (cell: Cell) => boolean = () => true): Sums {
  const sums = { deals: 0, amount: 0, sized: 0 };
  const arm = arms.indexOf(of);
  for (const cell of all) {
    if ((of !== 'all' && cell.arm !== arm) || !counts(cell)) continue;
    sums.deals += cell.deals;
    sums.amount += cell.amount;
    sums.sized += cell.sized;
  }
  return sums;
}
