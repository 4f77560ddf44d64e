import { createRequire } from 'node:module';
import { env } from 'node:process';
import type { FunctionMessage, FunctionOrder } from './process-messages.ts';

const say = (message: FunctionMessage): void => void process.send?.(message);

// Console output goes the way of the result, so that it arrives before it.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: Uint8Array | string) => {
    say({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') });
    return true;
  };
}

process.on('uncaughtException', (error) => say({ kind: 'threw', text: String(error) }));
process.on('unhandledRejection', (reason) => say({ kind: 'threw', text: String(reason) }));

function toJson(value: unknown): FunctionMessage {
  try {
    const text = JSON.stringify(value ?? null) as string | undefined;
    return text === undefined ? { kind: 'not-json' } : { kind: 'result', json: text };
  } catch {
    return { kind: 'not-json' };
  }
}

async function run(order: FunctionOrder): Promise<FunctionMessage> {
  try {
    Object.assign(env, order.environment);
    const loaded = createRequire(order.file)(order.file) as { main?: unknown };
    if (typeof loaded.main !== 'function') return { kind: 'no-main' };
    const main = loaded.main as (context: unknown) => unknown;
    return toJson(await main(order.context));
  } catch (error) {
    return { kind: 'threw', text: String(error) };
  }
}

// The listener stays, so that a promise nobody settles ends at the time limit, not at once.
process.on('message', (order: FunctionOrder) => void run(order).then(say));
