/**
 * The portfolio page of a large portfolio in a real browser: it opens, answers to filters, and refreshes with visible
 * progress. Run: npm run soak:page -- [DEALS]
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { change, changesOf } from '#scripts/bench/scale/changes';
import { atMost, Outcome } from '#scripts/bench/scale/outcome';
import { scalePortal, type ScalePortal } from '#scripts/bench/scale/scale-portal';
import { syntheticPortfolio } from '#scripts/bench/synthetic-portfolio';
import { build } from '#scripts/build';
import { hubspotCrm } from '#crm/hubspot-crm';
import { launchChromium } from '#test/journeys/chromium';
import { refreshPortfolio } from '#usecases/refresh-portfolio';

const deals = Number(process.argv[2] ?? 100_000);
const clicks = 50;
const changedDeals = 15_000;
const patienceMs = 120_000;
const tiers = ['Assist', 'Co-sell', 'Source', 'Joint solution', 'Any'];

/** Everything into segments, with the portal's own token: no rate limit holds for it. */
async function materialise({ portal }: ScalePortal): Promise<void> {
  const { url, uiToken, portalId } = portal;
  const crm = hubspotCrm({ token: uiToken, baseUrl: url, portalId, now: Date.now, limits: 'off' });
  const worker = randomUUID();
  for (;;) {
    const now = Date.now();
    const call = { now, deadlineAt: now + 20_000, clock: Date.now };
    const progress = await refreshPortfolio(crm, { portalId, worker, want: 'changes' }, call);
    if (progress.state === 'done') return;
    if (progress.state !== 'working') throw new Error(`The refresh is ${progress.state}.`);
  }
}

/** Numbers that each choice of a tier changes, and each change of amounts. */
const numbersOf = (page: Page) => page.getByRole('row', { name: /^Won revenue/ });

async function shownAfter(page: Page, before: string): Promise<string> {
  const row = numbersOf(page);
  for (const end = performance.now() + patienceMs; performance.now() < end;) {
    const now = (await row.textContent()) ?? '';
    if (now !== before) return now;
    await new Promise((next) => setTimeout(next, 10));
  }
  throw new Error(`The numbers stayed: ${before}`);
}

async function measureFilters(page: Page, outcome: Outcome): Promise<void> {
  await page.getByRole('button', { name: 'More filters' }).click();
  const tier = page.getByRole('combobox', { name: 'Tier', exact: true });
  let shown = (await numbersOf(page).textContent()) ?? '';
  const times: number[] = [];
  for (let click = 0; click < clicks; click++) {
    const start = performance.now();
    await tier.selectOption(tiers[click % tiers.length]!);
    shown = await shownAfter(page, shown);
    times.push(performance.now() - start);
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1]! / 1000;
  outcome.line(`filter to new numbers, median of ${clicks}`, at(0.5), ' s');
  outcome.line(
    `filter to new numbers, 95th percentile of ${clicks}`,
    at(0.95),
    ' s',
    atMost(at(0.95), 1, ' s'),
  );
}

/** What the progress bar said, in the order in which it said it. */
async function measureRefresh(page: Page, outcome: Outcome, picture: string): Promise<void> {
  const start = performance.now();
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  const progress = page.getByText(/^[\d,]+ of [\d,]+ records$/);
  const said = new Set<string>();
  let isTaken = false;
  const done = page.getByText(/The portfolio is up to date/);
  while (!(await done.isVisible())) {
    if (performance.now() - start > patienceMs) throw new Error('The refresh did not end.');
    if (await progress.isVisible()) said.add((await progress.textContent().catch(() => null)) ?? '');
    if (said.size === 2 && !isTaken) {
      isTaken = true;
      await page.screenshot({ path: picture, fullPage: true });
    }
    await new Promise((next) => setTimeout(next, 100));
  }
  outcome.line('refresh: seconds', (performance.now() - start) / 1000, ' s');
  outcome.line('refresh: steps that the bar showed', said.size, '', {
    target: '≥ 2, each further',
    holds: said.size >= 2,
  });
}

mkdirSync('out', { recursive: true });
const buildDir = mkdtempSync('out/page-');
await build(buildDir);
const portfolio = syntheticPortfolio(deals);
const scale = await scalePortal(portfolio, { buildDir });
const outcome = new Outcome(false);
const browser = await launchChromium();
try {
  await materialise(scale);
  const context = await browser.newContext({
    baseURL: scale.portal.url,
    viewport: { width: 1440, height: 1000 },
  });
  const page = await context.newPage();
  outcome.title(`The portfolio page of ${deals.toLocaleString('en-GB')} deals`);
  const start = performance.now();
  await page.goto('/app');
  await numbersOf(page).waitFor({ timeout: patienceMs });
  outcome.line('opened, with numbers', (performance.now() - start) / 1000, ' s');
  await measureFilters(page, outcome);
  await change(scale, portfolio, changesOf('spread', deals, changedDeals, 1));
  const before = (await numbersOf(page).textContent()) ?? '';
  await measureRefresh(page, outcome, 'out/portfolio-page.png');
  await shownAfter(page, before);
  await page.screenshot({ path: 'out/portfolio-page-done.png', fullPage: true });
} finally {
  await browser.close();
  await scale.portal.close();
  rmSync(buildDir, { recursive: true, force: true });
}
process.exitCode = outcome.broken.length === 0 ? 0 : 1;
