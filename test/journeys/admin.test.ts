import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readFiles } from '#scripts/import/read-files';
import { openApp, today, type App } from './app.ts';

jest.setTimeout(120_000);

let app: App;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'exports-'));

const file = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(folder, name), lines.join('\r\n'));
  return join(folder, name);
};

beforeAll(async () => {
  const deals = file('deals.csv', [
    'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Currency,Create Date,Close Date,Associated Company IDs (Primary)',
    '501,Roof sensors,Closed Won,Sales Pipeline,"12,500.00",EUR,2026-01-10 09:00,2026-03-01 10:00,601',
    '502,Gate cameras,Closed Lost,Sales Pipeline,lots,EUR,2026-01-11 09:00,2026-03-02 10:00,601',
    '503,Yard lights,Qualified To Buy,Sales Pipeline,900,EUR,2026-02-31 09:00,,601',
    '504,Fence,Closed Won,Sales Pipeline,100,EUR,2026-01-12 09:00,2026-02-01 10:00,601',
  ]);
  const companies = file('companies.csv', ['Record ID,Company name', '601,Ostermark Farms']);
  const involvements = file('involvements.csv', [
    'deal_id,partner_name,tier,status,tagged_at',
    '501,Norvik Integrators,co_sell,confirmed,2026-01-15T10:00:00Z',
    '999,Norvik Integrators,co_sell,confirmed,2026-01-15T10:00:00Z',
    '504,Norvik Integrators,bystander,confirmed,2026-01-15T10:00:00Z',
  ]);
  app = await openApp({
    kind: 'files',
    read: readFiles({ deals, companies, involvements, dateOrder: null, currency: null }, today),
  });
  page = app.page;
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => {
  expect(app.complaints).toEqual([]);
});

test('an import with bad rows says line, column, value and remedy, and how many rows it read', () => {
  expect(app.told).toMatch(/deals\.csv.*line 3.*Amount.*lots/s);
  expect(app.told).toMatch(/deals\.csv.*line 4.*Create Date.*2026-02-31/s);
  expect(app.told).toMatch(/involvements\.csv.*line 3.*deal_id.*999/s);
  expect(app.told).toMatch(/involvements\.csv.*line 4.*tier.*bystander/s);
  expect(app.told).toMatch(/of 4/);
});

test('the rest of the rows is in the portal, with the imported time of the tag shown as such', async () => {
  await page.goto('/deals/501');
  const card = page.getByRole('region', { name: 'Partners on this deal' });
  await card.getByRole('heading', { name: /^1 partner$/ }).waitFor();
  await card.getByText(/Tagged Jan 15, 2026, imported/).waitFor();
});

test('settings are saved, stay, and act', async () => {
  await page.goto('/settings');
  const ladder = page.getByRole('textbox', { name: /Confirmed deals that make a ladder level/ });
  await ladder.fill('1');
  await ladder.press('Tab');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText(/Saved .* by demo\.user@example\.com/).waitFor();
  await page.reload();
  expect(await ladder.inputValue()).toBe('1');
});

test('a setting that cannot be is refused at its field, and nothing is lost', async () => {
  await page.goto('/settings');
  const currency = page.getByRole('textbox', { name: /Home currency/ });
  await currency.fill('EURO');
  await currency.press('Tab');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page
    .getByText(/three-letter|three letters/i)
    .last()
    .waitFor();
  expect(await currency.inputValue()).toBe('EURO');
});
