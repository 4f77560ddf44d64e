import { TableCell, TableHeader, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { Kpi } from '#domain/kpis/kpi';
import { formatOf } from '../format.ts';
import { AllKpis } from './all-kpis.tsx';

const kpi = (arm: Kpi['arm'], overrides: Partial<Kpi> = {}): Kpi => ({
  id: 'K11',
  name: 'Days in stage',
  unit: 'days',
  arm,
  value: 12,
  n: 40,
  interval: null,
  reason: null,
  ...overrides,
});

function show(...kpis: Kpi[]) {
  const renderer = createRenderer('pages');
  renderer.render(<AllKpis kpis={kpis} format={formatOf({})} currency="EUR" />);
  return {
    headers: renderer.findAll(TableHeader).map(({ text }) => text),
    cells: renderer.findAll(TableCell),
    texts: renderer.findAll(Text).map(({ text }) => text),
  };
}

const missing = { value: null, n: 0, reason: 'not_recorded' } as const;

describe('numbers side by side', () => {
  it('have a column for each side that there is', () => {
    expect(show(kpi('none'), kpi('partner')).headers).toEqual(['Number', 'With a partner', 'No partner']);
  });

  it('have no column for deals without an answer where there is none', () => {
    const unanswered = kpi('unanswered', { value: null, n: 0, reason: 'no_denominator' });
    expect(show(kpi('none'), kpi('partner'), unanswered).headers).toHaveLength(3);
  });

  it('say once why no side has a number', () => {
    const { cells, texts } = show(kpi('partner', missing), kpi('none', missing));
    expect(cells).toHaveLength(0);
    expect(texts).toContain('– Days in stage: The CRM records do not hold what this number needs.');
  });

  it('say at the side why one has none', () => {
    expect(show(kpi('partner'), kpi('none', missing)).cells).toHaveLength(3);
  });
});
