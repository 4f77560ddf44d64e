import { tiers, type Tier } from '../vocabulary.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { counted } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import { readAtTheEnd, type Tally } from './tally.ts';

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

/** Partners whose level rose, or fell, in the quarter up to the as-of day (K41); a first level is a rise. */
export function ladderMoves(
  { question, columns, programArm }: Asked,
  foundations: Foundations,
): Tally<Kpi[]> {
  const partners = foundations.partners();
  const needed = question.settings.ladderDeals;
  const placeOf = (counts: Int32Array, partner: number): number => {
    const level = levelOf(counts, partner, needed);
    return level === null ? -1 : tiers.indexOf(level);
  };
  return readAtTheEnd(() => {
    const { ladder, earlierLadder } = partners.finish();
    const moves = columns.dictionaries.partners.texts.map(
      (_, partner) => placeOf(ladder, partner) - placeOf(earlierLadder, partner),
    );
    return [
      counted('K41.promoted', programArm, moves.filter((move) => move > 0).length),
      counted('K41.demoted', programArm, moves.filter((move) => move < 0).length),
    ];
  });
}
