/**
 * How often the 95 % intervals hold the truth, over many simulated worlds, and what the verdicts say.
 * Run: node test/soak/null-worlds.soak.ts
 */
import { compareArms } from '#domain/comparison/compare-arms';
import { landmark } from '#domain/comparison/landmark';
import { z95, type Interval } from '#domain/stats/interval';
import {
  advancedDeals,
  anyTime,
  atStage,
  nullWorld,
  seededRandom,
  tenPointWorld,
  type World,
} from './worlds.ts';

const repetitions = 400;
const wording = { landmark: 'Evaluate', adjustedFor: ['segment'] };

interface Trial {
  readonly name: string;
  readonly truth: number;
  readonly stage: number;
  readonly world: (seed: number) => World;
}

/** Segments that have nothing to do with winning: many small strata. */
function inSegments(world: World, segments: number, seed: number): World {
  const random = seededRandom(seed);
  return { ...world, stratum: world.stratum.map(() => Math.floor(random() * segments)) };
}

const trials: readonly Trial[] = [
  { name: 'null, any time, 5000 deals', truth: 0, stage: 3, world: (seed) => nullWorld(5000, anyTime, seed) },
  {
    name: 'null, advanced, 5000 deals',
    truth: 0,
    stage: 3,
    world: (seed) => nullWorld(5000, advancedDeals, seed),
  },
  {
    name: 'null, any time, 1000 deals, 20 segments',
    truth: 0,
    stage: 3,
    world: (seed) => inSegments(nullWorld(1000, anyTime, seed), 20, seed),
  },
  {
    name: 'null, any time, 300 deals, 20 segments',
    truth: 0,
    stage: 3,
    world: (seed) => inSegments(nullWorld(300, anyTime, seed), 20, seed),
  },
  { name: 'ten points, 300 deals', truth: 0.1, stage: 2, world: (seed) => tenPointWorld(300, seed) },
  { name: 'ten points, 5000 deals', truth: 0.1, stage: 2, world: (seed) => tenPointWorld(5000, seed) },
];

const holds = ([lower, upper]: Interval, truth: number): number => Number(lower <= truth && truth <= upper);

function coverageOf({ truth, stage, world }: Trial) {
  const held = { standardised: 0, wald: 0, mantelHaenszel: 0, crude: 0 };
  const days = { held: 0, compared: 0 };
  const said: Record<string, number> = {};
  let compared = 0;
  for (let seed = 1; seed <= repetitions; seed++) {
    const result = compareArms(landmark(atStage(world(seed), stage), { asOf: 1e13 }), wording);
    const { standardised, mantelHaenszel } = result.adjusted;
    said[result.verdict] = (said[result.verdict] ?? 0) + 1;
    if (result.daysSaved !== null) {
      days.compared++;
      days.held += holds(result.daysSaved.interval, 0);
    }
    if (standardised === null || mantelHaenszel === null) continue;
    compared++;
    const { value, interval } = standardised.difference;
    const half = z95 * Math.sqrt(standardised.variance);
    held.standardised += holds(interval, truth);
    held.wald += holds([value - half, value + half], truth);
    held.mantelHaenszel += holds(mantelHaenszel.riskDifference.interval, truth);
    held.crude += holds(result.crude.difference!.interval, truth);
  }
  const shares = Object.entries(held).map(([method, count]) => [method, (count / compared).toFixed(3)]);
  shares.push(['daysSaved', (days.held / days.compared).toFixed(3)]);
  return { ...(Object.fromEntries(shares) as Record<string, string>), ...said };
}

console.table(Object.fromEntries(trials.map((trial) => [trial.name, coverageOf(trial)])));
