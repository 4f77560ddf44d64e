import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { BundleAnswer, BundleOrder, ExtensionOrder } from './bundler.ts';

/** HubSpot's own bundler, as its cloud build calls it. Only `/build` is imported: the main entry starts telemetry. */
async function bundleExtension(order: ExtensionOrder): Promise<string> {
  const { remoteBuild } = await import('@hubspot/ui-extensions-dev-server/build');
  await remoteBuild({ ...order, logLevel: 'silent' });
  const name = basename(order.entryPoint).replace(/\.(tsx?|jsx)$/, '.js');
  return await readFile(join(order.outputDir, encodeURIComponent(name)), 'utf8');
}

async function bundleHost(entryPoint: string): Promise<string> {
  const { build } = await import('esbuild');
  const built = await build({
    entryPoints: [entryPoint],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return built.outputFiles[0]?.text ?? '';
}

async function answer(order: BundleOrder): Promise<BundleAnswer> {
  try {
    const text =
      order.kind === 'host' ? await bundleHost(order.entryPoint) : await bundleExtension(order.extension);
    return { ok: true, text };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

// One at a time: two builds at once gain nothing on a laptop and slow the pages that wait.
let queue = Promise.resolve();
parentPort?.on('message', ({ id, order }: { id: number; order: BundleOrder }) => {
  queue = queue.then(async () => parentPort?.postMessage({ id, answer: await answer(order) }));
});
