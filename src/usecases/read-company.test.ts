import { fakeCrm, type FakeCrm } from '#test/fake-crm';
import type { World } from '#test/fake-world';
import { defaultSettings } from '#domain/settings';
import { readCompany } from '#usecases/read-company';
import { readPortfolio } from '#usecases/read-portfolio';
import { tagPartner } from '#usecases/tag-partner';

const now = Date.UTC(2026, 8, 30, 12);
const day = 86_400_000;
const actor = { userId: 1, email: 'pat@example.com', name: 'Pat' };
const won = {
  outcome: 'won',
  createdAt: now - 200 * day,
  closeAt: now - 100 * day,
  amountMinor: 100_00,
} as const;

const world: World = {
  companies: [
    { id: '7', name: 'Customer' },
    { id: '8', name: 'Other customer' },
    { id: '88', name: 'Norvik', partnerType: 'si' },
  ],
  deals: [
    { id: '601', companies: ['7'], ...won },
    { id: '602', companies: ['88', '7'], ...won },
    { id: '603', companies: ['8', '7'], ...won },
    { id: '604', companies: ['8'], ...won },
  ],
  settings: { ...defaultSettings, confirmers: [actor.email] },
};

async function taggedWorld(): Promise<FakeCrm> {
  const crm = fakeCrm(world);
  for (const dealId of ['601', '604'])
    await tagPartner(crm, { portalId: 1, dealId, actor, partnerId: '88' }, now - 150 * day);
  crm.settle();
  return crm;
}

const valueOf = (
  card: { kpis: readonly { id: string; arm: string; value: number | null }[] },
  id: string,
  arm: string,
) => card.kpis.find((kpi) => kpi.id === id && kpi.arm === arm)?.value;

test("an account has its own deals and those whose primary company is a partner, not another customer's", async () => {
  const card = await readCompany(await taggedWorld(), { portalId: 1, companyId: '7' }, now);
  expect(card).toMatchObject({ kind: 'customer', counted: { deals: 2, complete: true }, currency: 'EUR' });
  expect(valueOf(card, 'deals.won', 'all')).toBe(2);
  expect(valueOf(card, 'deals.won', 'partner')).toBe(1);
  expect(card.kind === 'customer' && card.partners).toMatchObject([
    { id: '88', deals: 1, won: 1, creditedWonMinor: 100_00 },
  ]);
});

test('a tag that does not know its customer is found through the deal', async () => {
  const crm = await taggedWorld();
  for (const record of crm.records.values()) crm.records.set(record.id, { ...record, accountId: null });
  crm.addDeal({ id: '601', companies: ['7'], ...won, answer: 'tagged' });
  crm.settle();
  const card = await readCompany(crm, { portalId: 1, companyId: '7' }, now);
  expect(card.kind === 'customer' && card.partners).toHaveLength(1);
});

test('a partner has a scorecard over the deals it is tagged on', async () => {
  const card = await readCompany(await taggedWorld(), { portalId: 1, companyId: '88' }, now);
  expect(card).toMatchObject({
    kind: 'partner',
    partnerType: 'si',
    deals: { open: 0, won: 2, lost: 0 },
    accounts: 2,
  });
});

test('a company that does not exist is a problem, one without deals is not', async () => {
  const crm = await taggedWorld();
  await expect(readCompany(crm, { portalId: 1, companyId: '404' }, now)).rejects.toMatchObject({
    code: 'company_not_found',
  });
  crm.addCompany({ id: '9' });
  const card = await readCompany(crm, { portalId: 1, companyId: '9' }, now);
  expect(card).toMatchObject({ kind: 'customer', counted: { deals: 0 }, partners: [] });
  expect(card.kpis.filter(({ value, reason }) => (value === null) === (reason === null))).toEqual([]);
});

test('the portfolio counts every deal once, and says so', async () => {
  const portfolio = await readPortfolio(await taggedWorld(), { portalId: 1 }, { now, deadlineAt: null });
  expect(portfolio.coverage).toEqual({ dealsRead: 4, dealsTotal: 4, complete: true });
  expect(valueOf(portfolio, 'deals.won', 'all')).toBe(4);
  expect(portfolio.partners).toMatchObject([{ id: '88', deals: 2, won: 2, winRate: null }]);
});

test('a portfolio whose time ended says how much it covers', async () => {
  const portfolio = await readPortfolio(await taggedWorld(), { portalId: 1 }, { now, deadlineAt: 0 });
  expect(portfolio.coverage).toEqual({ dealsRead: 0, dealsTotal: 4, complete: false });
});
