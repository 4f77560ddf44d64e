import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bundle } from './translation/bundle.ts';
import { componentsOf, type Component } from './translation/metadata.ts';
import { packagesOf } from './translation/packages.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * Translates src/app into the tree that HubSpot reads (`hsproject.json`, srcDir): metadata by type into
 * app/{cards,pages,settings,functions}, each entry as one bundle beside it. The same input gives the same bytes.
 */
export async function build(
  outDir: string = join(root, 'build'),
  appDir: string = join(root, 'src/app'),
): Promise<readonly Component[]> {
  const target = join(resolve(outDir), 'app');
  // Built beside the old tree and exchanged at the end: a build that fails leaves the last good one.
  const fresh = join(resolve(outDir), 'app.next');
  const components = componentsOf(appDir);
  rmSync(fresh, { recursive: true, force: true });
  for (const { metadataPath, metadata } of components) write(join(fresh, metadataPath), metadata);
  const folders = new Set(components.map(({ metadataPath }) => dirname(metadataPath)));
  for (const folder of folders) {
    for (const { path, content } of packagesOf(folder, root)) write(join(fresh, path), content);
  }
  await bundle(components, root, fresh);
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
  return components;
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

async function main(): Promise<void> {
  const components = await build();
  for (const { type, uid, metadataPath } of components) {
    console.log(`${type.padEnd(14)}${uid.padEnd(24)}app/${metadataPath}`);
  }
  console.log(`build/ holds ${components.length} components.`);
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
