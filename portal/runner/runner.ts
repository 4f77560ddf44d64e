import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { FunctionMessage, FunctionOrder } from './process-messages.ts';

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
  run(order: FunctionOrder): Promise<FunctionOutcome>;
  close(): Promise<void>;
}

// The young generation and Node itself take their part of the memory that HubSpot grants.
const youngMb = 8;
const nodeItselfMb = 24;

/** As JavaScript: a process that has to take the types out itself starts in 80 ms instead of 30. */
const program = withoutTypes(new URL('./function-process.ts', import.meta.url));

/** Node calls its own way of doing so experimental, which is no news to whoever starts the portal. */
function withoutTypes(file: URL): string {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(readFileSync(file, 'utf8'));
  } finally {
    process.emitWarning = emitWarning;
  }
}

function openProcess({ memoryMb }: FunctionLimits): ChildProcess {
  const heapMb = Math.max(16, memoryMb - youngMb - nodeItselfMb);
  const options = [`--max-old-space-size=${heapMb}`, '--input-type=module', '--eval', program];
  const child = spawn(process.execPath, options, {
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  child.unref();
  child.channel?.unref();
  return child;
}

function endingOf(message: Exclude<FunctionMessage, { kind: 'log' }>): Ending {
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

/** Node aborts where the heap has no room left. */
const wordsOf = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal === 'SIGABRT' || code === 134
    ? 'Error: the function ran out of memory'
    : `Error: the function ended its process with ${signal ?? `exit code ${code}`}`;

function watch(child: ChildProcess, timeoutMs: number, onLog: (text: string) => void): Promise<Ending> {
  return new Promise((resolve) => {
    const threw = (text: string) => resolve({ ok: false, because: 'threw', text });
    const timer = setTimeout(() => resolve({ ok: false, because: 'timeout', text: '' }), timeoutMs);
    child.on('message', (message: FunctionMessage) => {
      if (message.kind === 'log') onLog(message.text);
      else resolve(endingOf(message));
    });
    child.on('error', (error) => threw(String(error)));
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      threw(wordsOf(code, signal));
    });
  });
}

async function runIn(child: ChildProcess, order: FunctionOrder, timeoutMs: number): Promise<FunctionOutcome> {
  const startedAt = performance.now();
  let logs = '';
  child.ref();
  child.channel?.ref();
  const watched = watch(child, timeoutMs, (text) => {
    logs += text;
  });
  child.send(order);
  const ending = await watched;
  child.kill('SIGKILL');
  return { ...ending, logs, elapsedMs: performance.now() - startedAt };
}

/**
 * Runs `exports.main(context)` of CommonJS files, each call in a process of its own that is always ended. After a call
 * the next process is opened ahead, empty: starting one takes longer than most functions.
 */
export function createRunner(limits: FunctionLimits): Runner {
  const open = new Set<ChildProcess>();
  let spare: ChildProcess | null = null;
  let closed = false;
  const end = () => {
    for (const child of open) child.kill('SIGKILL');
  };
  process.on('exit', end);
  const opened = () => {
    const child = openProcess(limits);
    open.add(child);
    child.on('exit', () => {
      open.delete(child);
      if (spare === child) spare = null;
    });
    return child;
  };
  return {
    limits,
    run: async (order) => {
      const child = spare ?? opened();
      spare = null;
      const outcome = await runIn(child, order, limits.timeoutMs);
      if (!closed) spare ??= opened();
      return outcome;
    },
    close: async () => {
      closed = true;
      process.off('exit', end);
      const ended = [...open].map((child) => new Promise((done) => child.on('exit', done)));
      for (const child of open) child.ref();
      end();
      await Promise.all(ended);
    },
  };
}
