import type { HrefProp } from '@hubspot/ui-extensions';

export interface Target {
  href: string;
  external: boolean;
}

const recordPages: Record<string, string> = { '0-2': 'companies', '0-3': 'deals' };

/** HubSpot's record address (`/contacts/<portal>/record/<type>/<id>`) shows in this portal's own record page. */
function toPortalPath(url: URL): string | null {
  const [, type = '', id = ''] = /^\/contacts\/\d+\/record\/(0-\d+)\/(\d+)/.exec(url.pathname) ?? [];
  const page = recordPages[type];
  return page ? `/${page}/${id}` : null;
}

const safeProtocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Null where there is nothing to follow, or where following it would run a script. */
export function targetOf(href: HrefProp | undefined, origin: string): Target | null {
  const options = typeof href === 'string' ? { url: href } : href;
  if (!options?.url) return null;
  if (options.url.startsWith('#')) return { href: options.url, external: false };
  const url = URL.canParse(options.url, origin) ? new URL(options.url, origin) : null;
  if (!url || !safeProtocols.has(url.protocol)) return null;
  const isHubSpot = url.origin === origin || /(^|\.)hubspot\.com$/.test(url.hostname);
  const inPortal = isHubSpot ? toPortalPath(url) : null;
  return { href: inPortal ?? options.url, external: options.external ?? !isHubSpot };
}
