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
export const levelOf = (counts: Int32Array, partner: number, needed: number): Tier | null =>
  tiers[placeOf(counts, partner, needed)] ?? null;

/** Place of the level among the tiers, -1 for none. */
function placeOf(counts: Int32Array, partner: number, needed: number): number {
  const own = counts.subarray(partner * tiers.length, (partner + 1) * tiers.length);
  return own.findLastIndex((deals) => deals >= needed);
}

/** Partners whose level rose, or fell, in the quarter up to the as-of day (K41); a first level is a rise. */
export function ladderMoves(
  { question, columns, programArm }: Asked,
  foundations: Foundations,
): Tally<Kpi[]> {
  const partners = foundations.partners();
  const needed = question.settings.ladderDeals;
  return readAtTheEnd(() => {
    const { ladder, earlierLadder } = partners.finish();
    const moves = columns.dictionaries.partners.texts.map(
      (_, partner) => placeOf(ladder, partner, needed) - placeOf(earlierLadder, partner, needed),
    );
    return [
      counted('K41.promoted', programArm, moves.filter((move) => move > 0).length),
      counted('K41.demoted', programArm, moves.filter((move) => move < 0).length),
    ];
  });
}
