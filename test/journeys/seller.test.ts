import type { Locator, Page } from 'playwright-core';
import { openApp, type App } from './app.ts';

jest.setTimeout(120_000);

let app: App;
let page: Page;

const account = { id: '700001', name: 'Quellmar Dairy' };
const partner = { id: '700002', name: 'Norvik Integrators' };
const associated = { id: '700003', name: 'Harrow Cloud' };
const stranger = { id: '700004', name: 'Osterwick Advisory' };
const deals = { open: '710001', won: '710002', unanswered: '710003' };

const dealRecord = (id: string, dealname: string, dealstage: string, companies: string[]) => ({
  id,
  properties: {
    dealname,
    dealstage,
    pipeline: 'default',
    amount: '12000',
    deal_currency_code: 'EUR',
    createdate: '2026-06-01T08:00:00Z',
  },
  associations: companies.map((toId, index) => ({
    toObjectType: 'companies',
    toId,
    typeId: index === 0 ? 5 : 341,
  })),
});

beforeAll(async () => {
  app = await openApp({ kind: 'empty' });
  page = app.page;
  await app.crm('POST', '/portal/import', {
    objectType: 'companies',
    records: [
      { id: account.id, properties: { name: account.name, country: 'Germany' } },
      { id: partner.id, properties: { name: partner.name, partner_type: 'si' } },
      { id: associated.id, properties: { name: associated.name, partner_type: 'hyperscaler' } },
      { id: stranger.id, properties: { name: stranger.name, partner_type: 'advisor' } },
    ],
  });
  await app.crm('POST', '/portal/import', {
    objectType: 'deals',
    records: [
      dealRecord(deals.open, 'Cold chain sensors', 'qualifiedtobuy', [account.id, associated.id]),
      dealRecord(deals.won, 'Milk routing', 'closedwon', [account.id]),
      dealRecord(deals.unanswered, 'Barn cameras', 'qualifiedtobuy', [account.id]),
    ],
  });
  await app.crm('POST', '/portal/settle');
});

afterAll(() => app.close());

afterEach(() => {
  expect(app.complaints).toEqual([]);
});

const card = (): Locator => page.getByRole('region', { name: 'Partners on this deal' });

async function openDeal(name: string): Promise<void> {
  await page.goto('/deals');
  await page.getByRole('searchbox').first().fill(name);
  await page.getByRole('link', { name }).click();
  await card().getByRole('searchbox', { name: 'Tag a partner' }).waitFor();
}

const answerLine = (text: string | RegExp): Promise<void> =>
  card().getByRole('heading', { name: text }).waitFor();

/** Counts the clicks of the mouse on the page from now on. */
async function countClicks(): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = { clicks: 0 };
    Object.assign(window, { counter });
    addEventListener('pointerdown', () => counter.clicks++, { capture: true });
  });
  return () => page.evaluate(() => (window as unknown as { counter: { clicks: number } }).counter.clicks);
}

test('a seller finds a deal, tags a partner by two letters of its name, and the tag is there', async () => {
  await openDeal('Milk routing');
  await answerLine('Not answered');
  await card().getByRole('searchbox', { name: 'Tag a partner' }).pressSequentially('no');
  await card()
    .getByRole('button', { name: /Norvik Integrators/ })
    .click();
  await card().getByRole('combobox', { name: 'Tier' }).selectOption('Source');
  await card().getByRole('button', { name: 'Save' }).click();
  await answerLine('1 partner · 1 to confirm');
  await card().getByText('Norvik Integrators is tagged as Source').waitFor();
  await page.getByRole('definition').getByText('Source').waitFor();
});

test('the tag survives a reload although search lags', async () => {
  await page.reload();
  await answerLine('1 partner · 1 to confirm');
});

test('confirmed, the tag counts in the account and in the portfolio', async () => {
  await openDeal('Milk routing');
  await card().getByRole('button', { name: 'Confirm' }).click();
  await answerLine(/^1 partner$/);
  await page.goto(`/companies/${account.id}`);
  await page.getByRole('tab', { name: 'Partner value' }).click();
  const value = page.getByRole('tabpanel', { name: 'Partner value' });
  await value.getByRole('row', { name: /Norvik Integrators/ }).waitFor();
  expect(await value.getByRole('row', { name: /Norvik Integrators/ }).textContent()).toContain('€12,000');
  await page.goto('/app');
  await page.getByRole('tab', { name: 'Partners' }).click();
  await page.getByRole('row', { name: /Norvik Integrators/ }).waitFor();
});

test('a suggestion is one click, and its undo takes it back', async () => {
  await openDeal('Cold chain sensors');
  const clicks = await countClicks();
  await card()
    .getByRole('button', { name: /Harrow Cloud/ })
    .click();
  await answerLine('1 partner · 1 to confirm');
  expect(await clicks()).toBe(1);
  await card().getByRole('button', { name: 'Undo' }).click();
  await answerLine('Not answered');
});

test('a partner that nobody suggested is three clicks and less than ten seconds', async () => {
  await openDeal('Cold chain sensors');
  const opened = Date.now();
  const clicks = await countClicks();
  await card().getByRole('searchbox', { name: 'Tag a partner' }).click();
  await page.keyboard.type('os');
  await card()
    .getByRole('button', { name: /Osterwick Advisory/ })
    .click();
  await card().getByRole('button', { name: 'Save' }).click();
  await answerLine('1 partner · 1 to confirm');
  expect(await clicks()).toBe(3);
  expect(Date.now() - opened).toBeLessThan(10_000);
});

test('"No partner on this deal" is one click, ends the suggestions, and can be taken back', async () => {
  await openDeal('Barn cameras');
  const suggested = card().getByText('Suggested: one click saves');
  await suggested.waitFor();
  const clicks = await countClicks();
  await card().getByRole('button', { name: 'No partner on this deal' }).click();
  await answerLine('No partner');
  expect(await clicks()).toBe(1);
  await suggested.waitFor({ state: 'hidden' });
  await card().getByRole('button', { name: 'Take this answer back' }).click();
  await answerLine('Not answered');
});

test('a removed tag comes back with its history', async () => {
  await openDeal('Milk routing');
  await card().getByRole('button', { name: 'Remove' }).click();
  await card().getByRole('button', { name: 'Undo' }).click();
  await answerLine(/^1 partner/);
  await card()
    .getByRole('button', { name: /History of this tag/ })
    .click();
  await card()
    .getByText(/[Rr]estored|[Cc]ame back|[Uu]ndo/)
    .first()
    .waitFor();
});

test('a second origin is refused with a sentence; without the claim the tag is saved', async () => {
  await openDeal('Milk routing');
  await card().getByRole('searchbox', { name: 'Tag a partner' }).pressSequentially('harr');
  await card()
    .getByRole('button', { name: /Harrow Cloud/ })
    .click();
  await card().getByRole('button', { name: 'Role, stage, date, evidence' }).click();
  const origin = card().getByRole('checkbox', { name: 'The deal came from this partner' });
  await origin.check();
  await card().getByRole('button', { name: 'Save' }).click();
  await card()
    .getByText(/Another partner is already the origin/)
    .waitFor();
  await origin.uncheck();
  await card().getByRole('button', { name: 'Save' }).click();
  await answerLine(/^2 partners/);
});
