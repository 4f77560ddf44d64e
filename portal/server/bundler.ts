import { Worker } from 'node:worker_threads';

export interface ExtensionOrder {
  root: string;
  entryPoint: string;
  outputDir: string;
}

export type BundleOrder =
  { kind: 'host'; entryPoint: string } | { kind: 'extension'; extension: ExtensionOrder };

export type BundleAnswer = { ok: true; text: string } | { ok: false; message: string };

export interface Bundler {
  bundle(order: BundleOrder): Promise<BundleAnswer>;
  close(): Promise<void>;
}

type Waiting = Map<number, (answer: BundleAnswer) => void>;

function openThread(waiting: Waiting): Worker {
  const thread = new Worker(new URL('./bundle-thread.ts', import.meta.url), { execArgv: [] });
  thread.on('message', ({ id, answer }: { id: number; answer: BundleAnswer }) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
    if (waiting.size === 0) thread.unref();
  });
  const end = (message: string) => {
    for (const settle of waiting.values()) settle({ ok: false, message });
    waiting.clear();
  };
  thread.on('error', (error) => end(String(error)));
  thread.on('exit', () => end('The bundler has stopped.'));
  return thread;
}

/** Builds bundles in a thread of its own, opened when there is something to build: the server stays free. */
export function createBundler(): Bundler {
  const waiting: Waiting = new Map();
  let thread: Worker | null = null;
  let asked = 0;
  return {
    bundle: (order) =>
      new Promise((resolve) => {
        if (!thread) {
          thread = openThread(waiting);
          thread.on('exit', () => (thread = null));
        }
        asked += 1;
        waiting.set(asked, resolve);
        thread.ref();
        thread.postMessage({ id: asked, order });
      }),
    close: async () => {
      await thread?.terminate();
    },
  };
}
