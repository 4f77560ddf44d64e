import { dayOfMinute, missing } from '../columns/minute.ts';
import { tiers } from '../vocabulary.ts';
import type { Selection } from './selection.ts';
import { countsAs, isConfirmed } from './standing.ts';
import type { Tally } from './tally.ts';

const confirmedTag = countsAs | isConfirmed;

/** Confirmed deals created in the period by the day of creation, `missing` where it is not known, and by highest confirmed tier. */
export type TierDays = ReadonlyMap<number, Int32Array>;

export function tierDays(): Tally<TierDays> {
  const byDay = new Map<number, Int32Array>();
  return {
    add: (selection) => {
      const { columns, rows, inCreated, confirmed } = selection;
      for (let at = 0; at < rows.length; at++) {
        if (inCreated[at] === 0 || confirmed[at] === 0) continue;
        const created = columns.deals.createdMinute[rows[at]!]!;
        const day = created === missing ? missing : dayOfMinute(created);
        let counts = byDay.get(day);
        if (counts === undefined) byDay.set(day, (counts = new Int32Array(tiers.length)));
        counts[highestTier(selection, rows[at]!)]!++;
      }
    },
    finish: () => byDay,
  };
}

/** Place of the highest tier among the confirmed tags of a deal that has one. */
function highestTier({ columns, standing }: Selection, row: number): number {
  const { start, tier } = columns.involvements;
  let highest = 0;
  for (let tag = start[row]!; tag < start[row + 1]!; tag++) {
    if ((standing[tag]! & confirmedTag) === confirmedTag) highest = Math.max(highest, tier[tag]!);
  }
  return highest;
}
