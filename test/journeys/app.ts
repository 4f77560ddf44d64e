import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { startPortal, type Portal } from '#portal/portal';
import { build } from '#scripts/build';
import { fill, type Filling } from '#scripts/start/fill';
import { launchChromium } from './chromium.ts';

const root = resolve(__dirname, '../..');

/** A day in the middle of a week; the demo's story ends here. */
export const today = Date.UTC(2026, 8, 30, 9);

interface Found {
  readonly total: number;
  readonly results: readonly {
    readonly id: string;
    readonly properties: Readonly<Record<string, string | null>>;
  }[];
}

export interface App {
  readonly portal: Portal;
  readonly page: Page;
  /** What the terminal would say about the loading. */
  readonly told: string;
  /** Complaints of the page: errors of the console and exceptions that nobody caught. */
  readonly complaints: readonly string[];
  /** The CRM API as the portal's own pages use it. */
  crm(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Records that a search of the CRM finds, 200 at most. */
  find(objectType: string, filters: object[], properties: string[]): Promise<Found>;
  close(): Promise<void>;
}

/** Waits until something holds, ten seconds at most. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await holds()); await new Promise((next) => setTimeout(next, 50))) {
    if (Date.now() > end) throw new Error(`Still not so: ${holds.toString()}`);
  }
}

/** The built app in a portal of its own, filled, in a browser. Rate limits and search lag are on. */
export async function openApp(filling: Filling): Promise<App> {
  // Below the project, so that the functions find HubSpot's client in its node_modules.
  mkdirSync(join(root, 'out'), { recursive: true });
  const buildDir = mkdtempSync(join(root, 'out/journey-'));
  await build(buildDir);
  const homeCurrency = filling.kind === 'files' ? filling.read.dataset.homeCurrency : 'EUR';
  const portal = await startPortal({
    buildDir,
    homeCurrency,
    rateLimits: true,
    searchLagMs: 500,
    quiet: true,
  });
  const told = await fill(portal, filling, today);
  const browser = await launchChromium();
  const context = await browser.newContext({ baseURL: portal.url, viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(error.message));
  return {
    portal,
    page,
    told,
    complaints,
    ...crmOf(portal),
    async close() {
      await browser.close();
      await portal.close();
      rmSync(buildDir, { recursive: true, force: true });
    },
  };
}

function crmOf(portal: Portal): Pick<App, 'crm' | 'find'> {
  const crm: App['crm'] = async (method, path, body) => {
    const answer = await fetch(`${portal.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${portal.uiToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer.status === 204 ? null : (answer.json() as Promise<unknown>);
  };
  return {
    crm,
    find: async (objectType, filters, properties) => {
      const query = { filterGroups: [{ filters }], properties, limit: 200 };
      return (await crm('POST', `/crm/objects/2026-09/${objectType}/search`, query)) as Found;
    },
  };
}
