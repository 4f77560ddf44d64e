import { Button, Checkbox, DateInput, Select, TextArea } from '@hubspot/ui-extensions';
import type { Reply } from '#contract/envelope';
import type { FoundPartner, FoundPartners } from '#contract/find-partner';
import { gives, later, refuses } from '../fake-call.ts';
import { changed, dealCard, involvement } from './fake-deal.ts';
import { openDeal } from './open-deal.tsx';

const acme: FoundPartner = {
  id: '88',
  name: 'Acme',
  partnerType: 'si',
  domain: 'acme.example',
  defaultTier: 'co_sell',
  defaultRoles: ['implementation'],
};

describe('tagging a partner that is not suggested', () => {
  it('takes two clicks, with the tier already chosen', async () => {
    const card = await openDeal({
      find_partner: () => gives({ partners: [acme], more: false }),
      tag_partner: () => gives(changed()),
    });
    card.search('ac');
    await card.shows('Acme · acme.example');
    card.click('Acme · acme.example');
    expect(card.find(Select, { name: 'tier' }).props.value).toBe('co_sell');
    card.click('Save');
    await card.saved('Acme is tagged as Co-sell.');
    expect(card.clicks()).toBeLessThanOrEqual(3);
    expect(card.askedFor('tag_partner')[0]).toMatchObject({
      partnerId: '88',
      tier: 'co_sell',
      origin: false,
      roles: ['implementation'],
      stages: ['evaluate'],
    });
    expect(card.askedFor('tag_partner')[0]).not.toHaveProperty('enteredOn');
  });

  it('makes the partner that brought the deal its origin, unless the seller says otherwise', async () => {
    const card = await openDeal({
      find_partner: () => gives({ partners: [acme], more: false }),
      tag_partner: () => gives(changed()),
    });
    card.search('ac');
    await card.shows('Acme · acme.example');
    card.click('Acme · acme.example');
    card.find(Select, { name: 'tier' }).trigger('onChange', 'source' as never);
    expect(card.find(Checkbox, { name: 'origin' }).props.checked).toBe(true);
    card.find(Select, { name: 'tier' }).trigger('onChange', 'assist' as never);
    expect(card.find(Checkbox, { name: 'origin' }).props.checked).toBe(false);
    card.find(Select, { name: 'tier' }).trigger('onChange', 'source' as never);
    card.click('Save');
    await card.waitFor(() =>
      expect(card.askedFor('tag_partner')[0]).toMatchObject({ tier: 'source', origin: true }),
    );
  });

  it('leaves the origin with the partner that has it', async () => {
    const card = await openDeal(
      { find_partner: () => gives({ partners: [acme], more: false }) },
      dealCard({ involvements: [involvement({ partnerId: '89', origin: true })] }),
    );
    card.search('ac');
    await card.shows('Acme · acme.example');
    card.click('Acme · acme.example');
    card.find(Select, { name: 'tier' }).trigger('onChange', 'source' as never);
    expect(card.find(Checkbox, { name: 'origin' }).props.checked).toBe(false);
  });

  it('searches from two letters on, once the typing pauses', async () => {
    const card = await openDeal({ find_partner: () => gives({ partners: [], more: false }) });
    card.search('a');
    card.search('ac');
    card.search('acm');
    await card.waitFor(() =>
      expect(card.askedFor('find_partner')).toEqual([{ portalId: 123, query: 'acm' }]),
    );
    card.search('a');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(card.askedFor('find_partner')).toHaveLength(1);
  });

  it('shows the answer to the last search, also when an earlier one comes later', async () => {
    const slow = later<Reply<FoundPartners>>();
    const beta = { ...acme, id: '89', name: 'Beta' };
    const card = await openDeal({
      find_partner: ({ query }) => (query === 'ac' ? slow.promise : gives({ partners: [beta], more: false })),
    });
    card.search('ac');
    await card.waitFor(() => expect(card.askedFor('find_partner')).toHaveLength(1));
    card.search('be');
    await card.shows('Beta · acme.example');
    slow.settle(gives({ partners: [acme], more: false }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(card.maybeFind(Button, (node) => node.text === 'Acme · acme.example')).toBeNull();
  });

  it('offers no partner twice', async () => {
    const card = await openDeal(
      { find_partner: () => gives({ partners: [acme], more: false }) },
      dealCard({ answer: 'tagged', involvements: [involvement()] }),
    );
    card.search('acme');
    await card.shows('Acme · already tagged');
    expect(card.find(Button, (node) => node.text === 'Acme · already tagged').props.disabled).toBe(true);
  });

  it('says why it refuses at the field, and keeps what was typed', async () => {
    const replies = [refuses('evidence_needed', 'Say how you know.', 'evidence'), gives(changed())];
    const card = await openDeal({
      find_partner: () => gives({ partners: [acme], more: false }),
      tag_partner: () => replies.shift() ?? gives(changed()),
    });
    card.search('acme');
    await card.shows('Acme · acme.example');
    card.click('Acme · acme.example');
    card.find(DateInput).trigger('onChange', { year: 2026, month: 2, date: 9 } as never);
    card.find(Checkbox).trigger('onChange', true as never);
    card.click('Save');
    await card.waitFor(() => expect(card.find(TextArea).props.validationMessage).toBe('Say how you know.'));
    card.find(TextArea).trigger('onInput', 'Met at their office' as never);
    card.click('Save');
    await card.saved('Acme is tagged as Co-sell.');
    expect(card.askedFor('tag_partner')[1]).toMatchObject({
      enteredOn: '2026-03-09',
      origin: true,
      evidence: 'Met at their office',
    });
  });
});
