import {
  Alert,
  EmptyState,
  ErrorState,
  Link,
  StatisticsItem,
  StepIndicator,
  Tab,
  TableRow,
  Tabs,
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
  const open = async (title: string) => {
    const { tabId } = renderer.find(Tab, { title }).props;
    renderer.find(Tabs).trigger('onSelectedChange' as never, tabId as never);
    await renderer.waitFor(() => renderer.find(Tabs, { selected: tabId as string }));
  };
  return { ...fake, ...renderer, texts, open };
}

describe('the card on a customer account', () => {
  it('asks once, for the company that is open', async () => {
    const card = await show(gives(account()));
    expect(card.asked).toEqual([{ uid: 'read_company', parameters: { portalId: 123, companyId: '123' } }]);
  });

  it('shows each partner in full and credited, and says which column adds up', async () => {
    const card = await show(gives(account()));
    const row = card.findAll(TableRow)[1];
    expect(row?.find(Link).text).toBe('Acme');
    expect(row?.childNodes.slice(1).map(({ text }) => text)).toEqual([
      'Co-sell',
      '3 Mar 2026',
      '3',
      '2',
      '€500k',
      '€50,000',
    ]);
    expect(card.texts()).toContain('do not add this column');
  });

  it('has every number in a tab of its own, with what stands behind it', async () => {
    const card = await show(gives(account()));
    expect(card.findAll(Tab).map(({ props }) => props.title)).toEqual([
      'Overview',
      'All KPIs',
      'Data quality',
    ]);
    await card.open('All KPIs');
    expect(card.texts()).toContain('78% (7 of 9) | n = 9 · small sample · 95 % interval: 45% to 94%');
  });

  it('says which functions partners cover and which are missing', async () => {
    const card = await show(gives(account()));
    expect(card.findAll(Tag).map(({ text }) => text)).toEqual(['Sell', 'Run or managed service']);
    const whole = await show(gives(account({ fullStack: { covered: ['sell'], missing: [] } })));
    expect(whole.texts()).toContain('Nothing: partners cover it all');
  });

  it('says so where no partner is tagged', async () => {
    const card = await show(gives(account({ partners: [] })));
    expect(card.find(EmptyState).props.title).toBe('No partner yet');
  });

  it('warns where not all deals could be read, and names what was kept out', async () => {
    const excluded = [{ reason: 'foreign currency without a home amount', n: 3 }];
    const card = await show(gives(account({ counted: { deals: 300, complete: false, excluded } })));
    expect(card.find(Alert).props.title).toBe('Not all deals are counted');
    await card.open('Data quality');
    expect(card.texts()).toContain('3: foreign currency without a home amount');
  });
});

describe('the card on a partner', () => {
  it('shows the deals by outcome and the accounts', async () => {
    const card = await show(gives(scorecard()));
    const numbers = card.findAll(StatisticsItem).map(({ props }) => `${props.label} ${props.number}`);
    expect(numbers.slice(0, 3)).toEqual(['Won of closed deals 7 of 9', 'Open deals 4', 'Accounts 5']);
  });

  it('shows the win rate with its interval, and what it won in full beside its credit', async () => {
    const money = { ...winRate, unit: 'money', arm: 'partner', n: 7, interval: null } as const;
    const kpis: Kpi[] = [
      { ...winRate, arm: 'partner' },
      { ...money, id: 'won.amount', value: 667_000_00 },
      { ...money, id: 'won.credited', value: 527_000_00 },
    ];
    const card = await show(gives(scorecard({ kpis })));
    const of = (label: string) => card.find(StatisticsItem, { label });
    expect(of('Win rate').props.number).toBe('78% (7 of 9)');
    expect(of('Win rate').find(Text).text).toContain('95 % interval: 45% to 94%');
    expect([of('Won, in full').props.number, of('Won, credited').props.number]).toEqual(['€667k', '€527k']);
    expect(card.texts()).toContain('“Credited” is this partner’s part of them.');
  });

  it('shows in which stages it is at work', async () => {
    const tags = { ...winRate, unit: 'count', arm: 'partner', interval: null } as const;
    const kpis: Kpi[] = [
      { ...tags, id: 'K42.renew', value: 6 },
      { ...tags, id: 'K42.entries', value: 84 },
      { ...tags, id: 'K42.exits', value: 1 },
    ];
    const card = await show(gives(scorecard({ kpis })));
    await card.open('Life cycle');
    expect(card.find(StatisticsItem, { label: 'Renew' }).props.number).toBe('6');
    expect(card.texts()).toContain('It came into 84 deals and left 1 deal.');
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
