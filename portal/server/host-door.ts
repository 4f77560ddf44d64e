import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAppManifest } from './app-manifest.ts';
import type { AppManifest } from './app-manifest.ts';
import type { BundleAnswer } from './bundler.ts';
import type { Door, PortalReply } from './door.ts';
import { createHostBundles, hostDir } from './host-bundles.ts';
import type { HostBundles } from './host-bundles.ts';
import { hostPage } from './host-page.ts';

export interface HostDoorOptions {
  buildDir: string | null;
  portalId: number;
  uiToken: string;
  homeCurrency: string;
}

const text = (
  status: number,
  type: string,
  body: string,
  more: Record<string, string> = {},
): PortalReply => ({
  status,
  headers: { 'content-type': `${type};charset=utf-8`, ...more },
  body,
});

// What the pages need and no more; style attributes are what the components set. An extension's worker has a
// policy of its own that leaves it no network.
const pagePolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data: blob:; frame-ancestors 'none'; base-uri 'none'";
const workerPolicy = "default-src 'none'; script-src 'self'; connect-src 'none'";

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2f3e53"/><circle cx="12" cy="16" r="5" fill="none" stroke="#fff" stroke-width="2.5"/><circle cx="20" cy="16" r="5" fill="none" stroke="#7fd1c7" stroke-width="2.5"/></svg>';

const script = (answer: BundleAnswer, more: Record<string, string> = {}): PortalReply =>
  answer.ok
    ? text(200, 'text/javascript', answer.text, more)
    : text(500, 'text/plain', `The bundle could not be built.\n${answer.message}`);

const pages = /^\/(?:$|(?:deals|companies)(?:\/[^/]+)?\/?$|settings\/?$|app(?:\/|$))/;

interface Host {
  options: HostDoorOptions;
  bundles: HostBundles;
  manifest: () => AppManifest | null;
}

async function extensionScript(host: Host, uid: string): Promise<PortalReply> {
  const surface = host.manifest()?.surfaces.find((one) => one.uid === uid);
  if (!surface) return text(404, 'text/plain', `The app has no extension ${uid}.`);
  return script(await host.bundles.extension(surface));
}

// One sheet of the pages' own styles, in the order of their names, and then the components'.
async function stylesheet(): Promise<string> {
  const folders = [join(hostDir, 'styles'), join(hostDir, 'components')];
  const listed = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).sort().map((name) => join(folder, name))),
  );
  const sheets = listed.flat().filter((file) => file.endsWith('.css'));
  return (await Promise.all(sheets.map((file) => readFile(file, 'utf8')))).join('\n');
}

async function asset(host: Host, path: string): Promise<PortalReply | null> {
  const extension = /^\/host\/extensions\/([^/]+)\.js$/.exec(path)?.[1];
  if (extension) return await extensionScript(host, decodeURIComponent(extension));
  switch (path) {
    case '/host/main.js':
      return script(await host.bundles.host('main.tsx'));
    case '/host/worker.js':
      return script(await host.bundles.host('worker.tsx'), { 'content-security-policy': workerPolicy });
    case '/host/host.css':
      return text(200, 'text/css', await stylesheet());
    case '/host/icon.svg':
    case '/favicon.ico':
      return text(200, 'image/svg+xml', icon);
    default:
      return null;
  }
}

/** The browser pages: one HTML page for every address of theirs, and the bundles that they load. */
export function createHostDoor(options: HostDoorOptions): {
  door: Door;
  warm(): void;
  close(): Promise<void>;
} {
  const bundles = createHostBundles();
  const manifest = () => (options.buildDir === null ? null : readAppManifest(options.buildDir));
  const surfaces = () => manifest()?.surfaces ?? [];
  const host: Host = { options, bundles, manifest };
  const door: Door = async ({ method, path, headers }) => {
    if (method !== 'GET' && method !== 'HEAD') return null;
    const found = await asset(host, path);
    if (found) return found;
    const isPage = pages.test(path);
    if (!isPage && !headers.accept?.includes('text/html')) return null;
    const page = hostPage({ ...options, manifest: manifest() });
    return text(isPage ? 200 : 404, 'text/html', page, { 'content-security-policy': pagePolicy });
  };
  // What fails here fails again, and is said, when a page asks for it.
  const warm = () => {
    const ahead = [
      bundles.host('main.tsx'),
      bundles.host('worker.tsx'),
      ...surfaces().map(bundles.extension),
    ];
    void Promise.allSettled(ahead);
  };
  return { door, warm, close: () => bundles.close() };
}
