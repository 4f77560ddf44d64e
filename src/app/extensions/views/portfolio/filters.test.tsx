import { Button, DateInput, MultiSelect, Select, Tabs } from '@hubspot/ui-extensions';
import type { Portfolio } from '#contract/read-portfolio';
import { gives } from '../fake-call.ts';
import { portfolio } from './fake-portfolio.ts';
import { showPortfolio } from './open-portfolio.tsx';

const offered: Portfolio['offered'] = {
  owners: [
    { id: '201', label: 'Mara Lindt' },
    { id: '202', label: '202' },
  ],
  regions: ['Austria', 'Germany'],
  industries: ['Retail'],
  sizeBands: ['1-49'],
  landmarks: [{ id: '901', label: 'Evaluation' }],
};

async function open(overrides: Partial<Portfolio> = { offered }) {
  const page = showPortfolio(() => gives(portfolio(overrides)));
  await page.waitFor(() => page.find(Tabs));
  const many = (name: string, values: string[]) =>
    page.find(MultiSelect, { name }).trigger('onChange', values as never);
  const asked = async (question: object) =>
    page.waitFor(() =>
      expect(page.askedFor('read_portfolio').at(-1)).toEqual({ portalId: 123, ...question }),
    );
  const chips = () => {
    const texts = page.findAll(Button).map(({ text }) => text?.trim());
    return texts.slice(0, texts.indexOf('Clear the filters'));
  };
  return { ...page, many, asked, chips };
}

describe('the filters of the portfolio', () => {
  it('ask for everything at first', async () => {
    const page = await open();
    expect(page.askedFor('read_portfolio')).toEqual([{ portalId: 123 }]);
    expect(page.maybeFind(Button, (node) => node.text === 'Clear the filters')).toBeNull();
  });

  it.each([
    ['owners', ['201'], 'Owner: Mara Lindt'],
    ['regions', ['Austria', 'Germany'], 'Region: Austria, Germany'],
    ['industries', ['Retail'], 'Industry: Retail'],
    ['sizeBands', ['1-49'], 'Employees: 1-49'],
    ['pipelines', ['renewal'], 'Pipeline: Renewals'],
    ['strata', ['region'], 'Like with like by: region of the account'],
  ])('take several %s, and say which', async (name, values, chip) => {
    const page = await open();
    page.many(name, values);
    await page.asked({ [name]: values });
    expect(page.chips()).toEqual([chip]);
  });

  it.each([
    ['tier', 'co_sell', 'Tier: Co-sell'],
    ['role', 'implementation', 'Role: Implementation'],
    ['stage', 'renew', 'Stage: Renew'],
    ['routeToMarket', 'resell', 'Route: Resell'],
    ['creditModel', 'last', 'Credit: all to the last partner in'],
  ])('take one %s, and say which', async (name, value, chip) => {
    const page = await open();
    page.choose(name, value);
    await page.asked({ [name]: value });
    expect(page.chips()).toEqual([chip]);
    page.choose(name, '');
    await page.asked({});
  });

  it.each([
    ['stage 901', { kind: 'stage', stageId: '901' }, 'Compared from: Evaluation'],
    ['day 30', { kind: 'day', day: 30 }, 'Compared from: Day 30 after creation'],
    ['none', { kind: 'none' }, 'Compared from: No comparison'],
  ])('compare from %s', async (value, landmark, chip) => {
    const page = await open();
    page.choose('landmark', value);
    await page.asked({ landmark });
    expect(page.chips()).toEqual([chip]);
    expect(page.find(Select, { name: 'landmark' }).props.value).toBe(value);
  });

  it('are dropped one by one, or all at once', async () => {
    const page = await open();
    page.many('regions', ['Austria']);
    page.choose('tier', 'assist');
    await page.asked({ regions: ['Austria'], tier: 'assist' });
    page.click('Region');
    await page.asked({ tier: 'assist' });
    page.many('industries', ['Retail']);
    await page.asked({ tier: 'assist', industries: ['Retail'] });
    page.click('Clear the filters');
    await page.asked({});
  });

  it('take a period by its name, and days of one’s own', async () => {
    const page = await open();
    expect(page.find(Select, { name: 'period' }).props.value).toBe('all');
    page.choose('period', 'lastQuarter');
    await page.asked({ from: '2026-04-01', to: '2026-06-30' });
    expect(page.chips()).toEqual(['From 1 Apr 2026', 'To 30 Jun 2026']);
    page.find(DateInput, { name: 'to' }).trigger('onChange', { year: 2026, month: 4, date: 31 } as never);
    await page.asked({ from: '2026-04-01', to: '2026-05-31' });
    const { value, options } = page.find(Select, { name: 'period' }).props;
    expect(options.find((option) => option.value === value)?.label).toBe('Days of your own');
    page.choose('period', 'all');
    await page.asked({});
  });

  it('offer owners only by their names, in the order of names', async () => {
    const owners = [...offered.owners, { id: '203', label: 'Ägid Zorn' }, { id: '204', label: 'Ben Weiss' }];
    const page = await open({ offered: { ...offered, owners } });
    expect(page.find(MultiSelect, { name: 'owners' }).props.options).toEqual([
      { value: '203', label: 'Ägid Zorn' },
      { value: '204', label: 'Ben Weiss' },
      { value: '201', label: 'Mara Lindt' },
    ]);
    const nameless = await open({ offered: { ...offered, owners: [{ id: '202', label: '202' }] } });
    expect(nameless.maybeFind(MultiSelect, { name: 'owners' })).toBeNull();
  });

  it('offer the routes that a partner can be', async () => {
    const page = await open();
    const options = page.find(Select, { name: 'routeToMarket' }).props.options.map(({ value }) => value);
    expect(options).toContain('marketplace');
    expect(options).not.toContain('direct');
  });
});
