import type { Dice } from '#scripts/demo/dice';
import type { DealRow } from '#domain/rows';
import type { LifeCycleStage } from '#domain/vocabulary';
import {
  companyIdAt,
  dealIdAt,
  diceAt,
  msPerDay,
  msPerMinute,
  partners,
  start,
  today,
  type SyntheticWorld,
} from './synthetic-world.ts';

const owners = 60;
const taggedShare = 0.3;
const probabilities = [0.1, 0.25, 0.5, 0.8] as const;
const lossReasons = ['Price', 'No budget', 'No decision', 'Competitor', 'Missing feature', 'Lost contact'];
const dealTypes = ['newbusiness', 'existingbusiness', 'renewal'];

/** Six stages per pipeline: four open ones, won, lost. */
const pipelines = [
  { id: 'default', stages: [0, 1, 2, 3, 4, 5].map((place) => String(1_040_001 + place)) },
  { id: '76543210', stages: [0, 1, 2, 3, 4, 5].map((place) => String(2_070_001 + place)) },
] as const;
const openStages = probabilities.length;
/** As the CRM holds them. */
export const pipelineStages = pipelines.map(({ id, stages }) => ({
  id,
  stages: stages.map((stage, place) => ({
    id: stage,
    probability: probabilities[place] ?? (place === openStages ? 1 : 0),
  })),
}));
const stageMeanings: readonly LifeCycleStage[] = ['identify', 'engage', 'evaluate', 'decide', 'onboard'];

export const landmarkStage = pipelines[0].stages[1]!;
export const lifeCycleOf: Readonly<Record<string, LifeCycleStage>> = Object.fromEntries(
  pipelines.flatMap(({ stages }) =>
    stageMeanings.map((meaning, place) => [stages[place]!, meaning] as const),
  ),
);

/** Deals are created evenly over three years, in the order of their ids. */
const createdAtOf = ({ deals }: SyntheticWorld, place: number): number =>
  Math.floor(start + ((today - start) * place) / deals);

export const isTagged = (world: SyntheticWorld, place: number): boolean =>
  diceAt(world, 1, place).chance(taggedShare);

export function syntheticDeal(world: SyntheticWorld, place: number): DealRow {
  const dice = diceAt(world, 2, place);
  const pipeline = dice.chance(0.7) ? 0 : 1;
  const recorded = createdAtOf(world, place);
  const createdAt = dice.chance(0.05) ? recorded - dice.whole(1, 60) * msPerDay : recorded;
  const life = lifeOf(dice, pipelines[pipeline].stages, createdAt, place / world.deals);
  const amountMinor = dice.chance(0.03) ? null : amountOf(dice);
  return {
    id: dealIdAt(place),
    ...life.facts,
    createdAt,
    amountMinor,
    foreignAmount: amountMinor === null && dice.chance(0.3),
    weightedMinor: amountMinor === null ? null : Math.round(amountMinor * life.probability),
    pipeline: pipelines[pipeline].id,
    owner: dice.chance(0.02) ? null : String(40_000_000 + dice.whole(1, owners) * 7919),
    account: accountOf(dice, world),
    dealType: dice.chance(0.1) ? null : dice.weighted(dealTypes, (type) => (type === 'newbusiness' ? 3 : 1)),
    lossReason: life.facts.outcome === 'lost' && dice.chance(0.7) ? dice.pick(lossReasons) : null,
    answer: isTagged(world, place) ? 'tagged' : dice.chance(0.4) ? 'none' : 'unanswered',
  };
}

/** Few accounts have many deals; a few deals hang on a partner's own company, or on none. */
function accountOf(dice: Dice, { accounts }: SyntheticWorld): string | null {
  if (dice.chance(0.03)) return dice.chance(0.3) ? companyIdAt(dice.whole(0, partners - 1)) : null;
  return companyIdAt(partners + Math.floor(accounts * dice.roll() ** 2));
}

/** Median 20,000.00; most amounts are round. */
function amountOf(dice: Dice): number {
  const minor = dice.logNormal(2_000_000, 1.1);
  const step = dice.weighted([50_000, 10_000, 100, 1], (unit) => (unit === 1 ? 2 : 3));
  return Math.max(1, Math.round(minor / step)) * step;
}

interface Life {
  readonly facts: Pick<DealRow, 'outcome' | 'closeAt' | 'stage' | 'stageEnteredAt' | 'timeInStage'>;
  readonly probability: number;
}

/** Stages passed one after the other; old deals are closed, new ones mostly open: 40 % open, a quarter of the closed won. */
function lifeOf(dice: Dice, stages: readonly string[], createdAt: number, age: number): Life {
  const won = dice.chance(0.25);
  const stays = dice.chance(age ** 1.5);
  const path = pathOf(
    dice,
    stages,
    createdAt,
    stays ? dice.whole(1, openStages) : won ? 4 : dice.whole(2, 4),
  );
  const open = stays || path.leftAt >= today;
  const { stageEnteredAt, timeInStage, passed } = path;
  const last = stages[open ? passed - 1 : openStages + (won ? 0 : 1)]!;
  // The CRM states no time for the stage that the deal is in.
  if (open) delete timeInStage[last];
  else stageEnteredAt[last] = path.leftAt;
  const closeAt = open ? today + dice.whole(-20, 90) * msPerDay : closedAt(dice, path.leftAt);
  return {
    facts: {
      outcome: open ? 'open' : won ? 'won' : 'lost',
      closeAt,
      stage: last,
      stageEnteredAt,
      timeInStage,
    },
    probability: open ? probabilities[passed - 1]! : won ? 1 : 0,
  };
}

/** Open stages one after the other, 18 days each in the mean, no further than today. */
function pathOf(dice: Dice, stages: readonly string[], createdAt: number, upTo: number) {
  const stageEnteredAt: Record<string, number> = {};
  const timeInStage: Record<string, number> = {};
  let leftAt = createdAt;
  let passed = 0;
  while (passed < upTo && leftAt < today) {
    const stage = stages[passed++]!;
    const spent = Math.round(dice.wait(18) * msPerDay) + msPerMinute;
    stageEnteredAt[stage] = leftAt;
    timeInStage[stage] = dice.chance(0.05) ? Math.round(spent * dice.roll()) : spent;
    leftAt += spent;
  }
  return { stageEnteredAt, timeInStage, leftAt, passed };
}

/** Mostly the instant of the last move; some people set the day themselves. */
const closedAt = (dice: Dice, moved: number): number =>
  dice.chance(0.7) ? moved : moved - dice.whole(0, 20) * msPerDay - dice.whole(0, 1439) * msPerMinute;
