import {
  Alert,
  Button,
  ErrorState,
  Heading,
  LoadingButton,
  LoadingSpinner,
  Text,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { Reply } from '#contract/envelope';
import type { ChangedInvolvement } from '#contract/involvement';
import type { DealCard } from '#contract/read-deal-card';
import { fakeCall, gives, later, refuses } from '../fake-call.ts';
import { DealCardView } from './deal-card-view.tsx';
import { changed, dealCard, involvement } from './fake-deal.ts';

const acme = { partnerId: '88', partnerName: 'Acme', tier: 'co_sell', why: 'already associated' } as const;

function show(answers: Parameters<typeof fakeCall>[0]) {
  const fake = fakeCall(answers);
  const renderer = createRenderer('crm.record.sidebar');
  const { context, actions } = renderer.mocks;
  renderer.render(<DealCardView call={fake.call} context={context} actions={actions} />);
  const texts = () =>
    [...renderer.findAll(Text), ...renderer.findAll(Heading)].map(({ text }) => text).join(' | ');
  const button = (label: string) => renderer.find(LoadingButton, (node) => node.text === label);
  return { ...fake, ...renderer, texts, button, actions };
}

const ready = async (shown: ReturnType<typeof show>) => {
  await shown.waitFor(() => shown.find(Heading));
  return shown;
};

describe('the deal card', () => {
  it('asks once, for the deal that is open, and says that it loads', async () => {
    const shown = show({ read_deal_card: () => gives(dealCard()) });
    expect(shown.find(LoadingSpinner).props.label).toBe('Loading partners');
    await ready(shown);
    expect(shown.asked).toEqual([{ uid: 'read_deal_card', parameters: { portalId: 123, dealId: '123' } }]);
  });

  it('says why it cannot be shown, and reads again on request', async () => {
    const answers: Reply<DealCard>[] = [refuses('crm_busy', 'HubSpot is busy.'), gives(dealCard())];
    const shown = show({ read_deal_card: () => answers.shift() ?? gives(dealCard()) });
    await shown.waitFor(() => shown.find(ErrorState));
    expect(shown.texts()).toContain('HubSpot is busy.');
    shown.find(Button, (node) => node.text === 'Try again').trigger('onClick');
    await ready(shown);
  });

  it('tags a suggested partner with one click, and takes it back with one more', async () => {
    const shown = await ready(
      show({
        read_deal_card: () => gives(dealCard({ suggestions: [acme] })),
        tag_partner: () => gives(changed()),
        remove_involvement: () => gives(changed({ involvement: null, answer: 'unanswered' })),
      }),
    );
    shown.button('Acme · Co-sell').trigger('onClick');
    await shown.waitFor(() => shown.button('Undo'));
    expect(shown.askedFor('tag_partner')).toMatchObject([
      { portalId: 123, dealId: '123', partnerId: '88', tier: 'co_sell', schema: { involvement: '2-1' } },
    ]);
    expect(shown.find(Alert).props.title).toBe('Acme is tagged as Co-sell.');
    expect(shown.actions.refreshObjectProperties.callCount).toBe(1);
    shown.button('Undo').trigger('onClick');
    await shown.waitFor(() => expect(shown.find(Alert).props.title).toBe('Undone.'));
    expect(shown.askedFor('remove_involvement')).toMatchObject([{ involvementId: '901' }]);
  });

  it('shows the tag at once, even while the reading behind it fails', async () => {
    const answers: Reply<DealCard>[] = [gives(dealCard({ suggestions: [acme] }))];
    const shown = await ready(
      show({
        read_deal_card: () => answers.shift() ?? refuses('crm_busy', 'HubSpot is busy.'),
        tag_partner: () => gives(changed()),
      }),
    );
    shown.button('Acme · Co-sell').trigger('onClick');
    await shown.waitFor(() => expect(shown.find(Heading).text).toBe('1 partner · 1 to confirm'));
    expect(shown.askedFor('read_deal_card')).toHaveLength(2);
    expect(shown.maybeFind(ErrorState)).toBeNull();
  });

  it('does not let a slow reading undo a later change', async () => {
    const slow = later<Reply<DealCard>>();
    const answers = [gives(dealCard({ suggestions: [acme] })), slow.promise, gives(dealCard())];
    const shown = await ready(
      show({
        read_deal_card: () => answers.shift() ?? gives(dealCard()),
        tag_partner: () => gives(changed()),
        remove_involvement: () => gives(changed({ involvement: null, answer: 'unanswered' })),
      }),
    );
    shown.button('Acme · Co-sell').trigger('onClick');
    await shown.waitFor(() => shown.button('Undo'));
    shown.button('Undo').trigger('onClick');
    await shown.waitFor(() => expect(shown.find(Heading).text).toBe('Not answered'));
    slow.settle(gives(dealCard({ answer: 'tagged', involvements: [involvement()] })));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(shown.find(Heading).text).toBe('Not answered');
  });

  it('shows progress, and starts no second change meanwhile', async () => {
    const saving = later<Reply<ChangedInvolvement>>();
    const beta = { ...acme, partnerId: '89', partnerName: 'Beta' };
    const shown = await ready(
      show({
        read_deal_card: () => gives(dealCard({ suggestions: [acme, beta] })),
        tag_partner: () => saving.promise,
      }),
    );
    const before = shown.button('Beta · Co-sell');
    shown.button('Acme · Co-sell').trigger('onClick');
    await shown.waitFor(() => expect(shown.button('Acme · Co-sell').props.loading).toBe(true));
    expect(shown.button('Beta · Co-sell').props.disabled).toBe(true);
    before.trigger('onClick');
    saving.settle(gives(changed()));
    await shown.waitFor(() => shown.button('Undo'));
    expect(shown.askedFor('tag_partner')).toHaveLength(1);
  });

  it('puts a refusal beside its cause, and offers a reload where the card may be out of date', async () => {
    const shown = await ready(
      show({
        read_deal_card: () => gives(dealCard({ suggestions: [acme] })),
        tag_partner: () => refuses('already_tagged', 'This partner is already tagged.'),
      }),
    );
    shown.button('Acme · Co-sell').trigger('onClick');
    await shown.waitFor(() => shown.find(Alert, { title: 'Not saved' }));
    expect(shown.find(Alert).find(Text).text).toBe('This partner is already tagged.');
    shown.find(Alert).find(Button).trigger('onClick');
    await shown.waitFor(() => expect(shown.askedFor('read_deal_card')).toHaveLength(2));
    expect(shown.maybeFind(Alert, { title: 'Not saved' })).toBeNull();
  });

  it('says quietly that the copy on the deal is behind', async () => {
    const shown = await ready(
      show({
        read_deal_card: () => gives(dealCard({ suggestions: [acme] })),
        tag_partner: () => gives(changed({ mirror: 'behind' })),
      }),
    );
    shown.button('Acme · Co-sell').trigger('onClick');
    await shown.waitFor(() =>
      expect(shown.texts()).toContain('the next change of a tag on this deal repairs it'),
    );
  });

  it('shows flags, credit that sums to 100 %, and the past only where there is something to show', async () => {
    const full = dealCard({
      involvements: [involvement({ imported: true })],
      flags: [{ code: 'no_evidence', sentence: 'No evidence is given.' }],
      credit: {
        model: 'equal',
        shares: ['Acme', 'Beta', 'Gamma'].map((partnerName, n) => ({
          partnerId: `${n}`,
          partnerName,
          share: 1 / 3,
        })),
      },
      history: [
        { partnerId: '88', partnerName: 'Acme', deals: 3, highestTier: 'source', lastTaggedOn: '2026-01-09' },
      ],
    });
    const shown = await ready(show({ read_deal_card: () => gives(full) }));
    expect(shown.find(Alert).props.title).toBe('Worth a look');
    expect(shown.texts()).toContain('Acme 34% · Beta 33% · Gamma 33%');
    expect(shown.texts()).toContain('Acme: 3 deals, up to Source, last tagged 9 Jan 2026');
    expect(shown.texts()).toContain('Tagged 3 Mar 2026, imported');
    const bare = await ready(show({ read_deal_card: () => gives(dealCard()) }));
    expect(bare.maybeFind(Alert)).toBeNull();
    expect(bare.texts()).not.toContain('Credit');
    expect(bare.texts()).toContain('Tagging does not change the owner, the amount or the splits.');
  });
});
