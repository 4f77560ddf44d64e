import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cacheDir = fileURLToPath(new URL('../../node_modules/.cache/portal/', import.meta.url));
const lock = new URL('../../package-lock.json', import.meta.url);
const sources = new Set(['.ts', '.tsx', '.js', '.jsx', '.json']);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() && sources.has(extname(entry.name)) && !entry.parentPath.includes('node_modules'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

// The lock stands for the versions of what is bundled with the sources.
function lockText(): string {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return '';
  }
}
const lockHash = createHash('sha256').update(lockText()).digest('hex');

const stamps = new Map<string, { stamp: string; key: string }>();

/** A key that changes with the content of the folder's sources, the entry chosen, and the installed versions. */
export function contentKey(folder: string, entryPoint: string): string {
  const files = filesUnder(folder);
  const stamp = files
    .map((file) => {
      const { mtimeMs, size } = statSync(file);
      return `${file} ${mtimeMs} ${size}`;
    })
    .join('\n');
  const kept = stamps.get(entryPoint);
  if (kept?.stamp === stamp) return kept.key;
  const hash = createHash('sha256').update(lockHash).update(entryPoint);
  for (const file of files) hash.update(file).update(readFileSync(file));
  const key = hash.digest('hex').slice(0, 32);
  stamps.set(entryPoint, { stamp, key });
  return key;
}

const fileOf = (key: string) => join(cacheDir, `${key}.js`);

export function cachedBundle(key: string): string | null {
  try {
    return readFileSync(fileOf(key), 'utf8');
  } catch {
    return null;
  }
}

/** Written beside and moved into place, so that a second portal never reads half of it. */
export function keepBundle(key: string, text: string): void {
  const beside = `${fileOf(key)}.${process.pid}`;
  try {
    mkdirSync(cacheDir, { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, fileOf(key));
  } catch {
    // A folder that cannot be written costs time at the next start, nothing else.
  }
}
