import { build } from '#scripts/build';
import { bundleSizes } from './bundle-size.ts';
import { callsPerAction } from './calls.ts';
import { coldLoads } from './cold-load.ts';
import { portalThroughput } from './portal-throughput.ts';

const buildDir = 'build';

async function section(title: string, rows: Promise<Record<string, string | number>[]>): Promise<void> {
  console.log(`\n${title}`);
  console.table(await rows);
}

await build(buildDir);
await section('Surfaces, as HubSpot builds them (target: cards ≤ 40 kB gzip)', bundleSizes(buildDir));
await section(
  'Functions: cold load over an empty process (target ≤ 60 ms) and memory (≤ 100 MB)',
  Promise.resolve(coldLoads(buildDir)),
);
await section('CRM calls and sequential rounds', callsPerAction(buildDir));
await section('The portal', portalThroughput());
