import { Accordion, Heading, LoadingButton, Select, Text, TextArea } from '@hubspot/ui-extensions';
import { gives, refuses } from '../fake-call.ts';
import { changed, dealCard, involvement } from './fake-deal.ts';
import { openDeal } from './open-deal.tsx';

const tagged = (overrides = {}) => dealCard({ answer: 'tagged', involvements: [involvement(overrides)] });

describe('a partner on the deal', () => {
  it('is confirmed with one click', async () => {
    const card = await openDeal(
      { review_involvement: () => gives(changed({ involvement: involvement({ status: 'confirmed' }) })) },
      tagged(),
    );
    card.click('Confirm');
    await card.saved('The tag of Acme is confirmed.');
    expect(card.askedFor('review_involvement')[0]).toMatchObject({
      involvementId: '901',
      decision: 'confirm',
    });
    expect(card.find(Heading).text).toBe('1 partner');
  });

  it('is disputed with a reason, which stays when the server refuses', async () => {
    const replies = [refuses('crm_busy', 'Try again.'), gives(changed())];
    const card = await openDeal({ review_involvement: () => replies.shift() ?? gives(changed()) }, tagged());
    card.click('Dispute');
    card.find(TextArea).trigger('onChange', 'They left in May' as never);
    card.click('Save dispute');
    await card.saved('Not saved');
    expect(card.find(TextArea).props.value).toBe('They left in May');
    card.click('Save dispute');
    await card.saved('The tag of Acme is disputed.');
    expect(card.askedFor('review_involvement')[1]).toMatchObject({
      decision: 'dispute',
      reason: 'They left in May',
    });
    expect(card.maybeFind(TextArea)).toBeNull();
  });

  it('offers confirming and disputing only to those named in the settings', async () => {
    const stranger = await openDeal({}, { ...tagged(), confirmers: ['boss@example.com'] });
    expect(stranger.maybeFind(LoadingButton, (node) => node.text === 'Confirm')).toBeNull();
    const named = await openDeal({}, { ...tagged(), confirmers: ['FAKE_email@example.com'] });
    expect(named.maybeFind(LoadingButton, (node) => node.text === 'Confirm')).not.toBeNull();
  });

  it('sends only what an edit changed, and nothing where nothing changed', async () => {
    const card = await openDeal(
      { change_involvement: () => gives(changed({ involvement: involvement({ tier: 'assist' }) })) },
      tagged({ evidence: 'Mail of 2 March' }),
    );
    card.click('Edit');
    card.click('Save');
    await card.waitFor(() => expect(card.maybeFind(TextArea)).toBeNull());
    expect(card.askedFor('change_involvement')).toHaveLength(0);
    card.click('Edit');
    card.find(Select, { name: 'tier' }).trigger('onChange', 'assist' as never);
    card.find(TextArea).trigger('onChange', '' as never);
    card.click('Save');
    await card.saved('The tag of Acme is changed.');
    expect(card.askedFor('change_involvement')[0]?.change).toEqual({ tier: 'assist', evidence: null });
  });

  it('is marked as exited in two clicks, and comes back with one', async () => {
    const left = involvement({ exitedOn: '2026-09-30', exitReason: 'completed' });
    const card = await openDeal(
      {
        exit_involvement: ({ exitedOn }) => gives(changed({ involvement: exitedOn ? left : involvement() })),
      },
      tagged(),
    );
    card.click('Mark exited');
    card.click('Save exit');
    await card.saved('Acme is marked as exited.');
    expect(card.askedFor('exit_involvement')[0]).toMatchObject({
      exitedOn: '2026-09-30',
      reason: 'completed',
    });
    card.click('Undo');
    await card.saved('Acme is back on the deal.');
    expect(card.askedFor('exit_involvement')[1]).toMatchObject({ exitedOn: null });
  });

  it('is removed with one click and restored with one more', async () => {
    const cards = [tagged(), dealCard(), tagged()];
    const card = await openDeal({
      read_deal_card: () => gives(cards.shift() ?? tagged()),
      remove_involvement: () => gives(changed({ involvement: null, answer: 'unanswered' })),
      restore_involvement: () => gives(changed()),
    });
    card.click('Remove');
    await card.saved('The tag of Acme is removed.');
    expect(card.find(Heading).text).toBe('Not answered');
    card.click('Undo');
    await card.saved('The tag of Acme is back.');
    expect(card.askedFor('restore_involvement')[0]).toMatchObject({ involvementId: '901' });
    expect(card.find(Heading).text).toBe('1 partner · 1 to confirm');
  });

  it('shows who changed what in its history', async () => {
    const history = [{ at: '2026-03-03T10:00:00Z', by: 'Sam Seller', what: 'tagged as co_sell' }];
    const card = await openDeal({}, tagged({ history }));
    const entries = card.find(Accordion, { title: 'History of this tag (1)' }).findAll(Text);
    expect(entries.map(({ text }) => text)).toEqual(['3 Mar 2026, 05:00 · Sam Seller · tagged as co_sell']);
  });
});
