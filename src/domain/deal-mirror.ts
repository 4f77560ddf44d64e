import type { Involvement } from './involvement.ts';
import { tiers, type PartnerAnswer, type Tier } from './vocabulary.ts';

/** What the deal itself says about its tags, so that native lists, boards and reports can use it. */
export interface DealMirror {
  readonly answer: PartnerAnswer;
  readonly tier: Tier | null;
  /** Name of the partner that the deal came from. */
  readonly origin: string | null;
  /** Every tag of the deal, rejected ones as well: equal to the number of associated records where in step. */
  readonly count: number;
}

type Tagged = Pick<Involvement, 'tier' | 'origin' | 'partnerName' | 'status'>;

/** The mirror of a deal's tags: highest tier and origin of those that are not rejected. No tags: unanswered. */
export function mirrorOf(involvements: readonly Tagged[]): DealMirror {
  const start: DealMirror = { answer: 'unanswered', tier: null, origin: null, count: 0 };
  return involvements.reduce(mirrorWith, start);
}

/** The mirror after one more tag. Example: an assist tag on a deal at co_sell leaves the tier at co_sell. */
export function mirrorWith(mirror: DealMirror, added: Tagged): DealMirror {
  const counted: DealMirror = { ...mirror, answer: 'tagged', count: mirror.count + 1 };
  if (added.status === 'rejected') return counted;
  return {
    ...counted,
    tier: higherTier(mirror.tier, added.tier),
    origin: mirror.origin ?? (added.origin ? added.partnerName : null),
  };
}

/** The higher of two tiers on the maturity ladder. Example: higherTier('assist', 'source') is 'source'. */
export const higherTier = (one: Tier | null, other: Tier): Tier =>
  tiers[Math.max(rungOf(one), rungOf(other))]!;

/** Place on the maturity ladder; no tier is below them all. */
const rungOf = (tier: Tier | null): number => tiers.findIndex((each) => each === tier);

/** True where the mirror speaks of as many tags as the deal has, and of tags only where there are any. */
export const isInStep = (mirror: DealMirror, involvements: number): boolean =>
  mirror.count === involvements && (mirror.answer === 'tagged') === involvements > 0;

export const sameMirror = (one: DealMirror, other: DealMirror): boolean =>
  one.answer === other.answer &&
  one.tier === other.tier &&
  one.origin === other.origin &&
  one.count === other.count;
