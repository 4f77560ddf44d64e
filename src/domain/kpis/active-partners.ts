import { dayOfMinute, missing } from '../columns/minute.ts';
import type { Selection } from './selection.ts';
import { countsAs, isConfirmed } from './standing.ts';

/** Days of "the trailing twelve months". */
export const yearDays = 365;

/** Last day on which each partner got a tag that was confirmed, by partner code; `missing` for none. */
export function lastConfirmedDays(selection: Selection): Int32Array {
  const { columns, standing, rows } = selection;
  const { involvements, dictionaries } = columns;
  const last = new Int32Array(dictionaries.partners.texts.length).fill(missing);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    for (let tag = involvements.start[row]!; tag < involvements.start[row + 1]!; tag++) {
      if ((standing[tag]! & (countsAs | isConfirmed)) !== (countsAs | isConfirmed)) continue;
      const partner = involvements.partner[tag]!;
      last[partner] = Math.max(last[partner]!, dayOfMinute(involvements.taggedMinute[tag]!));
    }
  }
  return last;
}

/** Partners with at least one confirmed involvement, tagged in the twelve months up to the as-of day. */
export function activePartners(selection: Selection): number {
  const since = selection.question.asOf - yearDays;
  return lastConfirmedDays(selection).reduce((count, day) => count + (day > since ? 1 : 0), 0);
}
