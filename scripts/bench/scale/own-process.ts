import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { killedCode } from './faulty-exchange.ts';
import type { FunctionCall, FunctionRun } from './run-function.ts';

/**
 * The heap that Node 24 gives itself in a container of 128 MB, tried in one: a new space of 1 MB and a limit of 259 MB.
 * On a larger machine it would let garbage lie. That HubSpot's functions have 128 MB is UNVERIFIED.
 */
const heapOf128Mb = ['--max-semi-space-size=1', '--max-old-space-size=256'];

export interface OwnProcess {
  /** Null where a fault killed the process. */
  run(call: FunctionCall, env: Record<string, string>): Promise<FunctionRun | null>;
  close(): void;
}

/** Runs built functions each in a process of its own: plain JavaScript, so that nothing but the function takes memory. */
export async function ownProcess(): Promise<OwnProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'scale-'));
  const program = join(folder, 'run-function.cjs');
  await build({
    entryPoints: [resolve(import.meta.dirname, 'run-function.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  return {
    async run(call, env) {
      const child = spawn(process.execPath, [...heapOf128Mb, program], {
        env,
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      child.stdin.end(JSON.stringify(call));
      const closed = once(child, 'close');
      const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
      if (child.exitCode === killedCode) return null;
      if (out === '') throw new Error(`${call.file} gave no answer: ${errors}`);
      return JSON.parse(out) as FunctionRun;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
