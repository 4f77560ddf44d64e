import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { openApp, until, type App } from './app.ts';

jest.setTimeout(120_000);

let app: App;
let page: Page;

beforeAll(async () => {
  app = await openApp({ kind: 'demo', seed: 7 });
  page = app.page;
});

afterAll(() => app.close());

afterEach(() => {
  expect(app.complaints).toEqual([]);
});

const openCompany = async (id: string): Promise<void> => {
  await page.goto(`/companies/${id}`);
  await page.getByRole('tab', { name: 'Partner value' }).click();
};

test("a partner's company shows its scorecard, with the deals that the CRM holds", async () => {
  const [partner] = (
    await app.find('companies', [{ propertyName: 'partner_type', operator: 'EQ', value: 'si' }], ['name'])
  ).results;
  await openCompany(partner?.id ?? '');
  const card = page.getByRole('tabpanel', { name: 'Partner value' });
  await card.getByText('Maturity ladder').waitFor();
  const tags = await app.find(
    `p${app.portal.portalId}_partner_involvement`,
    [
      { propertyName: 'partner_id', operator: 'EQ', value: partner?.id },
      { propertyName: 'status', operator: 'IN', values: ['proposed', 'confirmed'] },
    ],
    ['deal_id'],
  );
  const ids = tags.results.map(({ properties }) => properties['deal_id'] ?? '');
  const won = await app.find(
    'deals',
    [
      { propertyName: 'hs_object_id', operator: 'IN', values: ids },
      { propertyName: 'hs_is_closed_won', operator: 'EQ', value: 'true' },
    ],
    ['dealname'],
  );
  await card.getByText(new RegExp(`^${won.total} of \\d+$`)).waitFor();
});

test("a customer's company shows its numbers, with partners and credit side by side", async () => {
  const deals = await app.find(
    'deals',
    [{ propertyName: 'partner_answer', operator: 'EQ', value: 'tagged' }],
    ['hs_primary_associated_company'],
  );
  await openCompany(deals.results[0]?.properties['hs_primary_associated_company'] ?? '');
  const card = page.getByRole('tabpanel', { name: 'Partner value' });
  await card.getByRole('columnheader', { name: /[Cc]redited/ }).waitFor();
  await card
    .getByText(/Implementation/)
    .first()
    .waitFor();
  await card
    .getByText(/95 % interval/)
    .first()
    .waitFor();
});

const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();

test('the portfolio says in words whether deals with a partner win more often, and that this is no proof', async () => {
  await page.goto('/app');
  await page.getByRole('heading', { name: 'Do deals with a partner win more often?' }).waitFor();
  await page.getByText(/Compared: win rates of closed deals that reached/).waitFor();
  await page
    .getByText(/Association, not proof/)
    .first()
    .waitFor();
  const adjusted = page.getByRole('row', { name: /^Like with like/ });
  expect(await adjusted.textContent()).toMatch(/points/);
  await page.getByRole('button', { name: /^Group by group/ }).click();
  await page.getByRole('row', { name: /Germany, 250-999/ }).waitFor();
});

test('the portfolio filters by period, and back', async () => {
  const won = page.getByRole('row', { name: /^Deals won/ });
  await won.waitFor();
  const everything = (await won.textContent()) ?? '';
  const from = page.getByRole('textbox', { name: 'From' });
  await from.fill('2026-01-01');
  await from.press('Enter');
  await until(async () => (await won.textContent()) !== everything);
  await page.getByRole('button', { name: /^From Jan 1, 2026/ }).click();
  await until(async () => (await won.textContent()) === everything);
  const period = page.getByRole('combobox', { name: 'Period' });
  await period.selectOption('Last year');
  await until(async () => (await won.textContent()) !== everything);
  await period.selectOption('All time');
  await until(async () => (await won.textContent()) === everything);
});

test('more filters fold out by keyboard, and stay in sight when they are folded away', async () => {
  const won = page.getByRole('row', { name: /^Deals won/ });
  const everything = (await won.textContent()) ?? '';
  const more = page.getByRole('button', { name: 'More filters' });
  await more.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Tier', exact: true }).selectOption('Source');
  await until(async () => (await won.textContent()) !== everything);
  await more.click();
  await page.getByRole('button', { name: /^Tier: Source/ }).waitFor();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await until(async () => (await won.textContent()) === everything);
});

test('the tabs lead by arrow keys to partners, the value map and the life cycle', async () => {
  await tab('Overview');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('columnheader', { name: /Credit: equal split/ }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('row', { name: /^Higher win rates/ }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { name: 'Maturity ladder' }).waitFor();
});

test('a cell of the value map opens what stands behind it, and Escape closes it', async () => {
  await tab('Value map');
  await page
    .getByRole('cell', { name: /Win rate/ })
    .getByRole('button')
    .click();
  const panel = page.getByRole('dialog', { name: 'Higher win rates · Decide' });
  await panel.getByText('Win rate by amount').waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
});

test('a partner of the portfolio leads to its company', async () => {
  await tab('Partners');
  await page.getByRole('link', { name: 'Lanternway Technologies' }).click();
  await page.getByRole('heading', { name: 'Lanternway Technologies' }).waitFor();
});

/** What a nightly job does: step after step until every record is in. */
async function refreshOvernight(): Promise<void> {
  const parameters = { portalId: app.portal.portalId, worker: randomUUID() };
  const execution = '/api/crm-extensibility/execution/internal/v3/action/function/run';
  for (let state = ''; state !== 'done';) {
    const answer = await app.crm('POST', execution, { serverlessFunction: 'refresh_portfolio', parameters });
    const { response } = answer as { response: { value: { state: string } } };
    ({ state } = response.value);
  }
}

const wonDeals = async (): Promise<number> => {
  const cells = page.getByRole('row', { name: /^Deals won/ }).getByRole('cell');
  return Number((await cells.last().textContent())?.replace(/\D/g, ''));
};

test('stored numbers say what is not in them yet, and a refresh brings it in with visible progress', async () => {
  await refreshOvernight();
  const [won] = (
    await app.find(
      'deals',
      [{ propertyName: 'hs_is_closed_won', operator: 'EQ', value: 'true' }],
      ['dealstage', 'pipeline'],
    )
  ).results;
  const { dealstage, pipeline } = won?.properties ?? {};
  for (const dealname of ['Late one', 'Late two', 'Late three']) {
    const properties = { dealname, dealstage, pipeline, amount: '1000' };
    await app.crm('POST', '/crm/objects/2026-09/deals', { properties });
  }
  await app.crm('POST', '/portal/settle');
  await page.goto('/app');
  await page.getByText(/^Numbers as of .* · 3 changes are not in yet$/).waitFor();
  const before = await wonDeals();
  await Promise.all([
    page.getByRole('progressbar').waitFor(),
    page.getByRole('button', { name: 'Refresh', exact: true }).click(),
  ]);
  await page.getByText(/^The portfolio is up to date\. [\d,]+ records were read/).waitFor();
  await page.getByText(/nothing has changed since/).waitFor();
  expect(await wonDeals()).toBe(before + 3);
});

test('a reading of everything again is in the menu, by keyboard', async () => {
  await page.getByRole('button', { name: 'More', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  // A small portfolio is read in a moment: the bar may be gone by the time that the key press has returned.
  await Promise.all([
    page.getByRole('progressbar').waitFor(),
    page.getByRole('menuitem', { name: 'Read everything again' }).press('Enter'),
  ]);
  await page.getByText(/^The portfolio is up to date\. [2-9],\d+ records were read/).waitFor();
});
