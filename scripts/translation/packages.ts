import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What HubSpot installs per folder: exactly what stays out of the bundles. */
const dependenciesByFolder: Readonly<Record<string, readonly string[]>> = {
  cards: ['@hubspot/ui-extensions', 'react'],
  pages: ['@hubspot/ui-extensions', 'react'],
  settings: ['@hubspot/ui-extensions', 'react'],
  functions: ['@hubspot/api-client'],
};

interface Locked {
  version?: string;
  dev?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}
type Lock = Record<string, Locked>;

export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** package.json and package-lock.json of one folder: exact versions, taken from the root's own lock. */
export function packagesOf(folder: string, root: string): readonly GeneratedFile[] {
  const names = dependenciesByFolder[folder];
  if (names === undefined) return [];
  const { version, packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    version: string;
    packages: Lock;
  };
  const dependencies = Object.fromEntries(names.map((name) => [name, lockedVersion(packages, name)]));
  const head = { name: `partner-value-${folder}`, version };
  const manifest = { ...head, private: true, dependencies };
  const lock = {
    ...head,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { ...head, dependencies }, ...closureOf(packages, names) },
  };
  return [
    { path: join(folder, 'package.json'), content: json(manifest) },
    { path: join(folder, 'package-lock.json'), content: json(lock) },
  ];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function lockedVersion(packages: Lock, name: string): string {
  const version = packages[`node_modules/${name}`]?.version;
  if (version === undefined) throw new Error(`${name} is not in the root's package-lock.json.`);
  return version;
}

/** The part of the root's lock that these packages need, found as Node finds modules: nearest folder first. */
function closureOf(packages: Lock, names: readonly string[]): Lock {
  const found = new Map<string, Locked>();
  const visit = (name: string, from: string): void => {
    const path = resolve(packages, name, from);
    const locked = path === null ? undefined : packages[path];
    if (path === null || locked === undefined || found.has(path)) return;
    found.set(path, Object.fromEntries(Object.entries(locked).filter(([key]) => key !== 'dev')));
    for (const next of needsOf(locked)) visit(next, path);
  };
  for (const name of names) visit(name, '');
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function needsOf(locked: Locked): readonly string[] {
  const peers = Object.keys(locked.peerDependencies ?? {}).filter(
    (name) => locked.peerDependenciesMeta?.[name]?.optional !== true,
  );
  return [...Object.keys({ ...locked.dependencies, ...locked.optionalDependencies }), ...peers];
}

function resolve(packages: Lock, name: string, from: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (path in packages) return path;
    if (at === '') return null;
  }
}
