import {
  Alert,
  EmptyState,
  ErrorState,
  StatisticsItem,
  StepIndicator,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { Reply } from '#contract/envelope';
import type { CompanyCard, CustomerAccount, PartnerScorecard } from '#contract/read-company';
import type { Kpi } from '#domain/kpis/kpi';
import { fakeCall, gives, refuses } from '../fake-call.ts';
import { CompanyCardView } from './company-card-view.tsx';

const winRate: Kpi = {
  id: 'K24',
  name: 'Win rate',
  unit: 'share',
  arm: 'all',
  value: 7 / 9,
  n: 9,
  interval: [0.45, 0.94],
  reason: null,
};

const head = {
  asOf: '2026-09-30T12:00:00Z',
  company: { id: '123', name: 'Contoso' },
  currency: 'EUR',
  kpis: [winRate],
  counted: { deals: 12, complete: true, excluded: [] },
};

const account = (overrides: Partial<CustomerAccount> = {}): CustomerAccount => ({
  ...head,
  kind: 'customer',
  partners: [
    {
      id: '88',
      name: 'Acme',
      highestTier: 'co_sell',
      firstEnteredOn: '2026-03-03',
      deals: 3,
      won: 2,
      uniqueWonMinor: 500_000_00,
      creditedWonMinor: 50_000_00,
    },
  ],
  fullStack: { covered: ['sell'], missing: ['run'] },
  ...overrides,
});

const scorecard = (overrides: Partial<PartnerScorecard> = {}): PartnerScorecard => ({
  ...head,
  kind: 'partner',
  partnerType: 'si',
  deals: { open: 4, won: 7, lost: 2 },
  ladder: { level: 'co_sell', deals: { assist: 1, co_sell: 3, source: 0, joint_solution: 0 }, needed: 2 },
  accounts: 5,
  ...overrides,
});

async function show(reply: Reply<CompanyCard>) {
  const fake = fakeCall({ read_company: () => reply });
  const renderer = createRenderer('crm.record.tab');
  renderer.render(<CompanyCardView call={fake.call} context={renderer.mocks.context} />);
  await renderer.waitFor(() => renderer.findAll(Text)[0]!.text);
  const texts = () =>
    renderer
      .findAll(Text)
      .map(({ text }) => text)
      .join(' | ');
  return { ...fake, ...renderer, texts };
}

describe('the card on a customer account', () => {
  it('asks once, for the company that is open', async () => {
    const card = await show(gives(account()));
    expect(card.asked).toEqual([{ uid: 'read_company', parameters: { portalId: 123, companyId: '123' } }]);
  });

  it('shows each partner in full and credited, and says which column adds up', async () => {
    const card = await show(gives(account()));
    const cells = card.findAll(TableRow)[1]?.childNodes.map((cell) => cell.text);
    expect(cells).toEqual(['Acme', 'Co-sell', '3 Mar 2026', '3', '2', '€500k', '€50,000']);
    expect(card.texts()).toContain('do not add this column');
  });

  it('shows a number with what stands behind it', async () => {
    const card = await show(gives(account()));
    expect(card.texts()).toContain('78% (7 of 9) | n = 9 · small sample · 95 % interval: 45% to 94%');
  });

  it('says which functions partners cover and which are missing', async () => {
    const card = await show(gives(account()));
    expect(card.findAll(Tag).map(({ text }) => text)).toEqual(['Sell', 'Run or managed service']);
  });

  it('says so where no partner is tagged', async () => {
    const card = await show(gives(account({ partners: [] })));
    expect(card.find(EmptyState).props.title).toBe('No partner yet');
  });

  it('warns where not all deals could be read, and names what was kept out', async () => {
    const excluded = [{ reason: 'foreign currency without a home amount', n: 3 }];
    const card = await show(gives(account({ counted: { deals: 300, complete: false, excluded } })));
    expect(card.find(Alert).props.title).toBe('Not all deals are counted');
    expect(card.texts()).toContain('3 foreign currency without a home amount');
  });
});

describe('the card on a partner', () => {
  it('shows the deals by outcome and the accounts', async () => {
    const card = await show(gives(scorecard()));
    const numbers = card.findAll(StatisticsItem).map(({ props }) => `${props.label} ${props.number}`);
    expect(numbers.slice(0, 3)).toEqual(['Won of closed deals 7 of 9', 'Open deals 4', 'Accounts 5']);
  });

  it('shows the rung of the ladder and what a rung takes', async () => {
    const card = await show(gives(scorecard()));
    expect(card.find(StepIndicator).props.currentStep).toBe(1);
    expect(card.texts()).toContain('A level takes 2 confirmed deals of that tier');
  });

  it('shows no rung where there is none', async () => {
    const ladder = { level: null, deals: { assist: 1, co_sell: 0, source: 0, joint_solution: 0 }, needed: 2 };
    const card = await show(gives(scorecard({ ladder })));
    expect(card.maybeFind(StepIndicator)).toBeNull();
    expect(card.texts()).toContain('No level yet');
  });

  it('says why it cannot be shown', async () => {
    const card = await show(refuses('crm_forbidden', 'The app is missing a permission.'));
    expect(card.find(ErrorState).props.type).toBe('lock');
  });
});
