import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Surface } from './app-manifest.ts';
import { cachedBundle, contentKey, keepBundle } from './bundle-cache.ts';
import { createBundler } from './bundler.ts';
import type { BundleAnswer, Bundler } from './bundler.ts';

export const hostDir = fileURLToPath(new URL('../host/', import.meta.url));

export interface HostBundles {
  host: (entry: 'main.tsx' | 'worker.tsx') => Promise<BundleAnswer>;
  extension: (surface: Surface) => Promise<BundleAnswer>;
  close(): Promise<void>;
}

async function buildExtension(bundler: Bundler, surface: Surface): Promise<BundleAnswer> {
  const outputDir = await mkdtemp(join(tmpdir(), 'extension-'));
  try {
    const root = dirname(surface.file);
    return await bundler.bundle({
      kind: 'extension',
      extension: { root, entryPoint: surface.file, outputDir },
    });
  } finally {
    await rm(outputDir, { recursive: true, force: true });
  }
}

/** The browser's bundles, built when first asked for and again when their sources have changed. */
export function createHostBundles(): HostBundles {
  const bundler = createBundler();
  const running = new Map<string, Promise<BundleAnswer>>();
  const once = async (folder: string, entry: string, build: () => Promise<BundleAnswer>) => {
    const key = contentKey(folder, entry);
    const text = cachedBundle(key);
    if (text !== null) return { ok: true as const, text };
    const started =
      running.get(key) ??
      build()
        .then((answer) => {
          if (answer.ok) keepBundle(key, answer.text);
          return answer;
        })
        .finally(() => running.delete(key));
    running.set(key, started);
    return await started;
  };
  return {
    host: (entry) =>
      once(hostDir, join(hostDir, entry), () =>
        bundler.bundle({ kind: 'host', entryPoint: join(hostDir, entry) }),
      ),
    extension: (surface) => once(dirname(surface.file), surface.file, () => buildExtension(bundler, surface)),
    close: () => bundler.close(),
  };
}
