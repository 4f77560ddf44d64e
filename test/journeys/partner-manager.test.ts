import type { Page } from 'playwright-core';
import { openApp, until, type App } from './app.ts';

jest.setTimeout(120_000);

let app: App;
let page: Page;

interface Found {
  readonly total: number;
  readonly results: readonly {
    readonly id: string;
    readonly properties: Readonly<Record<string, string | null>>;
  }[];
}

const find = async (objectType: string, filters: object[], properties: string[]): Promise<Found> =>
  (await app.crm('POST', `/crm/objects/2026-09/${objectType}/search`, {
    filterGroups: [{ filters }],
    properties,
    limit: 200,
  })) as Found;

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
    await find('companies', [{ propertyName: 'partner_type', operator: 'EQ', value: 'si' }], ['name'])
  ).results;
  await openCompany(partner?.id ?? '');
  const card = page.getByRole('tabpanel', { name: 'Partner value' });
  await card.getByText('Maturity ladder').waitFor();
  const tags = await find(
    `p${app.portal.portalId}_partner_involvement`,
    [
      { propertyName: 'partner_id', operator: 'EQ', value: partner?.id },
      { propertyName: 'status', operator: 'IN', values: ['proposed', 'confirmed'] },
    ],
    ['deal_id'],
  );
  const ids = tags.results.map(({ properties }) => properties['deal_id'] ?? '');
  const won = await find(
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
  const deals = await find(
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

test('the portfolio filters by period and pipeline, and back', async () => {
  await page.goto('/app');
  const count = page.getByText(/[\d,]+ deals ·/).first();
  await count.waitFor();
  const won = page.getByRole('row', { name: /^Deals won/ });
  await won.waitFor();
  const everything = (await won.textContent()) ?? '';
  const from = page.getByRole('textbox', { name: 'From' });
  await from.fill('2026-01-01');
  await from.press('Enter');
  await until(async () => (await won.textContent()) !== everything);
  await from.fill('');
  await from.press('Enter');
  await until(async () => (await won.textContent()) === everything);
});
