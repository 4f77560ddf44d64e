import { Button, DescriptionListItem, Panel, Select, TableRow, Text } from '@hubspot/ui-extensions';
import type { ValueMapCell } from '#domain/kpis/value-map';
import { kpi, portfolio } from '../fake-portfolio.ts';
import { openPortfolio } from '../open-portfolio.tsx';

const cell = (overrides: Partial<ValueMapCell>): ValueMapCell => ({
  dimension: 'D6',
  stage: 'decide',
  tier: null,
  tags: 404,
  kpis: [
    kpi({ name: 'Win rate', value: 0.52, interval: [0.48, 0.56] }),
    kpi({ id: 'K24.amount', name: 'Win rate by amount', value: 0.48 }),
  ],
  ...overrides,
});

async function open(...cells: ValueMapCell[]) {
  const page = await openPortfolio(portfolio({ valueMap: cells }), 'Value map');
  const row = (title: string) =>
    page.find(TableRow, (node) => node.findAll(Text).some(({ text }) => text === title));
  const leads = () => page.findAll(TableRow).flatMap((one) => one.findAll(Button).map(({ text }) => text));
  return { ...page, row, leads };
}

describe('the value map', () => {
  it('has a row for each of the eight dimensions and a column for each stage of the life cycle', async () => {
    const page = await open();
    const rows = page.findAll(TableRow);
    expect(rows).toHaveLength(9);
    expect(rows.every((row) => row.childNodes.length === 9)).toBe(true);
    expect(rows[0]?.childNodes.map(({ text }) => text).slice(0, 5)).toEqual([
      'Value',
      'Identify',
      'Engage',
      'Evaluate',
      'Decide',
    ]);
  });

  it('shows the lead number of a cell at its place', async () => {
    const page = await open(cell({}));
    const at = page.row('Higher win rates').childNodes[4] as ReturnType<typeof page.row>;
    expect(at.find(Button).text).toBe('52%');
    expect(at.findAll(Text).at(-1)?.text).toBe('Win rate');
  });

  it('has the others and what stands behind them beside the page', async () => {
    const page = await open(cell({}));
    const panel = page.find(Panel);
    expect(panel.props.title).toBe('Higher win rates · Decide');
    expect(panel.find(Text).text).toBe('Rests on 404 partner tags that touch this stage.');
    expect(panel.findAll(DescriptionListItem).map(({ props }) => props.label)).toEqual([
      'Win rate',
      'Win rate by amount',
    ]);
    expect(panel.findAll(Text).map(({ text }) => text)).toContain('n = 100 · 95 % interval: 48% to 56%');
  });

  it('is quiet where no tag touches the stage, or no number is known', async () => {
    const unknown = kpi({ value: null, n: 0, reason: 'not_recorded' });
    const page = await open(cell({ tags: 0 }), cell({ dimension: 'D8', kpis: [unknown] }));
    expect(page.leads()).toEqual([]);
  });

  it('leads with the first number that is known', async () => {
    const unknown = kpi({ id: 'K13', name: 'No-decision share', value: null, n: 0, reason: 'not_recorded' });
    const page = await open(cell({ kpis: [unknown, kpi({ value: 0.4 })] }));
    expect(page.leads()).toEqual(['40%']);
  });

  it('shows one tier on request', async () => {
    const page = await open(cell({}), cell({ tier: 'source', tags: 1, kpis: [kpi({ value: 0.7 })] }));
    page.find(Select, { name: 'mapTier' }).trigger('onChange', 'source' as never);
    await page.waitFor(() => expect(page.leads()).toEqual(['70%']));
    expect(page.find(Panel).find(Text).text).toBe(
      'Rests on 1 partner tag that touches this stage as Source.',
    );
  });
});
