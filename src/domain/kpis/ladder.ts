import { dayOfMinute } from '../columns/minute.ts';
import { tiers, type Tier } from '../vocabulary.ts';
import { yearDays } from './active-partners.ts';
import type { Selection } from './selection.ts';
import { isConfirmed } from './standing.ts';

/**
 * Confirmed deals of the trailing twelve months by partner and tier, by the day of the tag: partner code times the
 * number of tiers, plus the tier's place. Reads every selected deal, whatever the period.
 */
export function ladderCounts({ columns, question, standing, rows }: Selection): Int32Array {
  const { start, partner, tier, taggedMinute } = columns.involvements;
  const counts = new Int32Array(columns.dictionaries.partners.texts.length * tiers.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    for (let tag = start[row]!; tag < start[row + 1]!; tag++) {
      if ((standing[tag]! & isConfirmed) === 0) continue;
      if (dayOfMinute(taggedMinute[tag]!) <= question.asOf - yearDays) continue;
      counts[partner[tag]! * tiers.length + tier[tag]!]!++;
    }
  }
  return counts;
}

/**
 * A partner's level: the highest tier in which it has at least `needed` confirmed deals in twelve months; null for none.
 * Example: two co-sell deals and one source deal with two needed make the level co_sell.
 */
export function levelOf(counts: Int32Array, partner: number, needed: number): Tier | null {
  for (let tier = tiers.length - 1; tier >= 0; tier--) {
    if ((counts[partner * tiers.length + tier] ?? 0) >= needed) return tiers[tier]!;
  }
  return null;
}
