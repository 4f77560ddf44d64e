/** Chance from a seed: the same seed gives the same sequence on every machine. */
export interface Dice {
  /** Uniform from 0 (included) to 1 (excluded). */
  roll(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** Whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** Picks by weight. */
  weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item;
  /** Log-normal with the given median; `spread` is the standard deviation of the logarithm. */
  logNormal(median: number, spread: number): number;
  /** Exponential waiting time with the given mean. */
  wait(mean: number): number;
}

export function diceOf(seed: number): Dice {
  return diceFrom(rollsOf(seed));
}

function rollsOf(seed: number): () => number {
  let state = BigInt(seed) * 2n + 1n;
  // Linear congruential generator with Knuth's MMIX constants; the upper 32 bits of 64 are used.
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number(state >> 32n) / 2 ** 32;
  };
}

/** Dice over any source of uniform numbers from 0 (included) to 1 (excluded). */
export function diceFrom(roll: () => number): Dice {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll());
  return {
    roll,
    chance: (probability) => roll() < probability,
    whole: (low, high) => low + Math.floor(roll() * (high - low + 1)),
    pick: (items) => items[Math.floor(roll() * items.length)] as (typeof items)[number],
    weighted: (items, weightOf) => {
      let left = roll() * items.reduce((sum, item) => sum + weightOf(item), 0);
      return items.find((item) => (left -= weightOf(item)) < 0) ?? (items.at(-1) as (typeof items)[number]);
    },
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    wait: (mean) => -mean * Math.log(1 - roll()),
  };
}
