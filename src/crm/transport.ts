import { Client } from '@hubspot/api-client';
import { Problem } from '#contract/problem';
import { createRateBudget, hubspotLimits, type RateBudgetName, type RateLimits } from './rate-budget.ts';
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
}

export type Send = (request: Request) => Promise<Answer>;

const maxAttempts = 6;

/**
 * HubSpot's client as the transport, under our own deadline, limits and retries: its own retry can outlast a function,
 * it has no timeout, and its limiter is off here because it halves what HubSpot allows (docs/decisions/0003).
 */
export function createTransport(options: TransportOptions): Send {
  const client = new Client({ accessToken: options.token, basePath: options.baseUrl });
  const startIn = paceOf(options);
  return async (request) => {
    const deadlineAt = Math.min(options.deadlineAt ?? Infinity, request.until ?? Infinity);
    const timing = { ...options, deadlineAt };
    for (let attempt = 0; ; attempt++) {
      await waitUntilStart(startIn(request), timing);
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

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function paceOf({ limits = hubspotLimits, now }: TransportOptions): (request: Request) => number {
  if (limits === 'off') return () => 0;
  const budgets = {
    general: createRateBudget(limits.general),
    associations: createRateBudget(limits.associations),
    search: createRateBudget(limits.search),
  };
  return ({ budget = 'general' }) => budgets[budget](now());
}

interface Timing extends TransportOptions {
  readonly deadlineAt: number;
}

async function waitUntilStart(startInMs: number, { deadlineAt, now }: Timing): Promise<void> {
  if (now() + startInMs >= deadlineAt) throw new Problem('out_of_time');
  if (startInMs > 0) await sleep(startInMs);
}

async function attempted(
  client: Client,
  request: Request,
  options: Timing,
  attempt: number,
): Promise<Verdict> {
  const { method, path, body, accept = [] } = request;
  const leftMs = options.deadlineAt - options.now();
  const exchange = async (): Promise<Verdict> => {
    const response = await client.apiRequest({ method, path, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    return verdictOf(response.status, response.headers.get('retry-after'), text, attempt, accept);
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
