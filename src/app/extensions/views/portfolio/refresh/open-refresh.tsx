import { Alert, Button, Tabs } from '@hubspot/ui-extensions';
import type { Reply } from '#contract/envelope';
import type { Freshness, Portfolio } from '#contract/read-portfolio';
import type { RefreshProgress } from '#contract/refresh-portfolio';
import { gives } from '../../fake-call.ts';
import { portfolio } from '../fake-portfolio.ts';
import { showPortfolio } from '../open-portfolio.tsx';

/** The account of the tests is in New York. */
export const stored = (
  overrides: Partial<Extract<Freshness, { kind: 'stored' }>> = {},
): Partial<Portfolio> => ({
  freshness: {
    kind: 'stored',
    readFrom: '2026-09-30T11:00:00Z',
    changesPending: 1200,
    sweptAt: '2026-09-27T02:00:00Z',
    damaged: 0,
    ...overrides,
  },
});

export const done: Reply<RefreshProgress> = gives({
  state: 'done',
  readFrom: '2026-09-30T12:00:00Z',
  recordsRead: 1200,
  segmentsWritten: 3,
  rebuilt: 0,
});

type Step = Reply<RefreshProgress> | Promise<Reply<RefreshProgress>>;

/** The page over a function that answers each step in turn. */
export async function openRefresh(steps: Step[], shown: Partial<Portfolio> = stored()) {
  const page = showPortfolio(() => gives(portfolio(shown)), {
    refresh_portfolio: () => steps.shift() ?? done,
  });
  await page.waitFor(() => page.find(Tabs));
  const wants = () => page.askedFor('refresh_portfolio').map(({ want }) => want);
  const ends = (title: string) =>
    page.waitFor(() => page.find(Alert, ({ props }) => String(props.title).startsWith(title)));
  const button = (label: string) => page.maybeFind(Button, (node) => node.text === label);
  return { ...page, wants, ends, button };
}
