import { EmptyState, Link, Table, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import type { PartnerRow } from '#contract/read-portfolio';
import { partner, portfolio } from './fake-portfolio.ts';
import { openPortfolio } from './open-portfolio.tsx';

const lucky = partner({ id: '2', name: 'Lucky', won: 5, closed: 5, winRate: 1, winRateInterval: [0.57, 1] });
const fresh = partner({ id: '3', name: 'Fresh', won: 2, closed: 2, winRate: null, winRateInterval: null });

async function openPartners(partners: readonly PartnerRow[]) {
  const page = await openPortfolio(portfolio({ partners }), 'Partners');
  const rows = () => page.find(Table).findAll(TableRow).slice(1);
  const names = () => rows().map((row) => row.find(Link).text);
  const sort = (heading: string, direction: string) =>
    page
      .find(TableHeader, (node) => node.text === heading)
      .trigger('onSortChange' as never, direction as never);
  return { ...page, rows, names, sort };
}

describe('the partners of the portfolio', () => {
  it('have their win rate with its interval', async () => {
    const page = await openPartners([partner({})]);
    expect(
      page
        .rows()[0]
        ?.findAll(Text)
        .map(({ text }) => text),
    ).toEqual(['80%', '67% to 89%']);
  });

  it('stand by what their win rate is at least, without a rate last', async () => {
    const page = await openPartners([fresh, lucky, partner({})]);
    expect(page.names()).toEqual(['Acme', 'Lucky', 'Fresh']);
    expect(
      page
        .rows()[2]
        ?.childNodes.slice(2, 4)
        .map(({ text }) => text),
    ).toEqual(['2 of 2', '–']);
  });

  it('stand by any other column on request', async () => {
    const page = await openPartners([lucky, partner({}), fresh]);
    page.sort('Partner', 'ascending');
    await page.waitFor(() => expect(page.names()).toEqual(['Acme', 'Fresh', 'Lucky']));
  });

  it('have their credit under two models side by side, with the spread', async () => {
    const page = await openPartners([
      partner({ creditedWonMinor: 5000_00, creditedSecondMinor: 7000_00 }),
      partner({ id: '2', name: 'Beta', creditedWonMinor: 9000_00, creditedSecondMinor: 7000_00 }),
    ]);
    const headings = page.findAll(TableHeader).map(({ text }) => text);
    expect(headings.slice(4, 7)).toEqual(['Credit: equal split', 'Credit: weighted by tier', 'Spread']);
    expect(
      page
        .rows()[0]
        ?.childNodes.slice(4, 7)
        .map(({ text }) => text),
    ).toEqual(['€5,000', '€7,000', '+€2,000']);
    expect(page.texts()).toContain('Between the two models €2,000 change hands.');
    page.sort('Spread', 'ascending');
    await page.waitFor(() => expect(page.names()).toEqual(['Beta', 'Acme']));
  });

  it('say that rows overlap', async () => {
    const page = await openPartners([partner({})]);
    expect(page.texts()).toContain('A deal with several partners stands in several rows');
  });

  it('lead to their company', async () => {
    const page = await openPartners([partner({ id: '88' })]);
    expect(page.find(Link).props.href).toMatchObject({
      url: 'https://app.hubspot.com/contacts/123/record/0-2/88',
    });
  });

  it('come twenty to a page', async () => {
    const page = await openPartners(
      Array.from({ length: 45 }, (_, n) => partner({ id: `${n}`, name: `Partner ${n}` })),
    );
    expect(page.names()).toHaveLength(20);
    page.find(Table, { paginated: true }).trigger('onPageChange' as never, 3 as never);
    await page.waitFor(() => expect(page.names()).toHaveLength(5));
  });

  it('are asked for where there is none', async () => {
    const page = await openPortfolio(portfolio({ partners: [] }), 'Partners');
    expect(page.find(EmptyState).props.title).toBe('No partner in this selection');
  });
});
