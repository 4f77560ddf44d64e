import { dayOfMinute } from '../columns/minute.ts';
import { tiers, type Tier } from '../vocabulary.ts';
import { yearDays } from './active-partners.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { counted } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import { isConfirmed } from './standing.ts';
import type { Tally } from './tally.ts';

/**
 * Confirmed deals of the twelve months up to a day by partner and tier, by the day of the tag: partner code times the
 * number of tiers, plus the tier's place. Reads every selected deal, whatever the period.
 */
export function ladderCounts(
  { columns: shared, question }: Asked,
  until: number = question.asOf,
): Tally<Int32Array> {
  const counts = new Int32Array(shared.dictionaries.partners.texts.length * tiers.length);
  return {
    add: ({ columns, standing, rows }) => {
      const { start, partner, tier, taggedMinute } = columns.involvements;
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at]!;
        for (let tag = start[row]!; tag < start[row + 1]!; tag++) {
          if ((standing[tag]! & isConfirmed) === 0) continue;
          const day = dayOfMinute(taggedMinute[tag]!);
          if (day > until || day <= until - yearDays) continue;
          counts[partner[tag]! * tiers.length + tier[tag]!]!++;
        }
      }
    },
    finish: () => counts,
  };
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

const quarterDays = 91;

/** Partners whose level rose, or fell, in the quarter up to the as-of day (K41); a first level is a rise. */
export function ladderMoves(asked: Asked, { ladder }: Foundations): Tally<Kpi[]> {
  const { question, columns, programArm } = asked;
  const needed = question.settings.ladderDeals;
  const earlier = ladderCounts(asked, question.asOf - quarterDays);
  const placeOf = (counts: Int32Array, partner: number): number => {
    const level = levelOf(counts, partner, needed);
    return level === null ? -1 : tiers.indexOf(level);
  };
  return {
    add: earlier.add,
    finish: () => {
      const now = ladder.finish();
      const before = earlier.finish();
      const moves = columns.dictionaries.partners.texts.map(
        (_, partner) => placeOf(now, partner) - placeOf(before, partner),
      );
      return [
        counted('K41.promoted', programArm, moves.filter((move) => move > 0).length),
        counted('K41.demoted', programArm, moves.filter((move) => move < 0).length),
      ];
    },
  };
}
