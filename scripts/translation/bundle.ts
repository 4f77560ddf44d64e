import { build, type BuildOptions, type Plugin } from 'esbuild';
import { join, resolve } from 'node:path';
import type { Component } from './metadata.ts';

const shared: BuildOptions = {
  bundle: true,
  charset: 'utf8',
  legalComments: 'inline',
  logLevel: 'silent',
};

/**
 * HubSpot's client as far as it is the transport (docs/decisions/0009): its typed areas are loaded where they are asked
 * for, which is nowhere, and form-data, for uploads that we never send, took half of a function's load time.
 */
const officialTransport: Plugin = {
  name: 'official-transport',
  setup(bundling) {
    bundling.onResolve({ filter: /^\.\/discovery\// }, ({ path, importer }) =>
      importer.includes('@hubspot/api-client/')
        ? { path: `@hubspot/api-client/lib/src/${path.slice(2)}`, external: true }
        : null,
    );
    bundling.onResolve({ filter: /^form-data$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    bundling.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: 'module.exports = class FormData {};',
    }));
  },
};

/** CommonJS, because HubSpot's runner loads functions with `require`; Node 20 is the oldest it may run on. */
const functionOptions: BuildOptions = {
  ...shared,
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
