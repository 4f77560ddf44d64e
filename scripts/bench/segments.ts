import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Size of the segments of a synthetic portfolio, and what reading them takes, in processes of their own. */
const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'segments-'));

/** Bundled as a function is, so that memory is not that of the TypeScript loader. */
async function run(script: string, ...args: string[]): Promise<unknown> {
  const outfile = join(folder, `${script}.mjs`);
  const entryPoints = [join(import.meta.dirname, `${script}.ts`)];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  const { status, stdout, stderr } = spawnSync(process.execPath, [outfile, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script} failed:\n${stderr}`);
  return JSON.parse(stdout);
}

try {
  for (const deals of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
    const data = mkdtempSync(join(folder, 'data-'));
    const written = (await run('segments-write', data, String(deals))) as Record<
      string,
      Record<string, number>
    >;
    console.log(`\n${deals} deals`);
    console.table(
      Object.entries(written).map(([table, { rows, segments, characters, encodeMs }]) => ({
        table,
        rows,
        segments,
        'characters per row': (characters! / rows!).toFixed(2),
        'rows per segment': Math.round(rows! / segments!),
        'encode CPU ms per segment': (encodeMs! / segments!).toFixed(1),
      })),
    );
    const involvements = String(written['involvements']!['rows']);
    for (const mode of ['read', 'figures']) {
      console.log(mode);
      console.dir(await run('segments-read', data, involvements, mode), { breakLength: 160 });
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
