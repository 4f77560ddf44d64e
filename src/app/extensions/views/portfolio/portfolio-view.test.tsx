import {
  Accordion,
  Alert,
  BarChart,
  Button,
  DateInput,
  EmptyState,
  ErrorState,
  LoadingSpinner,
  MultiSelect,
  Table,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { Reply } from '#contract/envelope';
import type { Portfolio } from '#contract/read-portfolio';
import { fakeCall, gives, later, refuses } from '../fake-call.ts';
import { partner, portfolio } from './fake-portfolio.ts';
import { PortfolioView } from './portfolio-view.tsx';

function show(read: (input: { from?: string | undefined }) => Reply<Portfolio> | Promise<Reply<Portfolio>>) {
  const fake = fakeCall({ read_portfolio: read });
  const renderer = createRenderer('pages');
  renderer.render(<PortfolioView call={fake.call} context={renderer.mocks.context} />);
  const texts = () =>
    renderer
      .findAll(Text)
      .map(({ text }) => text)
      .join(' | ');
  const names = () =>
    renderer
      .find(Table, { paginated: true })
      .findAll(TableRow)
      .slice(1)
      .map((row) => row.childNodes[0]?.text);
  return { ...fake, ...renderer, texts, names };
}

async function ready(value: Portfolio) {
  const page = show(() => gives(value));
  await page.waitFor(() => expect(page.texts()).toContain('As of'));
  return page;
}

describe('the portfolio page', () => {
  it('says that it counts, then how far the tags can be trusted', async () => {
    const page = show(() => gives(portfolio()));
    expect(page.find(LoadingSpinner).props.label).toBe('Counting the portfolio');
    await page.waitFor(() => expect(page.texts()).toContain('As of 30 Sept 2026'));
    expect(page.texts()).toContain('85% say whether a partner was involved · 10% of the tags came late');
  });

  it('puts partner and no partner side by side, and says that this is not adjusted', async () => {
    const page = await ready(portfolio());
    const rows = page.find(Table).findAll(TableRow);
    expect(rows[0]?.childNodes.map(({ text }) => text)).toEqual(['Number', 'With a partner', 'No partner']);
    expect(rows[1]?.findAll(Text).map(({ text }) => text)).toEqual(['40%', 'n = 100', '30%', 'n = 100']);
    expect(page.texts()).toContain('Not adjusted: linked with, not caused.');
    expect(page.maybeFind(Alert)).toBeNull();
  });

  it('says how much it covers where it could not read everything', async () => {
    const page = await ready(
      portfolio({ coverage: { dealsRead: 4900, dealsTotal: 12000, complete: false } }),
    );
    expect(page.find(Alert).find(Text).text).toContain('4,900 of 12,000 deals');
  });

  it('applies a filter at once, and keeps the numbers in sight until the new ones come', async () => {
    const next = later<Reply<Portfolio>>();
    const page = show(({ from }) => (from ? next.promise : gives(portfolio())));
    await page.waitFor(() => page.find(Table));
    page.find(DateInput, { name: 'from' }).trigger('onChange', { year: 2026, month: 0, date: 1 } as never);
    await page.waitFor(() => page.find(LoadingSpinner));
    expect(page.find(LoadingSpinner).props.label).toBe('Counting');
    expect(page.names()).toEqual(['Acme']);
    next.settle(gives(portfolio({ partners: [partner({ name: 'Beta' })] })));
    await page.waitFor(() => expect(page.names()).toEqual(['Beta']));
    expect(page.askedFor('read_portfolio')[1]).toEqual({ portalId: 123, from: '2026-01-01', pipelines: [] });
  });

  it('shows the numbers of the last choice, also when an earlier answer comes later', async () => {
    const slow = later<Reply<Portfolio>>();
    const page = show(({ from }) =>
      from === '2026-01-01'
        ? slow.promise
        : gives(portfolio({ partners: [partner({ name: from ?? 'all' })] })),
    );
    await page.waitFor(() => expect(page.names()).toEqual(['all']));
    const choose = (year: number) =>
      page.find(DateInput, { name: 'from' }).trigger('onChange', { year, month: 0, date: 1 } as never);
    choose(2026);
    choose(2025);
    await page.waitFor(() => expect(page.names()).toEqual(['2025-01-01']));
    slow.settle(gives(portfolio({ partners: [partner({ name: 'late' })] })));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(page.names()).toEqual(['2025-01-01']);
  });

  it('keeps the filters when the numbers fail, and names the field at fault', async () => {
    const page = show(({ from }) =>
      from ? refuses('invalid_input', 'Too late.', 'to') : gives(portfolio()),
    );
    await page.waitFor(() => page.find(Table));
    page.find(DateInput, { name: 'from' }).trigger('onChange', { year: 2027, month: 0, date: 1 } as never);
    await page.waitFor(() => page.find(ErrorState));
    expect(page.find(DateInput, { name: 'to' }).props.validationMessage).toBe('Too late.');
    expect(page.find(MultiSelect).props.options).toHaveLength(2);
    page.find(Button, (node) => node.text === 'Clear the filters').trigger('onClick');
    await page.waitFor(() => page.find(Table));
  });

  it('says so where there is no deal', async () => {
    const none = portfolio({ coverage: { dealsRead: 0, dealsTotal: 0, complete: true }, partners: [] });
    const page = show(() => gives(none));
    await page.waitFor(() => expect(page.find(EmptyState).props.title).toBe('No deals yet'));
  });

  it('draws the tier mix, and has it as a table for those who cannot see it', async () => {
    const page = await ready(portfolio());
    expect(page.find(BarChart).props.data).toEqual([{ month: 'Sept 2026', tier: 'Co-sell', deals: 4 }]);
    const cells = page.find(Accordion).findAll(TableRow)[1]?.childNodes;
    expect(cells?.map(({ text }) => text)).toEqual(['Sept 2026', '0', '4', '0', '0']);
  });
});

describe('the partners of the portfolio', () => {
  const lucky = partner({
    id: '2',
    name: 'Lucky',
    won: 5,
    closed: 5,
    winRate: 1,
    winRateInterval: [0.57, 1],
  });
  const fresh = partner({ id: '3', name: 'Fresh', won: 2, closed: 2, winRate: null, winRateInterval: null });

  it('stand by what their win rate is at least, without a rate last', async () => {
    const page = await ready(portfolio({ partners: [fresh, lucky, partner({})] }));
    expect(page.names()).toEqual(['Acme', 'Lucky', 'Fresh']);
    const row = page.find(Table, { paginated: true }).findAll(TableRow)[3];
    expect(row?.childNodes.slice(2, 4).map(({ text }) => text)).toEqual(['2 of 2', '–']);
  });

  it('stand by any other column on request', async () => {
    const page = await ready(portfolio({ partners: [lucky, partner({}), fresh] }));
    page
      .find(TableHeader, (node) => node.text === 'Partner')
      .trigger('onSortChange' as never, 'ascending' as never);
    await page.waitFor(() => expect(page.names()).toEqual(['Acme', 'Fresh', 'Lucky']));
  });

  it('come twenty to a page', async () => {
    const many = Array.from({ length: 45 }, (_, n) => partner({ id: `${n}`, name: `Partner ${n}` }));
    const page = await ready(portfolio({ partners: many }));
    expect(page.names()).toHaveLength(20);
    page.find(Table, { paginated: true }).trigger('onPageChange' as never, 3 as never);
    await page.waitFor(() => expect(page.names()).toHaveLength(5));
  });
});
