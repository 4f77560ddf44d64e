import { Client } from '@hubspot/api-client';
import { Problem } from '#contract/problem';
import { jsonOf, type BodyReader } from './answer-body.ts';
import { createPace, type Pace } from './pace.ts';
import type { RateBudgetName, RateLimits } from './rate-budget.ts';
import { verdictOf, verdictOfSilence, type Answer, type Verdict } from './verdict.ts';

export interface TransportOptions {
  readonly token: string;
  readonly baseUrl: string;
  readonly now: () => number;
  /** Instant after which nothing is sent or waited for; absent: no limit. */
  readonly deadlineAt?: number | undefined;
  /** Our own share of HubSpot's limits; `off` for a portal that has none. */
  readonly limits?: RateLimits | 'off' | undefined;
  /** How long one attempt may hang. */
  readonly attemptMs?: number | undefined;
  /** Waits; another than the timer's where the clock is not the machine's. */
  readonly sleep?: ((ms: number) => Promise<void>) | undefined;
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly budget?: RateBudgetName;
  /** Statuses that are answers, not problems: 404 where absence is expected. */
  readonly accept?: readonly number[];
  /** True where sending twice does what sending once does. All but POST are, and a POST says so itself. */
  readonly repeatable?: boolean;
  /** Instant before the deadline after which this call is not worth waiting for. */
  readonly until?: number | null;
  /** Calls of the window that this one leaves free for others that must not wait. */
  readonly keep?: number;
  /** Reads the answer; absent: as JSON. */
  readonly read?: BodyReader;
}

export type Send = (request: Request) => Promise<Answer>;

const maxAttempts = 6;

/**
 * HubSpot's client as the transport, under our own deadline, limits and retries: its own retry can outlast a function,
 * it has no timeout, and its limiter is off here because it halves what HubSpot allows (docs/decisions/0003).
 */
export function createTransport(options: TransportOptions, pace: Pace = createPace(options.limits)): Send {
  const client = new Client({ accessToken: options.token, basePath: options.baseUrl });
  const sleep = options.sleep ?? timer;
  return async (request) => {
    const deadlineAt = Math.min(options.deadlineAt ?? Infinity, request.until ?? Infinity);
    const timing = { ...options, deadlineAt, sleep };
    for (let attempt = 0; ; attempt++) {
      await waitForTurn(pace, request, timing);
      const verdict = await attempted(client, request, timing, attempt);
      if (verdict.kind === 'answer') return verdict.answer;
      if (verdict.kind === 'problem') throw verdict.problem;
      const repeatable = request.repeatable ?? request.method !== 'POST';
      const waitMs = verdict.waitMs + jitterMs();
      const fits = options.now() + waitMs < deadlineAt && waitMs < longestWaitMs;
      if (!fits || attempt + 1 >= maxAttempts || (verdict.processed === 'perhaps' && !repeatable))
        throw verdict.problem;
      await sleep(waitMs);
    }
  };
}

/** Two windows of the ten-second limit: without a deadline (the terminal) the most that makes sense. */
const longestWaitMs = 20_000;

const jitterMs = (): number => Math.random() * 100;

const timer = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Timing extends TransportOptions {
  readonly deadlineAt: number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** A call that would start too late is not counted: it does not take the place of one that would not. */
async function waitForTurn(
  pace: Pace,
  { budget = 'general', keep = 0 }: Request,
  { deadlineAt, now, sleep }: Timing,
): Promise<void> {
  const at = now();
  const startInMs = pace.waitMs(budget, at, keep);
  if (at + startInMs >= deadlineAt) throw new Problem('out_of_time');
  pace.take(budget, at + startInMs);
  if (startInMs > 0) await sleep(startInMs);
}

async function attempted(
  client: Client,
  request: Request,
  options: Timing,
  attempt: number,
): Promise<Verdict> {
  const { method, path, body, accept = [], read = jsonOf } = request;
  const leftMs = options.deadlineAt - options.now();
  const exchange = async (): Promise<Verdict> => {
    const response = await client.apiRequest({ method, path, ...(body === undefined ? {} : { body }) });
    const answer = read(new Uint8Array(await response.arrayBuffer()));
    return verdictOf(response.status, response.headers.get('retry-after'), answer, attempt, accept);
  };
  return within(Math.min(options.attemptMs ?? 4_000, leftMs), exchange, attempt);
}

/** The client takes no AbortSignal, so a hanging exchange is left behind rather than ended. */
async function within(ms: number, exchange: () => Promise<Verdict>, attempt: number): Promise<Verdict> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Verdict>((resolve) => {
    timer = setTimeout(() => resolve(verdictOfSilence(attempt)), ms);
  });
  try {
    return await Promise.race([exchange().catch(() => verdictOfSilence(attempt)), silence]);
  } finally {
    clearTimeout(timer);
  }
}
