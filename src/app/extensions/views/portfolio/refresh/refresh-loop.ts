import type { ProblemMessage, Reply } from '#contract/envelope';
import type { RefreshPortfolioInput, RefreshProgress } from '#contract/refresh-portfolio';

export type Want = NonNullable<RefreshPortfolioInput['want']>;
export type Working = Extract<RefreshProgress, { state: 'working' }>;
export type Ended =
  | Exclude<RefreshProgress, { state: 'working' }>
  | { readonly state: 'failed'; readonly problem: ProblemMessage; readonly want: Want };

/** One refresh of one page: `stop` asks it to give up after the step under way, `left` says that nobody listens. */
export interface Run {
  stop: boolean;
  left: boolean;
  /** Ends the pause between two steps. */
  wake: () => void;
}

export const newRun = (): Run => ({ stop: false, left: false, wake: () => undefined });

/** Problems that pass by themselves: a step is tried this often, after longer and longer pauses. */
const passing: ReadonlySet<ProblemMessage['code']> = new Set(['crm_busy', 'crm_unreachable', 'out_of_time']);
const mostTries = 4;

interface Loop {
  readonly ask: (want: Want) => Promise<Reply<RefreshProgress>>;
  readonly wanted: Want;
  readonly run: Run;
  readonly onStep: (progress: Working) => void;
  readonly pauseMs: number;
}

/** Asks for step after step until the refresh has ended; null where the page was left meanwhile. */
export async function refreshLoop({ ask, wanted, run, onStep, pauseMs }: Loop): Promise<Ended | null> {
  let tries = 1;
  while (!run.left) {
    const want = run.stop ? 'cancel' : wanted;
    const reply = await ask(want);
    if (run.left) break;
    if (reply.ok) {
      if (reply.value.state !== 'working') return reply.value;
      tries = 1;
      onStep(reply.value);
      if (!run.stop) await pause(run, reply.value.nextInMs);
    } else {
      if (tries === mostTries || !passing.has(reply.problem.code))
        return { state: 'failed', problem: reply.problem, want };
      await pause(run, pauseMs * tries);
      tries += 1;
    }
  }
  return null;
}

const pause = (run: Run, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    run.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
