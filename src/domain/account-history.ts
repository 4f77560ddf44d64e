import { higherTier } from './deal-mirror.ts';
import type { Involvement } from './involvement.ts';
import { tiers, type Tier } from './vocabulary.ts';

/** What one partner did on an account's deals. */
export interface PartnerOnAccount {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly deals: number;
  readonly highestTier: Tier;
  readonly lastTier: Tier;
  readonly lastTaggedAt: number;
}

/** Partners of an account by the tags that are not rejected, the most recently tagged first; each deal counts once. */
export function partnersOnAccount(involvements: readonly Involvement[]): readonly PartnerOnAccount[] {
  const byPartner = new Map<string, Involvement[]>();
  for (const involvement of involvements) {
    if (involvement.status === 'rejected') continue;
    const tags = byPartner.get(involvement.partnerId) ?? [];
    byPartner.set(involvement.partnerId, [...tags, involvement]);
  }
  return [...byPartner.entries()]
    .map(([partnerId, tags]) => {
      const last = tags.reduce((one, other) => (other.taggedAt > one.taggedAt ? other : one));
      return {
        partnerId,
        partnerName: last.partnerName,
        deals: new Set(tags.map(({ dealId }) => dealId)).size,
        highestTier: tags.map(({ tier }) => tier).reduce(higherTier),
        lastTier: last.tier,
        lastTaggedAt: last.taggedAt,
      };
    })
    .sort((one, other) => other.lastTaggedAt - one.lastTaggedAt);
}

/** Tier to suggest for a partner: its last one on this account, but an origin is claimed by hand only: co_sell at most. */
export const suggestedTier = (lastTier: Tier): Tier =>
  tiers[Math.min(tiers.indexOf(lastTier), tiers.indexOf('co_sell'))]!;
