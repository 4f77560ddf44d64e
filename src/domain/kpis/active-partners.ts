import { dayOfMinute, missing } from '../columns/minute.ts';
import type { Asked } from './selection.ts';
import { countsAs, isConfirmed } from './standing.ts';
import type { Tally } from './tally.ts';

/** Days of "the trailing twelve months". */
export const yearDays = 365;

const confirmedTag = countsAs | isConfirmed;

/** Last day on which each partner got a tag that was confirmed, by partner code; `missing` for none. */
export function lastConfirmedDays({ columns: { dictionaries } }: Asked): Tally<Int32Array> {
  const last = new Int32Array(dictionaries.partners.texts.length).fill(missing);
  return {
    add: ({ columns, standing, rows }) => {
      const { start, partner, taggedMinute } = columns.involvements;
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at]!;
        for (let tag = start[row]!; tag < start[row + 1]!; tag++) {
          if ((standing[tag]! & confirmedTag) !== confirmedTag) continue;
          const of = partner[tag]!;
          last[of] = Math.max(last[of]!, dayOfMinute(taggedMinute[tag]!));
        }
      }
    },
    finish: () => last,
  };
}

/** Partners with at least one confirmed involvement, tagged in the twelve months up to the as-of day. */
export const activePartners = (lastConfirmed: Int32Array, asOf: number): number =>
  lastConfirmed.reduce((count, day) => count + (day > asOf - yearDays ? 1 : 0), 0);
