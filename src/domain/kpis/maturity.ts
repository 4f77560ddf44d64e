import type { Columns } from '../columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import { monthOf } from '../day.ts';
import { tiers, type Tier } from '../vocabulary.ts';
import type { Kpi } from './kpi.ts';
import { rate } from './kpi-of.ts';
import type { Question } from './question.ts';
import type { Asked, Selection } from './selection.ts';
import { countsAs, isConfirmed } from './standing.ts';
import { answerOf, type Tally } from './tally.ts';

const confirmedTag = countsAs | isConfirmed;

export interface TierMixMonth {
  /** 2026-09 */
  readonly month: string;
  readonly tier: Tier;
  readonly deals: number;
}

/** Maturity mix (K41): confirmed deals created in the period by their highest confirmed tier, each deal once. */
export function maturityKpis({ programArm }: Asked): Tally<Kpi[]> {
  const counts = new Int32Array(tiers.length);
  return {
    add: (selection) => {
      const { rows, inCreated, confirmed } = selection;
      for (let at = 0; at < rows.length; at++) {
        if (inCreated[at] === 1 && confirmed[at] === 1) counts[highestTier(selection, rows[at]!)]!++;
      }
    },
    finish: () => {
      const deals = counts.reduce((sum, count) => sum + count, 0);
      return tiers.map((tier, place) => rate(`K41.${tier}`, programArm, counts[place]!, deals));
    },
  };
}

/** Confirmed deals by the month of their creation and their highest confirmed tier; months without any are absent. */
export const tierMix = (columns: Columns, question: Question): TierMixMonth[] =>
  answerOf(tierMixTally, columns, question);

export function tierMixTally(): Tally<TierMixMonth[]> {
  const byDay = new Map<number, Int32Array>();
  return {
    add: (selection) => {
      const { columns, rows, inCreated, confirmed } = selection;
      for (let at = 0; at < rows.length; at++) {
        const created = columns.deals.createdMinute[rows[at]!]!;
        if (inCreated[at] === 0 || created === missing || confirmed[at] === 0) continue;
        countIn(byDay, dayOfMinute(created), highestTier(selection, rows[at]!));
      }
    },
    finish: () => monthsOf(byDay),
  };
}

function countIn<Key>(counts: Map<Key, Int32Array>, key: Key, tier: number, deals = 1): void {
  let of = counts.get(key);
  if (of === undefined) counts.set(key, (of = new Int32Array(tiers.length)));
  of[tier]! += deals;
}

function monthsOf(byDay: ReadonlyMap<number, Int32Array>): TierMixMonth[] {
  const byMonth = new Map<string, Int32Array>();
  for (const [day, counts] of byDay) {
    const month = monthOf(day);
    counts.forEach((deals, tier) => countIn(byMonth, month, tier, deals));
  }
  const months = [...byMonth.entries()].sort(([one], [other]) => (one < other ? -1 : 1));
  return months.flatMap(([month, counts]) =>
    tiers.map((tier, place) => ({ month, tier, deals: counts[place]! })).filter(({ deals }) => deals > 0),
  );
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
