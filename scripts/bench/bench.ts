import { build } from '#scripts/build';
import { bundleSizes } from './bundle-size.ts';
import { callsPerAction } from './calls.ts';
import { coldLoads } from './cold-load.ts';
import { kpiEngine } from './kpis/kpi-engine.ts';
import { portalThroughput } from './portal-throughput.ts';

const buildDir = 'build';

async function section(title: string, rows: Promise<Record<string, string | number>[]>): Promise<void> {
  console.log(`\n${title}`);
  console.table(await rows);
}

/** `npm run bench -- kpis` measures the KPI engine alone. */
const only = process.argv[2];
if (only !== undefined && only !== 'kpis') throw new Error('Usage: npm run bench [-- kpis]');

if (only === undefined) {
  await build(buildDir);
  await section('Surfaces, as HubSpot builds them (target: cards ≤ 40 kB gzip)', bundleSizes(buildDir));
  await section(
    'Functions: cold load over an empty process (target ≤ 60 ms) and memory (≤ 100 MB)',
    Promise.resolve(coldLoads(buildDir)),
  );
  await section('CRM calls and sequential rounds', callsPerAction(buildDir));
  await section('The portal', portalThroughput());
}
const { rows, notes, agrees } = await kpiEngine();
await section(
  'KPI engine: all KPIs, comparison, value map, partners; peak memory of the whole process (target ≤ 120 MB). DuckDB answers the part that SQL expresses, of the same rows, loaded before',
  Promise.resolve(rows),
);
for (const note of notes) console.log(note);
if (!agrees) process.exitCode = 1;
