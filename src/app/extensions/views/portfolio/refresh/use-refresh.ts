import { useEffect, useRef, useState } from 'react';
import type { Reply } from '#contract/envelope';
import type { RefreshProgress } from '#contract/refresh-portfolio';
import { newRun, refreshLoop, type Ended, type UnderWay, type Want } from './refresh-loop.ts';

export type RefreshState =
  | { readonly state: 'idle' }
  /** `progress` is null until the first step has answered. */
  | { readonly state: 'working'; readonly progress: UnderWay | null; readonly stopping: boolean }
  | Ended;

export interface Refresh {
  readonly now: RefreshState;
  readonly start: (want: Want) => void;
  /** Ends after the step that is under way; what is written stays. */
  readonly cancel: () => void;
}

const firstPauseMs = 2_000;

/** A refresh that goes on for as long as the page is open. */
export function useRefresh(
  ask: (want: Want) => Promise<Reply<RefreshProgress>>,
  onDone: () => void,
  pauseMs = firstPauseMs,
): Refresh {
  const [now, setNow] = useState<RefreshState>({ state: 'idle' });
  const run = useRef(newRun());
  // The filters may have changed since the start: what is read anew is what the page shows by then.
  const done = useRef(onDone);
  done.current = onDone;
  const leave = () => {
    run.current.left = true;
    run.current.wake();
  };
  const start = async (wanted: Want) => {
    leave();
    run.current = newRun();
    setNow({ state: 'working', progress: null, stopping: false });
    const onStep = (progress: UnderWay) =>
      setNow((was) => ({ state: 'working', progress, stopping: was.state === 'working' && was.stopping }));
    const ended = await refreshLoop({ ask, wanted, run: run.current, onStep, pauseMs });
    if (!ended) return;
    setNow(ended);
    if (ended.state === 'done') done.current();
  };
  const cancel = () => {
    run.current.stop = true;
    setNow((was) => (was.state === 'working' ? { ...was, stopping: true } : was));
    run.current.wake();
  };
  useEffect(() => leave, []);
  return { now, start: (want) => void start(want), cancel };
}
