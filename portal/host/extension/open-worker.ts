import { createEndpoint, fromWebWorker } from '@remote-ui/rpc';
import type { Endpoint } from '@remote-ui/rpc';
import { writeLog } from '../shell/log.ts';
import type { LogLevel, Outcome, StartOrder, WorkerCalls } from './messages.ts';
import { answerWith } from './page-answers.ts';
import type { pageAnswers } from './page-answers.ts';

export interface RunningExtension {
  call: Endpoint<WorkerCalls>['call'];
  /** Settles when the worker itself could not be loaded. Errors of a running extension come by the log. */
  broken: Promise<Outcome>;
  stop: () => void;
}

export interface WorkerWatch {
  source: string;
  answers: ReturnType<typeof pageAnswers>;
  onCrash: (message: string) => void;
}

const startLimitMs = 20_000;

/** A worker of its own for each extension, as in HubSpot. */
export function openWorker({ source, answers, onCrash }: WorkerWatch): RunningExtension {
  const worker = new Worker('/host/worker.js', { name: source });
  const endpoint = createEndpoint<WorkerCalls>(fromWebWorker(worker), {
    callable: ['start', 'recordChanged', 'pageMoved'],
  });
  endpoint.expose({
    ask: (name: string, parameters: unknown[]) => answerWith(answers, name, parameters),
    log: (level: LogLevel, text: string) => writeLog(level, source, text),
    crashed: (message: string) => {
      writeLog('error', source, message);
      onCrash(message);
    },
  });
  const broken = new Promise<Outcome>((resolve) => {
    worker.addEventListener('error', ({ message }) =>
      resolve({ ok: false, message: message || 'The worker could not be loaded.' }),
    );
  });
  return { call: endpoint.call, broken, stop: () => worker.terminate() };
}

// `importScripts` says only that a script failed to load; the server says why.
async function bundleProblem(bundleUrl: string): Promise<string | null> {
  const response = await fetch(bundleUrl).catch(() => null);
  return response && !response.ok ? await response.text() : null;
}

export async function startExtension(
  running: RunningExtension,
  order: StartOrder,
  channel: unknown,
): Promise<Outcome> {
  const late = new Promise<Outcome>((resolve) => {
    setTimeout(
      () => resolve({ ok: false, message: 'The extension did not start in 20 seconds.' }),
      startLimitMs,
    );
  });
  const outcome = await Promise.race([running.call.start(order, channel), running.broken, late]);
  if (outcome.ok) return outcome;
  const message = (await bundleProblem(order.bundleUrl)) ?? outcome.message;
  return { ok: false, message };
}
