import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/**
 * Folder that HubSpot reads per component type on platform 2026.x
 * (https://developers.hubspot.com/docs/developer-tooling/platform: metadata elsewhere is skipped).
 */
const folderByType: Readonly<Record<string, string>> = {
  app: '.',
  card: 'cards',
  page: 'pages',
  settings: 'settings',
  'app-function': 'functions',
};

export interface Component {
  readonly uid: string;
  readonly type: string;
  /** The metadata as HubSpot will read it. */
  readonly metadata: string;
  /** File name of the metadata, relative to build/app. */
  readonly metadataPath: string;
  /** The TypeScript entry and the JavaScript it becomes; the app itself has none. */
  readonly entry: { readonly source: string; readonly target: string } | null;
}

interface Written {
  uid: string;
  type: string;
  config: Record<string, unknown>;
}

/** Every `*-hsmeta.json` beside the sources, translated; ordered by path so that the build is reproducible. */
export function componentsOf(appDir: string): readonly Component[] {
  return readdirSync(appDir, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('-hsmeta.json'))
    .sort()
    .map((path) => toComponent(join(appDir, path)));
}

function toComponent(path: string): Component {
  const written = JSON.parse(readFileSync(path, 'utf8')) as Written;
  const folder = folderByType[written.type];
  if (folder === undefined) throw new Error(`${path}: the build does not know the type "${written.type}".`);
  const entrypoint = written.config['entrypoint'];
  const target = typeof entrypoint === 'string' ? join(folder, scriptName(entrypoint)) : null;
  const config = target === null ? written.config : { ...written.config, entrypoint: `/app/${target}` };
  return {
    uid: written.uid,
    type: written.type,
    metadata: `${JSON.stringify({ ...written, config }, null, 2)}\n`,
    metadataPath: join(folder, basename(path)),
    entry: target === null ? null : { source: join(dirname(path), basename(entrypoint as string)), target },
  };
}

const scriptName = (entrypoint: string): string => `${basename(entrypoint, extname(entrypoint))}.js`;
