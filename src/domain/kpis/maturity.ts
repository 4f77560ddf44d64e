import { dayOfMinute, missing } from '../columns/minute.ts';
import type { Columns } from '../columns.ts';
import { monthOf } from '../day.ts';
import { tiers, type Tier } from '../vocabulary.ts';
import type { Kpi } from './kpi.ts';
import { rate } from './kpi-of.ts';
import type { Question } from './question.ts';
import { select, type Selection } from './selection.ts';
import { countsAs, isConfirmed } from './standing.ts';

const confirmedTag = countsAs | isConfirmed;

export interface TierMixMonth {
  /** 2026-09 */
  readonly month: string;
  readonly tier: Tier;
  readonly deals: number;
}

/** Maturity mix (K41): confirmed deals created in the period by their highest confirmed tier, each deal once. */
export function maturityKpis(selection: Selection): Kpi[] {
  const counts = new Int32Array(tiers.length);
  let deals = 0;
  for (let at = 0; at < selection.rows.length; at++) {
    const tier = selection.inCreated[at] === 1 ? highestTier(selection, selection.rows[at]!) : -1;
    if (tier < 0) continue;
    counts[tier]!++;
    deals++;
  }
  return tiers.map((tier, place) => rate(`K41.${tier}`, selection.programArm, counts[place]!, deals));
}

/** Confirmed deals by the month of their creation and their highest confirmed tier; months without any are absent. */
export const tierMix = (columns: Columns, question: Question): TierMixMonth[] =>
  tierMixOf(select(columns, question));

export function tierMixOf(selection: Selection): TierMixMonth[] {
  const { columns, rows, inCreated } = selection;
  const byMonth = new Map<string, Int32Array>();
  const monthOfDay = new Map<number, string>();
  for (let at = 0; at < rows.length; at++) {
    const created = columns.deals.createdMinute[rows[at]!]!;
    if (inCreated[at] === 0 || created === missing || selection.confirmed[at] === 0) continue;
    const day = dayOfMinute(created);
    const month = monthOfDay.get(day) ?? monthOf(day);
    monthOfDay.set(day, month);
    const counts = byMonth.get(month) ?? new Int32Array(tiers.length);
    byMonth.set(month, counts);
    counts[highestTier(selection, rows[at]!)]!++;
  }
  const months = [...byMonth.entries()].sort(([one], [other]) => (one < other ? -1 : 1));
  return months.flatMap(([month, counts]) =>
    tiers.map((tier, place) => ({ month, tier, deals: counts[place]! })).filter(({ deals }) => deals > 0),
  );
}

/** Place of the highest tier among the deal's confirmed tags, -1 for none. */
function highestTier({ columns, standing }: Selection, row: number): number {
  const { start, tier } = columns.involvements;
  let highest = -1;
  for (let tag = start[row]!; tag < start[row + 1]!; tag++) {
    if ((standing[tag]! & confirmedTag) === confirmedTag) highest = Math.max(highest, tier[tag]!);
  }
  return highest;
}
