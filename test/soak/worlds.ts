import type { LandmarkColumns } from '#domain/comparison/landmark';

const msPerDay = 86_400_000;

/** The generator mulberry32: the same seed gives the same world. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Deals that run through four stages; all are closed in the end, and all say whether a partner is involved. */
export interface World {
  readonly createdAt: Float64Array;
  readonly stageEnteredAt: readonly Float64Array[];
  readonly closedAt: Float64Array;
  readonly outcome: Uint8Array;
  readonly taggedAt: Float64Array;
  readonly answer: Uint8Array;
  readonly stratum: Int32Array;
}

/** Chance to pass each stage. Stages last 30 days on average. */
const passing = [0.6, 0.65, 0.7, 0.75] as const;

/** Tags per day in each stage: at any time while open; or rather in advanced deals. */
export const anyTime = [1 / 120, 1 / 120, 1 / 120, 1 / 120] as const;
export const advancedDeals = [1 / 400, 1 / 200, 1 / 80, 1 / 40] as const;

/** A world in which partners change nothing: tags arrive while a deal is open, and the deal goes on regardless. */
export function nullWorld(deals: number, tagsPerDay: readonly number[], seed: number): World {
  const random = seededRandom(seed);
  const waiting = (mean: number): number => -Math.log(1 - random()) * mean;
  const world = emptyWorld(deals);
  for (let i = 0; i < deals; i++) {
    let day = 0;
    let stage = 0;
    let open = true;
    for (; open && stage < passing.length; stage++) {
      world.stageEnteredAt[stage]![i] = day * msPerDay;
      const stays = waiting(30);
      const tagged = waiting(1 / tagsPerDay[stage]!);
      if (Number.isNaN(world.taggedAt[i]) && tagged < stays) world.taggedAt[i] = (day + tagged) * msPerDay;
      day += stays;
      open = random() < passing[stage]!;
    }
    world.closedAt[i] = day * msPerDay;
    world.outcome[i] = open ? 1 : 2;
    world.answer[i] = Number.isNaN(world.taggedAt[i]) ? 1 : 2;
  }
  return world;
}

/**
 * A world in which a partner adds ten points to the chance to win, and in which partners prefer the segments that win
 * less and take longer anyway. Deals reach their second stage on day 30; the tag, where there is one, comes before.
 */
export function tenPointWorld(deals: number, seed: number): World {
  const random = seededRandom(seed);
  const world = emptyWorld(deals);
  for (let i = 0; i < deals; i++) {
    const segment = Math.floor(random() * 4);
    const isTagged = random() < 0.1 + 0.2 * segment;
    const chance = 0.65 - 0.15 * segment + (isTagged ? 0.1 : 0);
    world.stratum[i] = segment;
    world.stageEnteredAt[0]![i] = 0;
    world.stageEnteredAt[1]![i] = 30 * msPerDay;
    world.taggedAt[i] = isTagged ? 10 * msPerDay : NaN;
    world.answer[i] = isTagged ? 2 : 1;
    world.outcome[i] = random() < chance ? 1 : 2;
    world.closedAt[i] = (31 + (30 + 30 * segment) * random()) * msPerDay;
  }
  return world;
}

function emptyWorld(deals: number): World {
  const never = () => new Float64Array(deals).fill(NaN);
  return {
    createdAt: new Float64Array(deals),
    stageEnteredAt: passing.map(never),
    closedAt: never(),
    outcome: new Uint8Array(deals),
    taggedAt: never(),
    answer: new Uint8Array(deals),
    stratum: new Int32Array(deals),
  };
}

/** The columns of a landmark at the entry of a stage, counted from 1. */
export const atStage = (world: World, stage: number): LandmarkColumns => ({
  ...world,
  reachedAt: world.stageEnteredAt[stage - 1]!,
  firstTaggedAt: world.taggedAt,
});
