import { Alert, Button, Heading, LoadingButton, SearchInput } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { fakeCall, gives } from '../fake-call.ts';
import { DealCardView } from './deal-card-view.tsx';
import { dealCard } from './fake-deal.ts';

/** A seller at the open card: every press is counted. */
// The SDK types the argument of `trigger` as the callback itself (0.17.0), hence `as never`.
export async function openDeal(answers: Parameters<typeof fakeCall>[0], card = dealCard()) {
  const fake = fakeCall({ read_deal_card: () => gives(card), ...answers });
  const renderer = createRenderer('crm.record.sidebar');
  const { context, actions } = renderer.mocks;
  renderer.render(<DealCardView call={fake.call} context={context} actions={actions} />);
  await renderer.waitFor(() => renderer.find(Heading));
  let clicks = 0;
  const click = (label: string) => {
    clicks += 1;
    const button =
      renderer.maybeFind(Button, (node) => node.text === label) ??
      renderer.find(LoadingButton, (node) => node.text === label);
    button.trigger('onClick');
  };
  const search = (text: string) => renderer.find(SearchInput).trigger('onInput', text as never);
  const shows = (label: string) =>
    renderer.waitFor(() => renderer.find(Button, (node) => node.text === label));
  const saved = (sentence: string) => renderer.waitFor(() => renderer.find(Alert, { title: sentence }));
  return { ...fake, ...renderer, click, clicks: () => clicks, search, shows, saved };
}
