import type { AppManifest } from './app-manifest.ts';

export interface HostPageFacts {
  portalId: number;
  uiToken: string;
  homeCurrency: string;
  manifest: AppManifest | null;
}

// A person of the portal's own; HubSpot gives an extension whoever is looking at the page.
const user = {
  id: 1001,
  email: 'demo.user@example.com',
  emails: ['demo.user@example.com'],
  firstName: 'Demo',
  lastName: 'User',
  locale: 'en-US',
  language: 'en',
  teams: [],
  permissions: ['integrations-management-write'],
  roles: [],
};

const appId = 1_000_001;

const bootOf = ({ portalId, uiToken, homeCurrency, manifest }: HostPageFacts) => ({
  portalId,
  uiToken,
  homeCurrency,
  timeZone: 'UTC',
  appId,
  appName: manifest?.name ?? null,
  user,
  surfaces: (manifest?.surfaces ?? []).map(({ uid, kind, title, location, objectTypes }) => ({
    uid,
    kind,
    title,
    location,
    objectTypes,
    bundleUrl: `/host/extensions/${encodeURIComponent(uid)}.js`,
  })),
});

// Inside a script element only "<" can end the text early.
const toScriptText = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

export const hostPage = (facts: HostPageFacts): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local portal</title>
<link rel="icon" href="/host/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/host/host.css">
</head>
<body>
<div id="root"></div>
<noscript>This portal needs JavaScript.</noscript>
<script type="application/json" id="boot">${toScriptText(bootOf(facts))}</script>
<script src="/host/main.js"></script>
</body>
</html>
`;
