import type { Dice } from './dice.ts';
import type { DemoPipeline, DemoStage } from './pipelines.ts';

const msPerDay = 86_400_000;

interface Visit {
  readonly stage: DemoStage;
  readonly from: number;
  readonly until: number;
}

export interface Life {
  readonly outcome: 'open' | 'won' | 'lost';
  readonly stage: string;
  /** The close of a closed deal; the expected close of an open one. */
  readonly closeAt: number;
  readonly visits: readonly Visit[];
  readonly entered: ReadonlyMap<string, number>;
}

/**
 * A deal's way through its pipeline until today. Whether it passes a stage does not depend on partners,
 * except that a deal which a partner brought passes a little more often.
 */
export function lifeOf(
  dice: Dice,
  pipeline: DemoPipeline,
  createdAt: number,
  today: number,
  lift: number,
): Life {
  const visits: Visit[] = [];
  const entered = new Map<string, number>();
  let at = createdAt;
  for (const stage of pipeline.open) {
    entered.set(stage.label, at);
    const until = at + Math.round(Math.max(1, dice.logNormal(stage.days, 0.7)) * msPerDay);
    const passes = dice.chance(stage.passes + lift);
    visits.push({ stage, from: at, until: Math.min(until, today) });
    if (until > today) return openLife(dice, stage.label, today, visits, entered);
    at = until;
    if (!passes) return lostLife(dice, pipeline, at, today, visits, entered);
  }
  entered.set(pipeline.won, at);
  return { outcome: 'won', stage: pipeline.won, closeAt: at, visits, entered };
}

function openLife(
  dice: Dice,
  stage: string,
  today: number,
  visits: readonly Visit[],
  entered: ReadonlyMap<string, number>,
): Life {
  // Sellers forget to move the expected close: some of them lie behind.
  return { outcome: 'open', stage, closeAt: today + dice.whole(-20, 90) * msPerDay, visits, entered };
}

/** A few lost deals come back: they are reopened in their last stage, and won or lost again weeks later. */
function lostLife(
  dice: Dice,
  pipeline: DemoPipeline,
  lostAt: number,
  today: number,
  visits: readonly Visit[],
  entered: Map<string, number>,
): Life {
  entered.set(pipeline.lost, lostAt);
  const closeAgain = lostAt + dice.whole(30, 80) * msPerDay;
  if (!dice.chance(0.04) || closeAgain > today) {
    return { outcome: 'lost', stage: pipeline.lost, closeAt: lostAt, visits, entered };
  }
  const last = visits.at(-1);
  const again = last === undefined ? visits : [...visits, { ...last, from: lostAt, until: closeAgain }];
  const won = dice.chance(0.5);
  const stage = won ? pipeline.won : pipeline.lost;
  if (won) entered.set(stage, closeAgain);
  return { outcome: won ? 'won' : 'lost', stage, closeAt: closeAgain, visits: again, entered };
}
