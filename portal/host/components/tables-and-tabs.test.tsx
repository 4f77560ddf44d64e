/** @jest-environment jsdom */
import { act } from 'react';
import { visiblePages } from './pagination.tsx';
import { show, wired } from './test-page.ts';

const { Accordion, LoadingButton, PageLink, ProgressBar, Tab, Table, TableBody, TableCell } = wired;
const { TableHead, TableHeader, TableRow, Tabs } = wired;

const buttons = () => [...document.querySelectorAll('button')];
const named = (name: string) => buttons().find((one) => (one.ariaLabel ?? one.textContent) === name);
const byLabel = (label: string) => document.querySelector<HTMLButtonElement>(`[aria-label="${label}"]`);

describe('a table', () => {
  const table = (page: number, told: unknown[] = []) => (
    <Table paginated pageCount={9} page={page} onPageChange={(to: number) => told.push(to)}>
      <TableHead>
        <TableRow>
          <TableHeader sortDirection="ascending" onSortChange={(to: string) => told.push(to)}>
            Partner
          </TableHeader>
          <TableHeader sortDirection="none" onSortChange={(to: string) => told.push(to)}>
            Deals
          </TableHeader>
          <TableHeader>Plain</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        <TableRow>
          <TableCell colSpan={3}>Northwind</TableCell>
        </TableRow>
      </TableBody>
    </Table>
  );

  it('says how it is sorted and asks for the other direction', () => {
    const told: unknown[] = [];
    show(table(1, told));
    const sorts = [...document.querySelectorAll('th')].map((th) => th.getAttribute('aria-sort'));
    expect(sorts).toEqual(['ascending', 'none', null]);
    for (const sort of document.querySelectorAll<HTMLElement>('th button')) act(() => sort.click());
    expect(told).toEqual(['descending', 'ascending']);
  });

  it('pages within its bounds and follows the page it is given', () => {
    const told: unknown[] = [];
    const render = show(table(1, told));
    expect(byLabel('Prev page')?.disabled).toBe(true);
    act(() => byLabel('Next page')?.click());
    expect(told).toEqual([2]);
    render(table(9, told));
    expect(document.querySelector('[aria-current="page"]')?.textContent).toBe('9');
    expect(byLabel('Next page')?.disabled).toBe(true);
  });

  it('shows the pages around the current one', () => {
    expect(visiblePages(1, 9, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(visiblePages(5, 9, 5)).toEqual([3, 4, 5, 6, 7]);
    expect(visiblePages(9, 9, 5)).toEqual([5, 6, 7, 8, 9]);
    expect(visiblePages(1, 2, 5)).toEqual([1, 2]);
    expect(visiblePages(1, 0, 5)).toEqual([]);
  });
});

describe('tabs', () => {
  const tabs = (first = true) => (
    <Tabs defaultSelected="b">
      {first ? (
        <Tab key="a" tabId="a" title="First">
          One
        </Tab>
      ) : null}
      <Tab key="b" tabId="b" title="Second">
        Two
      </Tab>
      <Tab key="c" tabId="c" title="Third" disabled>
        Three
      </Tab>
    </Tabs>
  );
  const selected = () => document.querySelector('[aria-selected="true"]')?.textContent;
  const shown = () => document.querySelector('[role="tabpanel"]:not([hidden])')?.textContent;

  it('move with the arrow keys, past what is disabled', () => {
    show(tabs());
    expect([selected(), shown()]).toEqual(['Second', 'Two']);
    act(() => named('Second')?.focus());
    act(
      () =>
        void document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }),
        ),
    );
    expect([selected(), shown()]).toEqual(['First', 'One']);
    expect(document.activeElement).toBe(named('First'));
  });

  it('stand in the order of their panels, also one that comes late', () => {
    const render = show(tabs(false));
    render(tabs(true));
    expect(buttons().map((one) => one.textContent)).toEqual(['First', 'Second', 'Third']);
  });
});

it('an accordion without `open` opens on the press, with it the extension decides', () => {
  const render = show(<Accordion title="More">Text</Accordion>);
  act(() => named('More')?.click());
  expect(named('More')?.getAttribute('aria-expanded')).toBe('true');
  render(
    <Accordion title="More" open={false}>
      Text
    </Accordion>,
  );
  act(() => named('More')?.click());
  expect(named('More')?.getAttribute('aria-expanded')).toBe('false');
});

it('a loading button keeps the focus, says that it is busy, and does nothing', () => {
  let presses = 0;
  show(
    <LoadingButton loading onClick={() => (presses += 1)}>
      Save
    </LoadingButton>,
  );
  const [button] = buttons();
  act(() => {
    button?.focus();
    button?.click();
  });
  expect([presses, button?.getAttribute('aria-busy'), document.activeElement === button]).toEqual([
    0,
    'true',
    true,
  ]);
});

it('a progress bar tells its value in words', () => {
  show(<ProgressBar title="Refresh" value={300} maxValue={250} valueDescription="All" showPercentage />);
  const bar = document.querySelector('[role="progressbar"]');
  expect([bar?.getAttribute('aria-valuenow'), bar?.getAttribute('aria-valuetext')]).toEqual(['250', 'All']);
  expect(document.body.textContent).toContain('100%');
});

it('a page link carries its parameters in its address', () => {
  show(
    <PageLink to="/partner/:id" params={{ id: 'a b', tab: 'deals' }}>
      Open
    </PageLink>,
  );
  expect(document.querySelector('a')?.getAttribute('href')).toBe('/partner/a%20b?tab=deals');
});
