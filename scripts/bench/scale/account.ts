import { resolve } from 'node:path';
import { countingProxy } from '../counting-proxy.ts';
import type { SyntheticPortfolio } from '../synthetic-portfolio.ts';
import { today } from '../synthetic-world.ts';
import { callsMade, type CallsMade } from './calls-made.ts';
import type { Faults } from './faulty-exchange.ts';
import { ownProcess } from './own-process.ts';
import type { FunctionRun } from './run-function.ts';
import { scalePortal, type ScalePortal } from './scale-portal.ts';
import { simulatedNowHeader } from './simulated-time.ts';

/** Assumed: what one CRM call takes. UNVERIFIED for a real account. */
export const defaultLatencyMs = 100;
/** Assumed: the way from the page to a function and back, with its start. UNVERIFIED for a real account. */
const roundTripMs = 500;

interface MeasuredRun extends FunctionRun {
  readonly calls: CallsMade;
}

/** An account with a portfolio, and its app's functions, each run in a process of its own at the account's time. */
export interface Account extends ScalePortal {
  readonly clock: { now: number };
  /** Runs a built function; afterwards it is as late as the function and its way took. Null: a fault killed it. */
  attempt(this: void, name: string, parameters: object, faults?: Faults): Promise<MeasuredRun | null>;
  run(name: string, parameters: object): Promise<MeasuredRun>;
  close(): Promise<void>;
}

export async function openAccount(
  portfolio: SyntheticPortfolio,
  { buildDir, latencyMs }: { readonly buildDir: string; readonly latencyMs: number },
): Promise<Account> {
  const clock = { now: today };
  const scale = await scalePortal(portfolio, { buildDir: null, now: () => clock.now });
  const { portal } = scale;
  const proxy = await countingProxy(portal.url, 0, (headers) => {
    clock.now = Number(headers[simulatedNowHeader] ?? clock.now);
  });
  const processes = await ownProcess();
  const env = { PRIVATE_APP_ACCESS_TOKEN: portal.token, HUBSPOT_API_URL: proxy.url };
  const attempt: Account['attempt'] = async (name, parameters, faults) => {
    proxy.take();
    const file = resolve(buildDir, 'app/functions', `${name}.js`);
    const given = { portalId: portal.portalId, ...parameters };
    const call = { file, parameters: given, startAt: clock.now, latencyMs, faults };
    const run = await processes.run(call, env);
    clock.now = (run?.endedAt ?? clock.now) + roundTripMs;
    return run && { ...run, calls: callsMade(proxy.take()) };
  };
  return {
    ...scale,
    clock,
    attempt,
    async run(name, parameters) {
      const run = await attempt(name, parameters);
      if (!run) throw new Error(`${name} was killed.`);
      return run;
    },
    async close() {
      processes.close();
      await proxy.close();
      await portal.close();
    },
  };
}
