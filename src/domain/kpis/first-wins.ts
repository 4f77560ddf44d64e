import type { Columns, SharedColumns } from '../columns.ts';
import { isWon } from '../columns/deal-columns.ts';
import { withPlace } from '../columns/growing.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import type { Question } from './question.ts';
import { dealFilter, passes } from './deal-filter.ts';

export interface FirstWins {
  /** Takes a chunk in; the chunk that came last is not taken twice, so that several may ask for it. */
  readonly take: (chunk: Columns) => void;
  /** Number of a deal of the last chunk in the order of all deals, from 1. */
  readonly numberOf: (row: number) => number;
  /** By account code: number of the deal of its first win, 0 for none; accounts beyond have none. */
  readonly deal: () => Int32Array;
  /** Minute of that win. */
  readonly minute: () => Int32Array;
}

/**
 * Each account's first won deal. Looks at every pipeline of the program, whatever the filters of the question, so that
 * a filter never turns a known customer into a new logo. Of two wins in the same minute, the lower deal id is first.
 * Wins without a close date have no place in the order and are left out.
 */
export function firstWinsOf({ companies }: SharedColumns, { asOf, settings }: Question): FirstWins {
  const wins = {
    deal: new Int32Array(companies.accountRegion.length),
    minute: new Int32Array(companies.accountRegion.length),
    before: 0,
  };
  let last: Columns | null = null;
  return {
    take: (chunk) => {
      if (chunk === last) return;
      wins.before += last?.deals.count ?? 0;
      last = chunk;
      addWins(wins, chunk, { asOf, from: null, to: null, pipelines: [], settings });
    },
    numberOf: (row) => wins.before + row + 1,
    deal: () => wins.deal,
    minute: () => wins.minute,
  };
}

function addWins(
  wins: { deal: Int32Array; minute: Int32Array; readonly before: number },
  chunk: Columns,
  anyDeal: Question,
): void {
  const { account, closeMinute, outcome, count } = chunk.deals;
  const filter = dealFilter(chunk, anyDeal, {});
  for (let row = 0; row < count; row++) {
    const of = account[row]!;
    const close = closeMinute[row]!;
    if (of < 0 || outcome[row] !== isWon || close === missing) continue;
    if (dayOfMinute(close) > anyDeal.asOf || !passes(filter, chunk, row)) continue;
    wins.deal = withPlace(wins.deal, of);
    wins.minute = withPlace(wins.minute, of);
    if (wins.deal[of] !== 0 && close >= wins.minute[of]!) continue;
    wins.deal[of] = wins.before + row + 1;
    wins.minute[of] = close;
  }
}
