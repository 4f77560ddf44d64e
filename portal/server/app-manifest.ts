import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import * as z from 'zod';

/** One UI extension of the app, as its metadata describes it. */
export interface Surface {
  uid: string;
  kind: 'card' | 'page' | 'settings';
  title: string;
  location: string;
  objectTypes: string[];
  file: string;
}

interface AppFunction {
  uid: string;
  file: string;
  secretKeys: string[];
}

export interface AppManifest {
  name: string;
  surfaces: Surface[];
  functions: AppFunction[];
}

const metadata = z.object({
  uid: z.string(),
  type: z.string(),
  config: z.object({
    name: z.string().optional(),
    entrypoint: z.string().optional(),
    location: z.string().optional(),
    objectTypes: z.array(z.string()).optional(),
    secretKeys: z.array(z.string()).optional(),
  }),
});
type Metadata = z.infer<typeof metadata>;

function readFolder(folder: string): Metadata[] {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith('-hsmeta.json'))
    .map((name) => metadata.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

// HubSpot resolves a function's entrypoint against the project's source folder, and a card's beside its metadata.
function entryFile(buildDir: string, entrypoint: string | undefined, beside: string | null): string {
  const file = beside
    ? join(beside, basename(entrypoint ?? ''))
    : resolve(buildDir, (entrypoint ?? '').replace(/^\/+/, ''));
  if (!file.startsWith(buildDir + sep)) throw new Error(`${entrypoint} lies outside of ${buildDir}`);
  return file;
}

// HubSpot takes object names in any case and in singular or plural ("deals", "DEAL").
const objectTypeName = (name: string) =>
  name
    .toLowerCase()
    .replace(/^company$/, 'companies')
    .replace(/^(deal|contact|ticket)$/, '$1s');

const folders = { card: 'cards', page: 'pages', settings: 'settings' } as const;
const locations = { card: 'crm.record.tab', page: 'pages', settings: 'settings' } as const;

function readSurfaces(buildDir: string, kind: Surface['kind'], appName: string): Surface[] {
  const folder = join(buildDir, 'app', folders[kind]);
  return readFolder(folder).map(({ uid, config }) => ({
    uid,
    kind,
    title: config.name ?? appName,
    location: config.location ?? locations[kind],
    objectTypes: (config.objectTypes ?? []).map(objectTypeName),
    file: entryFile(buildDir, config.entrypoint, folder),
  }));
}

/** Reads what HubSpot would read from an uploaded project: the `*-hsmeta.json` files of `app/`. */
export function readAppManifest(folder: string): AppManifest {
  const buildDir = resolve(folder);
  const name = readFolder(join(buildDir, 'app'))[0]?.config.name ?? 'App';
  return {
    name,
    surfaces: (['card', 'page', 'settings'] as const).flatMap((kind) => readSurfaces(buildDir, kind, name)),
    functions: readFolder(join(buildDir, 'app', 'functions')).map(({ uid, config }) => ({
      uid,
      file: entryFile(buildDir, config.entrypoint, null),
      secretKeys: config.secretKeys ?? [],
    })),
  };
}
