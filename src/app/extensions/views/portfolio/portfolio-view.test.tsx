import {
  Alert,
  Button,
  DateInput,
  EmptyState,
  ErrorState,
  LoadingSpinner,
  MultiSelect,
  StatisticsItem,
  Tab,
  Table,
  TableRow,
  Tabs,
  Text,
} from '@hubspot/ui-extensions';
import type { Reply } from '#contract/envelope';
import type { Portfolio } from '#contract/read-portfolio';
import { gives, later, refuses } from '../fake-call.ts';
import { kpi, portfolio } from './fake-portfolio.ts';
import { openPortfolio, showPortfolio } from './open-portfolio.tsx';

const firstOfJanuary = (year: number) => ({ year, month: 0, date: 1 }) as never;
const dealsOf = (dealsRead: number) =>
  portfolio({ coverage: { dealsRead, dealsTotal: dealsRead, complete: true } });

describe('the portfolio page', () => {
  it('says that it counts, then from when the numbers are and how far the tags can be trusted', async () => {
    const page = showPortfolio(() => gives(portfolio()));
    expect(page.find(LoadingSpinner).props.label).toBe('Counting the portfolio');
    await page.says('Numbers as of 30 Sept 2026');
    expect(page.texts()).toContain(
      '120 deals · 85% say whether a partner was involved · 10% of the tags came late',
    );
    expect(page.maybeFind(Alert)).toBeNull();
  });

  it('puts partner and no partner side by side, and says that this is not adjusted', async () => {
    const page = await openPortfolio(portfolio());
    const rows = page.find(Table).findAll(TableRow);
    expect(rows[0]?.childNodes.map(({ text }) => text)).toEqual(['Number', 'With a partner', 'No partner']);
    expect(rows[1]?.findAll(Text).map(({ text }) => text)).toEqual([
      'Win rate',
      '40%',
      'n = 100',
      '30%',
      'n = 100',
    ]);
    expect(page.texts()).toContain('what is linked with partners, not what partners cause');
  });

  it('leads with what partners brought in', async () => {
    const page = await openPortfolio(
      portfolio({ kpis: [kpi({ id: 'won.attached', unit: 'money', value: 640_000_00, n: 322 })] }),
    );
    expect(page.find(StatisticsItem).props).toMatchObject({ label: 'Won with partners', number: '€640k' });
  });

  it('ends with what the program returns, or why that is not known', async () => {
    const kpis = [
      kpi({ id: 'K39', unit: 'count', value: 22, n: 22 }),
      kpi({ id: 'K43.70', unit: 'ratio', value: 4.716, n: 162 }),
      kpi({ id: 'K44', unit: 'money', value: null, n: 0, reason: 'no_cost' }),
    ];
    const page = await openPortfolio(portfolio({ kpis }));
    expect(page.findAll(StatisticsItem).map(({ props }) => props.number)).toEqual(['22', '4.72×', '–']);
    expect(page.texts()).toContain('No cost or margin is set.');
  });

  it('has six tabs, and draws the one that is open', async () => {
    const page = await openPortfolio(portfolio());
    const filled = () =>
      page.findAll(Tab).flatMap(({ props, childNodes }) => (childNodes.length > 0 ? [props.title] : []));
    expect(page.findAll(Tab).map(({ props }) => props.title)).toEqual([
      'Overview',
      'Partners',
      'Value map',
      'Life cycle',
      'All KPIs',
      'Data quality',
    ]);
    expect(filled()).toEqual(['Overview']);
    await page.open('Data quality');
    expect(filled()).toEqual(['Data quality']);
  });

  it('says so where there is no deal', async () => {
    const page = showPortfolio(() => gives(dealsOf(0)));
    await page.waitFor(() => expect(page.find(EmptyState).props.title).toBe('No deals yet'));
  });

  it('says so where no deal is in the selection, and keeps the filters', async () => {
    const none = portfolio({ kpis: [kpi({ id: 'deals', unit: 'count', value: 0, n: 0 })] });
    const page = showPortfolio(({ from }) => gives(from ? none : portfolio()));
    await page.waitFor(() => page.find(Tabs));
    page.find(DateInput, { name: 'from' }).trigger('onChange', firstOfJanuary(2027));
    await page.waitFor(() => expect(page.find(EmptyState).props.title).toBe('No deals in this selection'));
    page.click('Clear the filters');
    await page.waitFor(() => page.find(Tabs));
  });
});

describe('while it counts', () => {
  it('keeps the numbers in sight until the new ones come', async () => {
    const next = later<Reply<Portfolio>>();
    const page = showPortfolio(({ from }) => (from ? next.promise : gives(dealsOf(120))));
    await page.waitFor(() => page.find(Table));
    page.find(DateInput, { name: 'from' }).trigger('onChange', firstOfJanuary(2026));
    await page.waitFor(() => expect(page.find(LoadingSpinner).props.label).toBe('Counting'));
    expect(page.texts()).toContain('120 deals');
    next.settle(gives(dealsOf(80)));
    await page.says('80 deals');
    expect(page.askedFor('read_portfolio')[1]).toEqual({ portalId: 123, from: '2026-01-01' });
    expect(page.maybeFind(LoadingSpinner)).toBeNull();
  });

  it('shows the numbers of the last choice, also when an earlier answer comes later', async () => {
    const slow = later<Reply<Portfolio>>();
    const page = showPortfolio(({ from }) =>
      from === '2026-01-01' ? slow.promise : gives(dealsOf(from ? 25 : 120)),
    );
    await page.says('120 deals');
    const choose = (year: number) =>
      page.find(DateInput, { name: 'from' }).trigger('onChange', firstOfJanuary(year));
    choose(2026);
    choose(2025);
    await page.says('25 deals');
    slow.settle(gives(dealsOf(99)));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(page.texts()).toContain('25 deals');
  });

  it('keeps the filters when the numbers fail, and names the field at fault', async () => {
    const page = showPortfolio(({ from }) =>
      from ? refuses('invalid_input', 'Too late.', 'to') : gives(portfolio()),
    );
    await page.waitFor(() => page.find(Table));
    page.find(DateInput, { name: 'from' }).trigger('onChange', firstOfJanuary(2027));
    await page.waitFor(() => page.find(ErrorState));
    expect(page.find(DateInput, { name: 'to' }).props.validationMessage).toBe('Too late.');
    expect(page.find(MultiSelect).props.options).toHaveLength(2);
    page.find(Button, (node) => node.text === 'Clear the filters').trigger('onClick');
    await page.waitFor(() => page.find(Table));
  });
});
