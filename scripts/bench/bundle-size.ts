import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';

/** Minified and gzipped size of each surface, built as HubSpot's cloud builds it. */
export async function bundleSizes(buildDir: string): Promise<Record<string, string | number>[]> {
  const rows: Record<string, string | number>[] = [];
  for (const folder of ['cards', 'pages', 'settings']) {
    const root = resolve(buildDir, 'app', folder);
    for (const name of readdirSync(root).filter((file) => file.endsWith('-hsmeta.json'))) {
      const { config } = JSON.parse(readFileSync(join(root, name), 'utf8')) as {
        config: { entrypoint: string };
      };
      rows.push(await sizeOf(root, config.entrypoint.split('/').pop() ?? ''));
    }
  }
  return rows;
}

async function sizeOf(root: string, entry: string): Promise<Record<string, string | number>> {
  const outputDir = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    await remoteBuild({ root, entryPoint: join(root, entry), outputDir, logLevel: 'silent' });
    const file = readdirSync(outputDir).find((name) => name.endsWith('.js')) ?? '';
    const code = readFileSync(join(outputDir, file));
    return { surface: entry, 'minified kB': kB(code.length), 'gzip kB': kB(gzipSync(code).length) };
  } finally {
    rmSync(outputDir, { recursive: true, force: true });
  }
}

const kB = (bytes: number): number => Math.round(bytes / 100) / 10;
