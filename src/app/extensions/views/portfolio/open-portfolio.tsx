import { Button, Select, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { useState, type ReactNode } from 'react';
import type { Reply } from '#contract/envelope';
import type { Portfolio, ReadPortfolioInput } from '#contract/read-portfolio';
import { fakeCall, gives } from '../fake-call.ts';
import { PortfolioView } from './portfolio-view.tsx';

type Read = (input: ReadPortfolioInput) => Reply<Portfolio> | Promise<Reply<Portfolio>>;

/** The page, and what takes people away from it. */
const Leavable = ({ children }: { children: ReactNode }) => {
  const [here, setHere] = useState(true);
  return (
    <>
      {here ? children : <Text>Another page</Text>}
      <Button onClick={() => setHere(false)}>Leave</Button>
    </>
  );
};

/** The portfolio page of a test, before the first answer. */
// The SDK types the argument of `trigger` as the callback itself (0.17.0), hence `as never`.
export function showPortfolio(read: Read, more: Parameters<typeof fakeCall>[0] = {}) {
  const fake = fakeCall({ read_portfolio: read, ...more });
  const renderer = createRenderer('pages');
  renderer.render(
    <Leavable>
      <PortfolioView call={fake.call} context={renderer.mocks.context} />
    </Leavable>,
  );
  const texts = () =>
    renderer
      .findAll(Text)
      .map(({ text }) => text)
      .join(' | ');
  const click = (label: string) =>
    renderer.find(Button, ({ text }) => text?.startsWith(label) ?? false).trigger('onClick');
  const choose = (name: string, value: string) =>
    renderer.find(Select, { name }).trigger('onChange', value as never);
  const says = (said: string) =>
    renderer.waitFor(() => renderer.find(Text, ({ text }) => text?.includes(said) ?? false));
  const leave = async () => {
    click('Leave');
    await says('Another page');
  };
  const open = async (title: string) => {
    const { tabId } = renderer.find(Tab, { title }).props;
    renderer.find(Tabs).trigger('onSelectedChange' as never, tabId as never);
    await renderer.waitFor(() => renderer.find(Tabs, { selected: tabId as string }));
  };
  return { ...fake, ...renderer, texts, click, choose, leave, says, open };
}

/** The page with its numbers, at one of its tabs. */
export async function openPortfolio(value: Portfolio, title = 'Overview') {
  const page = showPortfolio(() => gives(value));
  await page.waitFor(() => page.find(Tabs));
  if (title !== 'Overview') await page.open(title);
  return page;
}
