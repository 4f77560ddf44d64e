import { Accordion, TableRow, Text } from '@hubspot/ui-extensions';
import { kpi, portfolio } from '../portfolio/fake-portfolio.ts';
import { openPortfolio } from '../portfolio/open-portfolio.tsx';

describe('data quality', () => {
  it('says of each number what would make it better', async () => {
    const page = await openPortfolio(portfolio(), 'Data quality');
    const [, first] = page.findAll(TableRow);
    expect(first?.childNodes[0]?.text).toBe('Answered share');
    expect(first?.find(Text).text).toBe('85%');
    expect(first?.childNodes[2]?.text).toContain('Ask sellers to answer on the deal card');
  });

  it('lists what is kept out, and says where nothing is', async () => {
    const excluded = [
      { reason: 'no customer company', n: 1200 },
      { reason: 'closed before it was created', n: 0 },
    ];
    const page = await openPortfolio(portfolio({ excluded }), 'Data quality');
    expect(page.texts()).toContain('1,200: no customer company');
    expect(page.texts()).not.toContain('closed before it was created');
    const clean = await openPortfolio(portfolio(), 'Data quality');
    expect(clean.texts()).toContain('Nothing is kept out.');
  });
});

describe('all KPIs', () => {
  it('fold by dimension, each with how it is counted and why one is missing', async () => {
    const kpis = [
      kpi({ id: 'won.amount', name: 'Won revenue', unit: 'money', value: 100_00 }),
      kpi({ id: 'K03', name: 'Attach rate', value: 0.4 }),
      kpi({ id: 'K07', name: 'Pipeline coverage', unit: 'ratio', value: null, n: 0, reason: 'no_target' }),
    ];
    const page = await openPortfolio(portfolio({ kpis }), 'All KPIs');
    const groups = page.findAll(Accordion).filter(({ props }) => props.title !== 'More filters');
    expect(groups.map(({ props }) => `${props.title} ${props.defaultOpen}`)).toEqual([
      'At a glance true',
      'More pipeline false',
    ]);
    expect(groups[1]?.findAll(TableRow)[1]?.childNodes[2]?.text).toBe(
      'deals with partners / deals with an answer',
    );
    expect(groups[1]?.findAll(Text).at(-1)?.text).toContain('Pipeline coverage: No target is set.');
  });
});
