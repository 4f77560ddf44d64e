import { randomUUID } from 'node:crypto';
import type { Quota, Reply } from './router.ts';

interface Policy {
  name: 'TEN_SECONDLY_ROLLING' | 'SECONDLY';
  calls: number;
  windowMs: number;
  message: string;
}

// https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines (Professional and Enterprise)
const general: Policy = {
  name: 'TEN_SECONDLY_ROLLING',
  calls: 190,
  windowMs: 10_000,
  // UNVERIFIED wording; the policy name is what clients read.
  message: 'You have reached your ten_secondly_rolling limit.',
};
const associations: Policy = { ...general, calls: 150 };
const search: Policy = {
  name: 'SECONDLY',
  calls: 5,
  windowMs: 1_000,
  message: 'You have reached your secondly limit.',
};
const policies = { general, associations, search } as const;
const dailyCalls = 625_000;

/** A rolling window: the times of the calls that it still holds. */
class Window {
  readonly times: number[] = [];

  left({ calls, windowMs }: Policy, now: number): number {
    while (this.times[0] !== undefined && this.times[0] <= now - windowMs) this.times.shift();
    return calls - this.times.length;
  }
}

export interface RateLimits {
  /** Counts a call: the headers of its answer, or the 429 that it gets. */
  admit(quota: Quota, now: number): { headers: Record<string, string> } | { refused: Reply };
}

const refused = ({ name, message }: Policy): Reply => ({
  status: 429,
  body: {
    status: 'error',
    message,
    errorType: 'RATE_LIMIT',
    correlationId: randomUUID(),
    policyName: name,
    requestId: randomUUID(),
  },
});

const headersOf = ({ calls, windowMs }: Policy, left: number, daily: number): Record<string, string> => ({
  'x-hubspot-ratelimit-daily': String(dailyCalls),
  'x-hubspot-ratelimit-daily-remaining': String(Math.max(0, dailyCalls - daily)),
  'x-hubspot-ratelimit-max': String(calls),
  'x-hubspot-ratelimit-remaining': String(left),
  'x-hubspot-ratelimit-interval-milliseconds': String(windowMs),
});

export function openRateLimits(): RateLimits {
  const windows = { general: new Window(), associations: new Window(), search: new Window() };
  let daily = 0;
  return {
    admit(quota, now) {
      if (quota === 'none') return { headers: {} };
      const policy = policies[quota];
      const window = windows[quota];
      const left = window.left(policy, now);
      if (left <= 0) return { refused: refused(policy) };
      window.times.push(now);
      daily += 1;
      // Search answers carry no rate-limit headers.
      return { headers: quota === 'search' ? {} : headersOf(policy, left - 1, daily) };
    },
  };
}
