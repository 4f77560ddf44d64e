/** Calls allowed in a rolling window. */
export interface RateLimit {
  readonly calls: number;
  readonly windowMs: number;
}

export type RateBudgetName = 'general' | 'associations' | 'search';
export type RateLimits = Readonly<Record<RateBudgetName, RateLimit>>;

/**
 * HubSpot's burst limits of a Professional or Enterprise account: 190 per 10 s for an app, 150 per 10 s for
 * associations, 5 per second for search: https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines
 */
export const hubspotLimits: RateLimits = {
  general: { calls: 190, windowMs: 10_000 },
  associations: { calls: 150, windowMs: 10_000 },
  search: { calls: 5, windowMs: 1_000 },
};

/** A share of the limits, so that others in the account have room. Example: a share of 0.8 is 152 calls per 10 s. */
export function limitsOf(share: number, limits: RateLimits = hubspotLimits): RateLimits {
  const part = ({ calls, windowMs }: RateLimit): RateLimit => ({
    calls: Math.max(1, Math.floor(calls * share)),
    windowMs,
  });
  return {
    general: part(limits.general),
    associations: part(limits.associations),
    search: part(limits.search),
  };
}

/** The calls of one rolling window, those of the future included that are waited for. */
export interface RateBudget {
  /** Milliseconds until a call may start that leaves `keep` calls of the window to others. */
  readonly waitMs: (now: number, keep?: number) => number;
  readonly take: (start: number) => void;
  /** Starts of the calls that the window still holds, ascending. */
  readonly starts: (now: number) => readonly number[];
}

export function createRateBudget(limit: RateLimit): RateBudget {
  const starts: number[] = [];
  const forget = (now: number): void => {
    while (starts.length > 0 && (starts[0] ?? now) <= now - limit.windowMs) starts.shift();
  };
  return {
    waitMs: (now, keep = 0) => {
      forget(now);
      const blocking = starts[starts.length - Math.max(1, limit.calls - keep)];
      return blocking === undefined ? 0 : Math.max(0, blocking + limit.windowMs - now);
    },
    take: (start) => {
      let place = starts.length;
      while (place > 0 && (starts[place - 1] ?? 0) > start) place--;
      starts.splice(place, 0, start);
    },
    starts: (now) => {
      forget(now);
      return starts;
    },
  };
}
