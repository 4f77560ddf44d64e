import { Worker } from 'node:worker_threads';
import type { FunctionContext, ThreadMessage, ThreadOrder } from './thread-messages.ts';

export interface FunctionLimits {
  /** 15,000 ms in HubSpot's local runner; production is UNVERIFIED. */
  timeoutMs: number;
  /** 128 MB on HubSpot's CMS functions page; whether it binds app functions is UNVERIFIED. */
  memoryMb: number;
}

export interface FunctionRun {
  file: string;
  context: FunctionContext;
  environment: Record<string, string>;
  limits: FunctionLimits;
  signal?: AbortSignal;
}

export type FunctionOutcome = { logs: string; elapsedMs: number } & (
  | { ok: true; value: unknown }
  | { ok: false; because: 'threw' | 'timeout' | 'no-main' | 'not-json'; text: string }
);

type Ending =
  | { ok: true; value: unknown }
  | { ok: false; because: 'threw' | 'timeout' | 'no-main' | 'not-json'; text: string };

// The young generation and Node itself take their part of the memory that HubSpot grants.
const youngMb = 8;
const nodeItselfMb = 24;

function openThread(run: FunctionRun): Worker {
  const order: ThreadOrder = { file: run.file, context: run.context };
  return new Worker(new URL('./function-thread.ts', import.meta.url), {
    workerData: order,
    env: run.environment,
    execArgv: [],
    argv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: Math.max(16, run.limits.memoryMb - youngMb - nodeItselfMb),
      maxYoungGenerationSizeMb: youngMb,
    },
  });
}

function endingOf(message: Exclude<ThreadMessage, { kind: 'log' }>): Ending {
  switch (message.kind) {
    case 'result':
      return { ok: true, value: JSON.parse(message.json) as unknown };
    case 'threw':
      return { ok: false, because: 'threw', text: message.text };
    case 'no-main':
    case 'not-json':
      return { ok: false, because: message.kind, text: '' };
  }
}

function watch(thread: Worker, run: FunctionRun, onLog: (text: string) => void): Promise<Ending> {
  return new Promise((resolve) => {
    const threw = (text: string) => resolve({ ok: false, because: 'threw', text });
    const timer = setTimeout(
      () => resolve({ ok: false, because: 'timeout', text: '' }),
      run.limits.timeoutMs,
    );
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'log') onLog(message.text);
      else resolve(endingOf(message));
    });
    thread.on('error', (error) => threw(String(error)));
    thread.on('exit', (code) => {
      clearTimeout(timer);
      threw(`Error: the function ended its process with exit code ${code}`);
    });
  });
}

/** Runs `exports.main(context)` of a CommonJS file in a thread of its own and always ends the thread. */
export async function runFunction(run: FunctionRun): Promise<FunctionOutcome> {
  const startedAt = performance.now();
  let logs = '';
  const thread = openThread(run);
  const stop = () => void thread.terminate();
  run.signal?.addEventListener('abort', stop, { once: true });
  const ending = await watch(thread, run, (text) => {
    logs += text;
  });
  run.signal?.removeEventListener('abort', stop);
  await thread.terminate();
  return { ...ending, logs, elapsedMs: performance.now() - startedAt };
}
