import { isWon } from '../columns/deal-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import { dealFilter, isInPeriod, type Selection } from './selection.ts';

/**
 * Row of each account's first won deal, by account code; -1 for none. Looks at every pipeline of the program, whatever
 * the filters of the question, so that a filter never turns a known customer into a new logo. Of two wins in the same
 * minute, the lower deal id is first. Wins without a close date have no place in the order and are left out.
 */
function firstWins({ columns, question }: Selection): Int32Array {
  const { deals, dictionaries } = columns;
  const { asOf, settings } = question;
  const exists = dealFilter(columns, { asOf, from: null, to: null, pipelines: [], settings }, {});
  const first = new Int32Array(dictionaries.accounts.texts.length).fill(-1);
  for (let row = 0; row < deals.count; row++) {
    const account = deals.account[row]!;
    const close = deals.closeMinute[row]!;
    if (account < 0 || deals.outcome[row] !== isWon || close === missing) continue;
    if (dayOfMinute(close) > asOf || !exists(row)) continue;
    const before = first[account]!;
    if (before < 0 || close < deals.closeMinute[before]!) first[account] = row;
  }
  return first;
}

/** True for each selected deal that is its account's first win and closed in the period. Parallel to the rows. */
export function newLogos(selection: Selection): Uint8Array {
  const { columns, question, rows, outcome } = selection;
  const { account, closeMinute } = columns.deals;
  const first = firstWins(selection);
  return outcome.map((is, at) => {
    const row = rows[at]!;
    const isFirst = is === isWon && account[row]! >= 0 && first[account[row]!] === row;
    return isFirst && isInPeriod(question, closeMinute[row]!) ? 1 : 0;
  });
}
