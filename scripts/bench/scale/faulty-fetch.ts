import { diceOf } from '#scripts/demo/dice';

export interface Faults {
  /** The same seed, the same faults. */
  readonly seed: number;
  /** Share of calls that go wrong. */
  readonly share: number;
}

/** `lost`: HubSpot does the work, and its answer never arrives. Killed: the function ends before or after a call. */
const kinds = [
  'limit',
  'locked',
  'server error',
  'reset',
  'lost',
  'malformed',
  'silence',
  'killed before',
  'killed after',
] as const;

/** As of a process that the system ended. */
export const killedCode = 137;

const refusal = (status: number, body: object): Response => new Response(JSON.stringify(body), { status });

/** Calls of which some go wrong, in every way that HubSpot and the machine know. */
export function faultyFetch(fetch: typeof globalThis.fetch, { seed, share }: Faults): typeof fetch {
  const dice = diceOf(seed);
  return async (...call) => {
    if (!dice.chance(share)) return fetch(...call);
    const kind = dice.pick(kinds);
    if (kind === 'limit') return refusal(429, { status: 'error', policyName: 'TEN_SECONDLY_ROLLING' });
    if (kind === 'locked') return refusal(423, { status: 'error', message: 'locked' });
    if (kind === 'server error') return refusal(502, {});
    if (kind === 'reset') throw new TypeError('fetch failed');
    if (kind === 'silence') return new Promise(() => undefined);
    if (kind === 'killed before') return process.exit(killedCode);
    await fetch(...call);
    if (kind === 'killed after') return process.exit(killedCode);
    if (kind === 'lost') throw new TypeError('fetch failed');
    return new Response('{"results":', { status: 200 });
  };
}
