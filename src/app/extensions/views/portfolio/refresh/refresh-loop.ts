import type { ProblemMessage, Reply } from '#contract/envelope';
import type { RefreshPortfolioInput, RefreshProgress } from '#contract/refresh-portfolio';

export type Want = NonNullable<RefreshPortfolioInput['want']>;
/** Where a refresh is: at work, or waiting for somebody else who is. */
export type UnderWay = Extract<RefreshProgress, { state: 'working' | 'busy' }>;
export type Ended =
  | Exclude<RefreshProgress, UnderWay>
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
/** Milliseconds after which it is worth asking whether somebody else is done. */
const busyPauseMs = 5_000;

interface Loop {
  readonly ask: (want: Want) => Promise<Reply<RefreshProgress>>;
  readonly wanted: Want;
  readonly run: Run;
  readonly onStep: (progress: UnderWay) => void;
  readonly pauseMs: number;
}

const isUnderWay = (progress: RefreshProgress): progress is UnderWay =>
  progress.state === 'working' || progress.state === 'busy';

/**
 * Asks for step after step until the refresh has ended; null where the page was left meanwhile. Where
 * somebody else is at work it waits for them, then sees to what is left.
 */
export async function refreshLoop({ ask, wanted, run, onStep, pauseMs }: Loop): Promise<Ended | null> {
  let tries = 1;
  while (!run.left) {
    const want = run.stop ? 'cancel' : wanted;
    const reply = await ask(want);
    if (run.left) break;
    if (reply.ok) {
      const progress = reply.value;
      if (!isUnderWay(progress)) return progress;
      tries = 1;
      onStep(progress);
      if (!run.stop) await pause(run, progress.state === 'working' ? progress.nextInMs : busyPauseMs);
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
