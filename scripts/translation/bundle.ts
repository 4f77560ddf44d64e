import { build, type BuildOptions, type Plugin } from 'esbuild';
import { join, resolve } from 'node:path';
import type { Component } from './metadata.ts';

const shared: BuildOptions = {
  bundle: true,
  legalComments: 'inline',
  logLevel: 'silent',
};

/**
 * Packages that HubSpot's client loads and that nothing of ours gets to: form-data for uploads, which took half of a
 * function's load time, and bottleneck for the client's own limiter, which is off (docs/decisions/0003).
 */
const leftOut = /^(form-data|bottleneck)$/;

/**
 * HubSpot's client as far as it is the transport (docs/decisions/0009): its typed areas are loaded where they are asked
 * for, which is nowhere.
 */
const officialTransport: Plugin = {
  name: 'official-transport',
  setup(bundling) {
    bundling.onResolve({ filter: /^\.\/discovery\// }, ({ path, importer }) =>
      importer.includes('@hubspot/api-client/')
        ? { path: `@hubspot/api-client/lib/src/${path.slice(2)}`, external: true }
        : null,
    );
    bundling.onResolve({ filter: leftOut }, ({ path }) => ({ path, namespace: 'left-out' }));
    bundling.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: `module.exports = class { constructor() { throw new Error('${path} is left out of this bundle'); } };`,
    }));
  },
};

/**
 * CommonJS, because HubSpot's runner loads functions with `require`; Node 20 is the oldest it may run on. In ASCII: one
 * other character would make the runtime keep the source in two bytes each.
 */
const functionOptions: BuildOptions = {
  ...shared,
  charset: 'ascii',
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  plugins: [officialTransport],
  // Whatever calls fetch in a function calls this one.
  inject: [resolve(import.meta.dirname, '../../src/crm/light-fetch.ts')],
};

/** ES modules without JSX: HubSpot's own bundler takes them from here and provides what is external. */
const surfaceOptions: BuildOptions = {
  ...shared,
  charset: 'utf8',
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2022',
  jsx: 'automatic',
  external: ['react', 'react/*', '@hubspot/ui-extensions', '@hubspot/ui-extensions/*'],
};

/** One entry, one readable bundle. Paths in its comments are relative to the root, so the bytes are the same on any machine. */
export async function bundle(components: readonly Component[], root: string, target: string): Promise<void> {
  await Promise.all(
    components.map(async ({ type, entry }) => {
      if (entry === null) return;
      await build({
        ...(type === 'app-function' ? functionOptions : surfaceOptions),
        absWorkingDir: root,
        entryPoints: [entry.source],
        outfile: join(target, entry.target),
      });
    }),
  );
}
