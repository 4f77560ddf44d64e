import { diceOf } from '#scripts/demo/dice';
import type { Exchange, Received } from './http-exchange.ts';

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

const answered = (status: number, body: string): Received => ({
  status,
  headers: {},
  chunks: [Buffer.from(body)],
});

const broken = (): Error => new Error('socket hang up');

/** Calls of which some go wrong, in every way that HubSpot and the machine know. */
export function faultyExchange(exchange: Exchange, { seed, share }: Faults): Exchange {
  const dice = diceOf(seed);
  return async (sent) => {
    if (!dice.chance(share)) return exchange(sent);
    const kind = dice.pick(kinds);
    if (kind === 'limit') return answered(429, '{"status":"error","policyName":"TEN_SECONDLY_ROLLING"}');
    if (kind === 'locked') return answered(423, '{"status":"error","message":"locked"}');
    if (kind === 'server error') return answered(502, '{}');
    if (kind === 'reset') throw broken();
    if (kind === 'silence') return new Promise(() => undefined);
    if (kind === 'killed before') return process.exit(killedCode);
    await exchange(sent);
    if (kind === 'killed after') return process.exit(killedCode);
    if (kind === 'lost') throw broken();
    return answered(200, '{"results":');
  };
}
