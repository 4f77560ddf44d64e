import type { InvolvementRow } from '#domain/rows';
import { evidenceTypes, lifeCycleStages, roles, tiers } from '#domain/vocabulary';
import type { Dice } from '#scripts/demo/dice';
import { isTagged } from './synthetic-deal.ts';
import {
  companyIdAt,
  dealIdAt,
  diceAt,
  idAt,
  msPerDay,
  partners,
  start,
  today,
  type SyntheticWorld,
} from './synthetic-world.ts';

const mostTagsOfADeal = 3;
/** A wave is about 17 days; tags are made in the wave after their deal's, in an order of their own. */
const waves = 64;

/** Tags of the deal that the walk visits at this place, in the order of their ids. */
export function syntheticTags(world: SyntheticWorld, visit: number): InvolvementRow[] {
  const place = dealPlaceOf(world, visit);
  if (!isTagged(world, place)) return [];
  const dice = diceAt(world, 3, place);
  const taggedAt = Math.floor(start + (today - start) * Math.min(1, visit / world.deals + 1 / waves));
  const count = dice.weighted([1, 2, 3], (n) => [0, 75, 20, 5][n] ?? 0);
  const first = Math.floor(partners * dice.roll() ** 2);
  return Array.from({ length: count }, (_, at) => ({
    ...tagOf(dice, taggedAt),
    id: String(idAt(20_000_000_000, visit * mostTagsOfADeal + at)),
    dealId: dealIdAt(place),
    origin: at === 0 && dice.chance(0.3),
    ...partnerAt((first + at * 7) % partners),
  }));
}

export const partnerNameOf = (partner: number): string => `Partner ${partner + 1}`;

const partnerAt = (partner: number): { partnerId: string; partnerName: string } => ({
  partnerId: companyIdAt(partner),
  partnerName: partnerNameOf(partner),
});

/** Within a wave, a step that shares no divisor with its size visits every deal once. */
function dealPlaceOf({ deals }: SyntheticWorld, visit: number): number {
  const size = Math.ceil(deals / waves);
  const first = Math.floor(visit / size) * size;
  const length = Math.min(size, deals - first);
  let step = Math.max(1, Math.floor(length * 0.618));
  while (commonDivisor(step, length) > 1) step++;
  return first + (((visit - first) * step) % length);
}

const commonDivisor = (one: number, other: number): number =>
  other === 0 ? one : commonDivisor(other, one % other);

type Tag = Omit<InvolvementRow, 'id' | 'dealId' | 'origin' | 'partnerId' | 'partnerName'>;

function tagOf(dice: Dice, taggedAt: number): Tag {
  const status = dice.weighted(['confirmed', 'proposed', 'disputed', 'rejected'] as const, (word) =>
    word === 'confirmed' ? 12 : word === 'proposed' ? 6 : 1,
  );
  const enteredOn = Math.floor(taggedAt / msPerDay) - (dice.chance(0.4) ? dice.whole(1, 40) : 0);
  const evidence = dice.chance(0.45);
  const stage = dice.whole(0, 4);
  return {
    tier: dice.weighted(tiers, (tier) => (tier === 'joint_solution' ? 1 : 3)),
    roles: roles.filter(() => dice.chance(0.12)),
    stages: lifeCycleStages.slice(stage, stage + dice.whole(0, 2)),
    status,
    enteredOn: dice.chance(0.03) ? null : enteredOn,
    exitedOn: dice.chance(0.1) ? enteredOn + dice.whole(1, 90) : null,
    taggedAt,
    imported: dice.chance(0.05),
    statusChangedAt: status === 'proposed' ? null : taggedAt + dice.whole(1, 5 * 1440) * 60_000,
    share: dice.chance(0.05) ? dice.whole(1, 200) / 2 : null,
    evidenceType: evidence ? dice.pick(evidenceTypes) : null,
    hasEvidence: evidence,
  };
}
