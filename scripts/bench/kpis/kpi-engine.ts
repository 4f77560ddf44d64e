import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PortfolioFigures } from '#domain/kpis/portfolio';
import { build } from 'esbuild';
import { compareFigures } from './compare-figures.ts';
import { namedFigures, type NamedFigures } from './figures.ts';
import { sharedFrom, type SharedData } from './shared-data.ts';

const processes = join(import.meta.dirname, 'process');
const sizes = [
  { deals: 100_000, targetMs: 300, runs: 3 },
  { deals: 1_000_000, targetMs: 2500, runs: 1 },
] as const;

type Row = Record<string, string | number>;

/** What the KPI engine takes for a portfolio, beside DuckDB over the same rows, and whether the two agree. */
export async function kpiEngine(): Promise<{ rows: Row[]; notes: string[]; agrees: boolean }> {
  const dir = mkdtempSync(join(tmpdir(), 'kpi-engine-'));
  try {
    // Bundled, as a function is: Node's own handling of TypeScript takes 20 MB.
    const measure = join(dir, 'measure.mjs');
    const entry = join(processes, 'measure.ts');
    await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile: measure });
    const results = sizes.map((size) => measureSize(dir, measure, size));
    return {
      rows: results.map(({ row }) => row),
      notes: results.flatMap(({ notes }) => notes),
      agrees: results.every(({ agrees }) => agrees),
    };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

interface Measured {
  readonly cpuMs: number;
  readonly peakMb?: number;
}

/** The least of some runs, each in a process of its own: other work on the machine only ever adds. */
function leastOf(runs: number, script: string, ...args: readonly string[]): Measured {
  const all = Array.from({ length: runs }, () => run(script, ...args) as Measured);
  return all.reduce((least, one) => (one.cpuMs < least.cpuMs ? one : least));
}

function measureSize(dir: string, measure: string, { deals, targetMs, runs }: (typeof sizes)[number]) {
  const size = String(deals);
  run(join(processes, 'prepare.ts'), dir, size);
  const engine = leastOf(runs, measure, dir, size);
  const duckdb = ['1', '2'].map((threads) => leastOf(runs, join(processes, 'duckdb.ts'), dir, size, threads));
  const read = (name: string): unknown => JSON.parse(readFileSync(join(dir, name), 'utf8'));
  const shared = sharedFrom(read('shared.json') as SharedData);
  const ours = namedFigures(read('figures.json') as PortfolioFigures, shared);
  const compared = ['1', '2'].map((threads) =>
    compareFigures(ours, read(`duckdb-${threads}.json`) as NamedFigures),
  );
  const different = compared.flatMap((each) => each.different);
  const [one, two] = duckdb.map(({ cpuMs }) => cpuMs) as [number, number];
  const row = {
    deals,
    'CPU ms': Math.round(engine.cpuMs),
    target: targetMs,
    'peak RSS MB': Math.round(engine.peakMb ?? NaN),
    'DuckDB, 1 thread': Math.round(one),
    'of it': ratio(engine.cpuMs, one),
    '2 threads': Math.round(two),
    'of that': ratio(engine.cpuMs, two),
    'same numbers': compared[0]!.same,
    different: different.length,
  };
  const alone = new Set(compared[0]!.notCompared.map((key) => key.split('|').at(-1)!));
  const notes = [...different.slice(0, 20), `${deals}: by the engine alone: ${[...alone].join(', ')}`];
  return { row, notes, agrees: different.length === 0 && compared.every(({ same }) => same > 0) };
}

const ratio = (part: number, whole: number): string => (part / whole).toFixed(2);

function run(script: string, ...args: readonly string[]): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script} ${args.join(' ')}\n${stderr}`);
  return stdout === '' ? null : JSON.parse(stdout);
}
