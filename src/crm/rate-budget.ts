/** Calls allowed in a rolling window; null switches the limit off. */
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

/** Milliseconds until a call may start; the call is counted as started then. */
export function createRateBudget(limit: RateLimit): (now: number) => number {
  const starts: number[] = [];
  return (now) => {
    while (starts.length > 0 && (starts[0] ?? now) <= now - limit.windowMs) starts.shift();
    const blocking = starts[starts.length - limit.calls];
    const start = blocking === undefined ? now : Math.max(now, blocking + limit.windowMs);
    starts.push(start);
    return start - now;
  };
}
