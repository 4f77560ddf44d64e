import { useCallback, useEffect, useRef, useState } from 'react';
import { createRemoteReceiver } from '@remote-ui/react/host';
import type { RemoteReceiver } from '@remote-ui/react/host';
import { writeLog } from '../shell/log.ts';
import type { StartOrder } from './messages.ts';
import { openWorker, startExtension } from './open-worker.ts';
import type { RunningExtension } from './open-worker.ts';
import { pageAnswers } from './page-answers.ts';
import type { PageActs } from './page-answers.ts';

type ExtensionState =
  { status: 'starting' | 'ready'; receiver: RemoteReceiver | null } | { status: 'failed'; message: string };

const starting: ExtensionState = { status: 'starting', receiver: null };

export interface ExtensionSession {
  state: ExtensionState;
  retry: () => void;
  running: RunningExtension | null;
}

/** Runs one extension for as long as the order's surface and record stay the same. */
export function useExtension(source: string, order: StartOrder, acts: PageActs): ExtensionSession {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState(starting);
  const [running, setRunning] = useState<RunningExtension | null>(null);
  const latest = useRef({ order, acts });
  latest.current = { order, acts };
  const identity = `${order.bundleUrl} ${order.context.crm?.objectTypeId} ${order.context.crm?.objectId}`;
  useEffect(() => {
    let current = true;
    const receiver = createRemoteReceiver();
    const fail = (message: string) => {
      if (current) setState({ status: 'failed', message });
    };
    const answers = pageAnswers(latest.current.order.context, actsOf(latest));
    const session = openWorker({ source, answers, onCrash: fail });
    setState({ status: 'starting', receiver });
    setRunning(session);
    startExtension(session, latest.current.order, receiver.receive).then(
      (outcome) => {
        if (!outcome.ok) writeLog('error', source, outcome.message);
        if (!current) return;
        setState((was) => {
          if (!outcome.ok) return { status: 'failed', message: outcome.message };
          return was.status === 'failed' ? was : { status: 'ready', receiver };
        });
      },
      (error: unknown) => fail(String(error)),
    );
    return () => {
      current = false;
      session.stop();
    };
  }, [source, identity, attempt]);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  return { state, retry, running };
}

// The page's acts change with every render; the worker's answers must reach the latest ones.
function actsOf(latest: { current: { acts: PageActs } }): PageActs {
  return {
    toast: (alert) => latest.current.acts.toast(alert),
    closeOverlay: (id) => latest.current.acts.closeOverlay(id),
    navigateToPage: (target) => latest.current.acts.navigateToPage(target),
    refreshRecord: () => latest.current.acts.refreshRecord(),
  };
}
