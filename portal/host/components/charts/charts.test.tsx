/** @jest-environment jsdom */
import { act } from 'react';
import type { ChartProps } from '@hubspot/ui-extensions';
import { show } from '../test-page.ts';
import { BarChart } from './bar-chart.tsx';
import { LineChart } from './line-chart.tsx';
import { amountScale, fittingLabels, niceTicks } from './scale.ts';

const data = [
  { month: 'Jan', tier: 'assist', n: 10 },
  { month: 'Jan', tier: 'source', n: 5 },
  { month: 'Feb', tier: 'assist', n: -4 },
  { month: 'Feb', tier: 'source', n: 5 },
];
const axes: ChartProps['axes'] = {
  x: { field: 'month', fieldType: 'category', label: 'Month' },
  y: { field: 'n', fieldType: 'linear', label: 'Deals' },
  options: { groupFieldByColor: 'tier', colors: { source: 'darkBlue' } },
};
const stacked = { ...axes, options: { ...axes.options, stacking: true } };

const box = (rect: Element) => ({
  x: Number(rect.getAttribute('x')),
  y: Number(rect.getAttribute('y')),
  height: Number(rect.getAttribute('height')),
});
const barsOf = (series: string) => [...document.querySelectorAll(`[data-series="${series}"] rect`)].map(box);

describe('a bar chart', () => {
  it('has bars as long as their amounts, below the zero line for a negative one', () => {
    show(<BarChart data={data} axes={axes} />);
    const [ten, minusFour] = barsOf('assist');
    const [five] = barsOf('source');
    expect(ten?.height).toBeCloseTo(2 * (five?.height ?? 0));
    expect(minusFour?.y).toBeCloseTo((ten?.y ?? 0) + (ten?.height ?? 0));
    expect(five?.x).toBeGreaterThan(ten?.x ?? 0);
  });

  it('stacks on top of what stands there, gains and losses apart', () => {
    show(<BarChart data={data} axes={stacked} />);
    const [ten, minusFour] = barsOf('assist');
    const [onTop, alone] = barsOf('source');
    expect((onTop?.y ?? 0) + (onTop?.height ?? 0)).toBeCloseTo(ten?.y ?? 0);
    expect((alone?.y ?? 0) + (alone?.height ?? 0)).toBeCloseTo(minusFour?.y ?? 0);
    expect(onTop?.x).toBe(ten?.x);
  });

  it('gives a value its own colour and takes it from no other', () => {
    show(<BarChart data={data} axes={axes} options={{ colorList: ['darkBlue', 'pink'] }} />);
    const fill = (series: string) =>
      document.querySelector(`[data-series="${series}"]`)?.getAttribute('fill');
    expect(fill('source')).toBe('#1b4590');
    expect(fill('assist')).toBe('#d1427f');
  });

  it('is named, and says its numbers as a table', () => {
    const options = { propertyLabels: { tier: { assist: 'Assist', source: 'Source' } } };
    show(<BarChart data={{ data, options }} axes={axes} options={{ title: 'Mix', showLegend: true }} />);
    expect(document.querySelector('svg[role="img"] title')?.textContent).toBe('Bar chart: Mix');
    const cells = [...document.querySelectorAll('tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(cells).toEqual([
      ['Month', 'Assist', 'Source'],
      ['Jan', '10', '5'],
      ['Feb', '-4', '5'],
    ]);
    expect(document.querySelector('.ui-legend')?.textContent).toBe('AssistSource');
  });

  it('says that there is no data instead of drawing axes of nothing', () => {
    show(<BarChart data={[]} axes={axes} />);
    expect(document.querySelector('svg')).toBeNull();
    expect(document.body.textContent).toContain('No data');
  });
});

describe('a line chart', () => {
  it('puts days where their time says', () => {
    const days = [0, 10, 40].map((d) => ({ day: Date.UTC(2026, 0, 1 + d), n: d }));
    const x = { field: 'day', fieldType: 'datetime' as const };
    show(<LineChart data={days} axes={{ x, y: { field: 'n', fieldType: 'linear' } }} />);
    const xs = [...document.querySelectorAll('circle')].map((dot) =>
      Number(/translate\(([\d.]+)/.exec(dot.parentElement?.getAttribute('transform') ?? '')?.[1]),
    );
    const [a = 0, b = 0, c = 0] = xs;
    expect((c - a) / (b - a)).toBeCloseTo(4);
  });

  it('shows the numbers of the nearest place under the pointer', () => {
    show(<LineChart data={data} axes={axes} options={{ showTooltips: true }} />);
    const field = document.querySelector('.ui-hover-column');
    act(() => void field?.dispatchEvent(new MouseEvent('mousemove', { clientX: 560, bubbles: true })));
    expect(document.querySelector('.ui-chart-tip')?.textContent).toBe('Febassist: -4source: 5');
  });
});

describe('scales', () => {
  it('have marks that people say, and always zero', () => {
    expect(niceTicks(0, 97, 4)).toEqual([0, 50, 100]);
    expect(niceTicks(0, 0.31, 4)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
    expect(amountScale([40, 60], 100, 0).ticks[0]).toBe(0);
    expect(amountScale([], 100, 0).toPx(0)).toBe(100);
    expect(amountScale([0, 0], 100, 0).toPx(0)).toBe(100);
  });

  it('leave out labels that would lie on each other', () => {
    const many = Array.from({ length: 60 }, (_, n) => `Day ${n}`);
    expect(fittingLabels(many, 500).length).toBeLessThan(12);
    expect(fittingLabels(['a', 'b'], 500)).toEqual([0, 1]);
  });
});
