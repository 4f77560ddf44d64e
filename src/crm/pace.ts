import type { CallPace, SpentCalls } from '#usecases/crm/portfolio';
import {
  createRateBudget,
  hubspotLimits,
  type RateBudgetName,
  type RateLimit,
  type RateLimits,
} from './rate-budget.ts';

/** When calls may start: one budget for everything that a function does. */
export interface Pace {
  readonly waitMs: (budget: RateBudgetName, now: number, keep: number) => number;
  readonly take: (budget: RateBudgetName, start: number) => void;
  readonly spent: (now: number) => SpentCalls;
  readonly carry: (spent: SpentCalls) => void;
  readonly general: RateLimit;
}

const unlimited: Pace = {
  waitMs: () => 0,
  take: () => undefined,
  spent: () => [],
  carry: () => undefined,
  general: { calls: Infinity, windowMs: 0 },
};

/** Calls are told to the next function by the half second: the head record keeps twenty numbers, not two hundred. */
const grainMs = 500;

export function createPace(limits: RateLimits | 'off' = hubspotLimits): Pace {
  if (limits === 'off') return unlimited;
  const budgets = {
    general: createRateBudget(limits.general),
    associations: createRateBudget(limits.associations),
    search: createRateBudget(limits.search),
  };
  let hasCarried = false;
  return {
    waitMs: (budget, now, keep) => budgets[budget].waitMs(now, keep),
    take: (budget, start) => budgets[budget].take(start),
    spent: (now) => grouped(budgets.general.starts(now)),
    // Once: a process that goes on knows its own calls.
    carry: (spent) => {
      if (hasCarried) return;
      hasCarried = true;
      for (const { at, calls } of spent) for (let call = 0; call < calls; call++) budgets.general.take(at);
    },
    general: limits.general,
  };
}

/** Each group at its latest time, so that nothing is thought free too early. */
function grouped(starts: readonly number[]): SpentCalls {
  const groups: { at: number; calls: number }[] = [];
  for (const start of starts) {
    const last = groups.at(-1);
    if (last && Math.floor(last.at / grainMs) === Math.floor(start / grainMs)) {
      last.at = start;
      last.calls++;
    } else groups.push({ at: start, calls: 1 });
  }
  return groups;
}

export const callPaceOf = (pace: Pace, now: () => number): CallPace => ({
  spentCalls: () => pace.spent(now()),
  carryCalls: pace.carry,
  pauseAfter: (start) => {
    const { calls, windowMs } = pace.general;
    const spent = pace.spent(now());
    const sum = (groups: SpentCalls) => groups.reduce((total, group) => total + group.calls, 0);
    const own = sum(spent.filter(({ at }) => at >= start));
    // Half of what it needs at once: the rest comes free while it works, as this step's calls leave the window.
    const isRoomy = calls - sum(spent) >= own / 2;
    return isRoomy ? 0 : Math.max(0, start + windowMs - now());
  },
});
