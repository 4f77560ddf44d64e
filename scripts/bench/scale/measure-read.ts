import type { Reply } from '#contract/envelope';
import type { Portfolio } from '#contract/read-portfolio';
import { median } from '../median.ts';
import type { Account } from './account.ts';
import type { CallsMade } from './calls-made.ts';

export interface ReadRun {
  readonly portfolio: Portfolio;
  readonly calls: CallsMade;
  /** Median of the runs. */
  readonly cpuMs: number;
  readonly peakRssMb: number;
  readonly simulatedMs: number;
}

/** The page's read, cold each time. */
export async function measuredRead(account: Account, runs = 1): Promise<ReadRun> {
  const all = [];
  for (let run = 0; run < runs; run++) {
    const startAt = account.clock.now;
    const { answer, calls, cpuMs, peakRssMb, endedAt } = await account.run('read-portfolio', {});
    all.push({ answer, calls, cpuMs, peakRssMb, simulatedMs: endedAt - startAt });
  }
  const [{ answer, calls, simulatedMs }] = all as [(typeof all)[number]];
  const reply = answer as Reply<Portfolio>;
  if (!reply.ok) throw new Error(`The read failed: ${JSON.stringify(reply.problem)}`);
  return {
    portfolio: reply.value,
    calls,
    cpuMs: median(all.map((run) => run.cpuMs)),
    peakRssMb: Math.max(...all.map((run) => run.peakRssMb)),
    simulatedMs,
  };
}
