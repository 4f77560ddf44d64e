import { Accordion, BarChart, StatisticsItem, Table, TableRow, Text, Tile } from '@hubspot/ui-extensions';
import type { Portfolio } from '#contract/read-portfolio';
import { lifeCycleStages } from '#domain/vocabulary';
import { kpi, partner, portfolio } from '../fake-portfolio.ts';
import { openPortfolio } from '../open-portfolio.tsx';

type Covered = Portfolio['lifeCycle'][number]['stages'];

const count = (id: string, value: number) => kpi({ id, unit: 'count', value, n: value });
const none = Object.fromEntries(lifeCycleStages.map((stage) => [stage, 0])) as Covered;
const covering = (name: string, stages: Partial<Covered>, moves: Partial<Covered> = {}) => ({
  id: name,
  name,
  stages: { ...none, ...stages },
  entries: { ...none, ...moves },
  exits: { ...none, ...moves },
});

const kpis = [
  count('K42.identify', 3),
  count('K42.renew', 2),
  count('K42.entries', 885),
  count('K42.exits', 275),
  count('K41.promoted', 1),
  count('K41.demoted', 3),
  kpi({ id: 'K41.source', name: 'Source share of deals', value: 0.18 }),
];

const open = (overrides: Partial<Portfolio>) =>
  openPortfolio(portfolio({ kpis, ...overrides }), 'Life cycle');

describe('the life cycle of the portfolio', () => {
  it('shows which partner is at work in which stage, and the sum of all', async () => {
    const page = await open({ lifeCycle: [covering('Acme', { identify: 3, renew: 1 })] });
    const rows = page.find(Table).findAll(TableRow);
    const texts = rows.slice(1).map((row) => row.childNodes.map(({ text }) => text));
    expect(texts[0]).toEqual(['Acme', '3', '–', '–', '–', '–', '–', '1', '–']);
    expect(texts[1]?.slice(1)).toEqual(['3', '–', '–', '–', '–', '–', '2', '–']);
  });

  it('sums up at which stage partners came in and left', async () => {
    const lifeCycle = [covering('Acme', { engage: 3 }, { engage: 2 }), covering('Beta', {}, { engage: 1 })];
    const rows = (await open({ lifeCycle })).find(Table).findAll(TableRow);
    const texts = rows.slice(-2).map((row) => row.childNodes.map(({ text }) => text).slice(0, 3));
    expect(texts).toEqual([
      ['Came in', '–', '3'],
      ['Left', '–', '3'],
    ]);
  });

  it('counts who came and who left', async () => {
    const page = await open({});
    expect(page.findAll(StatisticsItem).map(({ props }) => `${props.label}: ${props.number}`)).toEqual(
      expect.arrayContaining(['Partners that came into a deal: 885', 'Partners that left a deal: 275']),
    );
  });

  it('says so where no tag names a stage', async () => {
    const page = await open({ lifeCycle: [] });
    expect(page.texts()).toContain('No partner tag names a life-cycle stage yet.');
  });

  it('comes ten partners to a page', async () => {
    const page = await open({
      lifeCycle: Array.from({ length: 12 }, (_, n) => covering(`P${n}`, { engage: 1 })),
    });
    const rows = () => page.find(Table, { paginated: true }).findAll(TableRow).length;
    expect(rows()).toBe(14);
    page.find(Table, { paginated: true }).trigger('onPageChange' as never, 2 as never);
    await page.waitFor(() => expect(rows()).toBe(6));
  });
});

describe('the maturity ladder of the portfolio', () => {
  it('shows each partner on its level, and the share of its deals', async () => {
    const level = (name: string, tier: 'source' | null) => partner({ id: name, name, level: tier });
    const page = await open({
      partners: [level('Acme', 'source'), level('Beta', 'source'), level('Gamma', null)],
    });
    const rung = page.find(Tile, (node) => node.maybeFind(StatisticsItem, { label: 'Source' }) !== null);
    expect(rung.find(StatisticsItem).props.number).toBe('2 partners');
    expect(rung.findAll(Text).map(({ text }) => text)).toEqual([
      'Brought the deal',
      'Acme, Beta',
      '18% of the confirmed deals',
    ]);
    expect(page.texts()).toContain('1 partner without a level.');
  });

  it('says how many rose and fell', async () => {
    const page = await open({});
    expect(page.texts()).toContain('In the last quarter 1 partner moved up and 3 partners moved down.');
  });

  it('names six partners of a level and counts the others', async () => {
    const many = Array.from({ length: 8 }, (_, n) => partner({ id: `${n}`, name: `P${n}`, level: 'assist' }));
    const page = await open({ partners: many });
    expect(page.texts()).toContain('P0, P1, P2, P3, P4, P5 and 2 more');
  });
});

it('draws the tier mix, and has it as a table for those who cannot see it', async () => {
  const page = await open({});
  expect(page.find(BarChart).props.data).toEqual([{ month: 'Sept 2026', tier: 'Co-sell', deals: 4 }]);
  const cells = page.find(Accordion, { title: 'Tier mix as a table' }).findAll(TableRow)[1]?.childNodes;
  expect(cells?.map(({ text }) => text)).toEqual(['Sept 2026', '0', '4', '0', '0']);
});
