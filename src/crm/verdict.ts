import * as z from 'zod/mini';
import { Problem } from '#contract/problem';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What becomes of one attempt: an answer, another attempt after a wait, or a problem. */
export type Verdict =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | {
      readonly kind: 'again';
      readonly waitMs: number;
      readonly processed: 'no' | 'perhaps';
      readonly problem: Problem;
    }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Every member may be absent: https://developers.hubspot.com/docs/api-reference/error-handling */
const errorBody = z.object({
  message: z.catch(z.optional(z.string()), undefined),
  category: z.catch(z.optional(z.string()), undefined),
  policyName: z.catch(z.optional(z.string()), undefined),
});

/** A record locked by another write stays so for two seconds at least (same source). */
const lockedMs = 2_000;
const secondMs = 1_000;

const backoffMs = (attempt: number): number => 200 * 2 ** attempt;

/** Judges an attempt that got an answer; `body` undefined: one that cannot be read. `attempt` counts from 0. */
export function verdictOf(
  status: number,
  retryAfter: string | null,
  body: unknown,
  attempt: number,
  accepted: readonly number[],
): Verdict {
  const { policyName } = errorBody.safeParse(body).data ?? {};
  if (status < 300 || accepted.includes(status)) {
    if (body !== undefined) return { kind: 'answer', answer: { status, body } };
    return again(backoffMs(attempt), 'perhaps', 'crm_unreachable');
  }
  if (status === 429) {
    if (policyName === 'DAILY') return problem('crm_busy', "HubSpot's daily limit of calls is used up.");
    return again(secondsOf(retryAfter) ?? secondMs * (attempt + 1), 'no', 'crm_busy');
  }
  if (status === 423) return again(lockedMs, 'no', 'crm_busy');
  if (status === 477) return again(secondsOf(retryAfter) ?? lockedMs, 'no', 'crm_busy');
  if (status >= 500 || status === 408) return again(backoffMs(attempt), 'perhaps', 'crm_unreachable');
  if (status === 401 || status === 403) return problem('crm_forbidden');
  return { kind: 'problem', problem: refusalOf({ status, body }) };
}

/** HubSpot's own words for a refusal that no other attempt will change. */
export function refusalOf({ status, body }: Answer): Problem {
  const { message, category } = errorBody.safeParse(body).data ?? {};
  if (message?.startsWith('Unable to infer object type')) return new Problem('not_installed');
  const because = message ?? category ?? `status ${status}`;
  return new Problem('crm_refused', { detail: `HubSpot did not accept the change: ${because}` });
}

/** An attempt without an answer: the connection broke, or nothing came in time. */
export const verdictOfSilence = (attempt: number): Verdict =>
  again(backoffMs(attempt), 'perhaps', 'crm_unreachable');

const again = (
  waitMs: number,
  processed: 'no' | 'perhaps',
  code: 'crm_busy' | 'crm_unreachable',
): Verdict => ({
  kind: 'again',
  waitMs,
  processed,
  problem: new Problem(code),
});

const problem = (
  code: 'crm_busy' | 'crm_forbidden' | 'crm_refused' | 'not_installed',
  detail?: string,
): Verdict => ({
  kind: 'problem',
  problem: new Problem(code, detail === undefined ? {} : { detail }),
});

/** `Retry-After` in seconds. UNVERIFIED for the CRM's 429; documented for 477. */
function secondsOf(retryAfter: string | null): number | null {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}
