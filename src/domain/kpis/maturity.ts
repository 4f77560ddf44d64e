import type { Columns } from '../columns.ts';
import { missing } from '../columns/minute.ts';
import { monthOf } from '../day.ts';
import { tiers, type Tier } from '../vocabulary.ts';
import { founded, type Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { rate } from './kpi-of.ts';
import type { Question } from './question.ts';
import type { Asked } from './selection.ts';
import { answerOf, readAtTheEnd, type Tally } from './tally.ts';

export interface TierMixMonth {
  /** 2026-09 */
  readonly month: string;
  readonly tier: Tier;
  readonly deals: number;
}

/** Maturity mix (K41): confirmed deals created in the period by their highest confirmed tier, each deal once. */
export function maturityKpis({ programArm }: Asked, foundations: Foundations): Tally<Kpi[]> {
  const byDay = foundations.tierDays();
  return readAtTheEnd(() => {
    const all = [...byDay.finish().values()];
    const counts = tiers.map((_, tier) => all.reduce((sum, day) => sum + day[tier]!, 0));
    const deals = counts.reduce((sum, count) => sum + count, 0);
    return tiers.map((tier, place) => rate(`K41.${tier}`, programArm, counts[place]!, deals));
  });
}

/** Confirmed deals by the month of their creation and their highest confirmed tier; months without any are absent. */
export const tierMix = (columns: Columns, question: Question): TierMixMonth[] =>
  answerOf(founded(tierMixTally), columns, question);

export function tierMixTally(_: Asked, foundations: Foundations): Tally<TierMixMonth[]> {
  const byDay = foundations.tierDays();
  return readAtTheEnd(() => {
    const byMonth = new Map<string, number[]>();
    for (const [day, counts] of byDay.finish()) {
      if (day === missing) continue;
      const month = monthOf(day);
      const before = byMonth.get(month);
      byMonth.set(
        month,
        tiers.map((_tier, place) => (before?.[place] ?? 0) + counts[place]!),
      );
    }
    const months = [...byMonth].sort(([one], [other]) => (one < other ? -1 : 1));
    return months.flatMap(([month, counts]) =>
      tiers.map((tier, place) => ({ month, tier, deals: counts[place]! })).filter(({ deals }) => deals > 0),
    );
  });
}
