import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { median } from './median.ts';

const runs = 9;

/** A process of its own that loads one file (or nothing) and prints what it took. */
function measure(file: string | null): { ms: number; rssMb: number } {
  const load = file ? `require(${JSON.stringify(resolve(file))});` : '';
  const code = `const t = process.hrtime.bigint(); ${load} const ms = Number(process.hrtime.bigint() - t) / 1e6;
    console.log(JSON.stringify({ ms, rssMb: process.memoryUsage().rss / 1048576 }))`;
  const run = spawnSync(process.execPath, ['--input-type=commonjs', '-e', code], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${file ?? 'empty process'} does not load:\n${run.stderr}`);
  return JSON.parse(run.stdout) as { ms: number; rssMb: number };
}

function medianOf(file: string | null): { ms: number; rssMb: number } {
  const all = Array.from({ length: runs }, () => measure(file));
  return { ms: median(all.map((run) => run.ms)), rssMb: median(all.map((run) => run.rssMb)) };
}

/** Cold load time and resident memory of each built function, over an empty process. */
export function coldLoads(buildDir: string): Record<string, string | number>[] {
  const folder = join(buildDir, 'app/functions');
  const empty = medianOf(null);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => {
      const loaded = medianOf(join(folder, name));
      return {
        function: name.replace(/\.js$/, ''),
        'load ms': round(loaded.ms - empty.ms),
        'RSS MB': round(loaded.rssMb),
        'over empty MB': round(loaded.rssMb - empty.rssMb),
      };
    });
}

const round = (value: number): number => Math.round(value * 10) / 10;
