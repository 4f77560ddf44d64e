import { isWon } from '../columns/deal-columns.ts';
import { inOrder, int32, withPlace } from '../columns/growing.ts';
import type { FirstWins } from './first-wins.ts';
import type { Asked } from './selection.ts';
import type { Tally } from './tally.ts';

/** Selected deals that are their account's first win and closed in the period, one place each. */
export interface NewLogos {
  readonly account: Int32Array;
  readonly arm: Uint8Array;
  readonly dealClass: Uint8Array;
}

/** New logos. A win that is its account's first so far is kept until a later chunk brings an earlier one. */
export function newLogos({ columns: shared }: Asked, firstWins: FirstWins): Tally<NewLogos> {
  const accounts = shared.companies.accountRegion.length;
  let deal = new Int32Array(accounts);
  let arms = new Uint8Array(accounts);
  let classes = new Uint8Array(accounts);
  return {
    add: ({ columns, rows, outcome, arm, dealClass, inClosed }) => {
      firstWins.take(columns);
      const first = firstWins.deal();
      const { account } = columns.deals;
      deal = withPlace(deal, first.length - 1);
      arms = withPlace(arms, first.length - 1);
      classes = withPlace(classes, first.length - 1);
      for (let at = 0; at < rows.length; at++) {
        if (inClosed[at] === 0 || outcome[at] !== isWon) continue;
        const row = rows[at]!;
        const of = account[row]!;
        const number = firstWins.numberOf(row);
        if (of < 0 || first[of] !== number) continue;
        deal[of] = number;
        arms[of] = arm[at]!;
        classes[of] = dealClass[at]!;
      }
    },
    finish: () => logosOf(firstWins.deal(), deal, arms, classes),
  };
}

function logosOf(first: Int32Array, deal: Int32Array, arms: Uint8Array, classes: Uint8Array): NewLogos {
  const account = int32();
  for (let of = 0; of < deal.length; of++) {
    if (deal[of] !== 0 && deal[of] === first[of]) account.push(of);
  }
  const accounts = account.taken();
  return {
    account: accounts,
    arm: inOrder(arms, accounts),
    dealClass: inOrder(classes, accounts),
  };
}
