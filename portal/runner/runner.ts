import { Worker } from 'node:worker_threads';
import type { ThreadMessage, ThreadOrder } from './thread-messages.ts';

export interface FunctionLimits {
  /** 15,000 ms in HubSpot's local runner; production is UNVERIFIED. */
  timeoutMs: number;
  /** 128 MB on HubSpot's CMS functions page; whether it binds app functions is UNVERIFIED. */
  memoryMb: number;
}

type Ending =
  | { ok: true; value: unknown }
  | { ok: false; because: 'threw' | 'timeout' | 'no-main' | 'not-json'; text: string };

export type FunctionOutcome = Ending & { logs: string; elapsedMs: number };

export interface Runner {
  limits: FunctionLimits;
  run(order: ThreadOrder): Promise<FunctionOutcome>;
  close(): Promise<void>;
}

// The young generation and Node itself take their part of the memory that HubSpot grants.
const youngMb = 8;
const nodeItselfMb = 24;

function openThread({ memoryMb }: FunctionLimits): Worker {
  const thread = new Worker(new URL('./function-thread.ts', import.meta.url), {
    env: {},
    execArgv: [],
    argv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: Math.max(16, memoryMb - youngMb - nodeItselfMb),
      maxYoungGenerationSizeMb: youngMb,
    },
  });
  thread.unref();
  return thread;
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

function watch(thread: Worker, timeoutMs: number, onLog: (text: string) => void): Promise<Ending> {
  return new Promise((resolve) => {
    const threw = (text: string) => resolve({ ok: false, because: 'threw', text });
    const timer = setTimeout(() => resolve({ ok: false, because: 'timeout', text: '' }), timeoutMs);
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

async function runIn(thread: Worker, order: ThreadOrder, timeoutMs: number): Promise<FunctionOutcome> {
  const startedAt = performance.now();
  let logs = '';
  thread.ref();
  const watched = watch(thread, timeoutMs, (text) => {
    logs += text;
  });
  thread.postMessage(order);
  const ending = await watched;
  await thread.terminate();
  return { ...ending, logs, elapsedMs: performance.now() - startedAt };
}

/**
 * Runs `exports.main(context)` of CommonJS files, each call in a thread of its own that is always ended. After a call
 * the next thread is opened ahead, empty: starting one takes longer than most functions.
 */
export function createRunner(limits: FunctionLimits): Runner {
  const open = new Set<Worker>();
  let spare: Worker | null = null;
  let closed = false;
  const opened = () => {
    const thread = openThread(limits);
    open.add(thread);
    thread.on('error', () => open.delete(thread));
    thread.on('exit', () => {
      open.delete(thread);
      if (spare === thread) spare = null;
    });
    return thread;
  };
  return {
    limits,
    run: async (order) => {
      const thread = spare ?? opened();
      spare = null;
      const outcome = await runIn(thread, order, limits.timeoutMs);
      if (!closed) spare ??= opened();
      return outcome;
    },
    close: async () => {
      closed = true;
      await Promise.all([...open].map((thread) => thread.terminate()));
    },
  };
}
