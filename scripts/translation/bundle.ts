import { build, type BuildOptions } from 'esbuild';
import { join } from 'node:path';
import type { Component } from './metadata.ts';

const shared: BuildOptions = {
  bundle: true,
  charset: 'utf8',
  legalComments: 'inline',
  logLevel: 'silent',
};

/** CommonJS, because HubSpot's runner loads functions with `require`; Node 20 is the oldest it may run on. */
const functionOptions: BuildOptions = {
  ...shared,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['@hubspot/api-client'],
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
