import { randomUUID } from 'node:crypto';
import type { Reply } from '#contract/envelope';
import type { RefreshProgress } from '#contract/refresh-portfolio';
import type { Account } from './account.ts';
import { sumOf, type CallsMade } from './calls-made.ts';

type Done = Extract<RefreshProgress, { state: 'done' }>;

export interface RefreshRun {
  readonly done: Done;
  readonly steps: number;
  readonly calls: CallsMade;
  /** From the first step's start to the last one's end, waits between steps included. */
  readonly simulatedMs: number;
  readonly longestStepMs: number;
  readonly peakRssMb: number;
  readonly cpuMs: number;
}

/** Something is wrong if a refresh takes more: a step reads some thousand records. */
const mostSteps = 5_000;

/** What the page does: one step after the other, each in its own process, until the refresh is done. */
export async function refreshed(
  account: Account,
  want: 'changes' | 'sweep' = 'changes',
): Promise<RefreshRun> {
  const worker = randomUUID();
  const startedAt = account.clock.now;
  const calls: CallsMade[] = [];
  const most = { stepMs: 0, rssMb: 0 };
  let cpuMs = 0;
  while (calls.length < mostSteps) {
    const stepAt = account.clock.now;
    const run = await account.run('refresh-portfolio', { worker, want });
    calls.push(run.calls);
    cpuMs += run.cpuMs;
    most.stepMs = Math.max(most.stepMs, run.endedAt - stepAt);
    most.rssMb = Math.max(most.rssMb, run.peakRssMb);
    const progress = valueOf(run.answer);
    if (progress.state === 'done') {
      return {
        done: progress,
        steps: calls.length,
        calls: sumOf(calls),
        simulatedMs: account.clock.now - startedAt,
        longestStepMs: most.stepMs,
        peakRssMb: most.rssMb,
        cpuMs,
      };
    }
    if (progress.state !== 'working') throw new Error(`The refresh is ${progress.state}.`);
    account.clock.now += progress.nextInMs;
  }
  throw new Error(`The refresh did not end in ${mostSteps} steps.`);
}

function valueOf(answer: unknown): RefreshProgress {
  const reply = answer as Reply<RefreshProgress>;
  if (!reply.ok) throw new Error(`The refresh failed: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}
