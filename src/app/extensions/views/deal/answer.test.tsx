import { Heading, LoadingButton, SearchInput } from '@hubspot/ui-extensions';
import { gives } from '../fake-call.ts';
import { changed, dealCard } from './fake-deal.ts';
import { openDeal } from './open-deal.tsx';

const acme = { partnerId: '88', partnerName: 'Acme', tier: 'co_sell', why: 'already associated' } as const;

const open = (card = dealCard()) =>
  openDeal(
    { answer_no_partner: ({ answer }) => gives(changed({ involvement: null, answer })) },
    { ...card, suggestions: [acme] },
  );

type Card = Awaited<ReturnType<typeof open>>;

const answers = (card: Card, line: string) => card.waitFor(() => expect(card.find(Heading).text).toBe(line));
const suggested = (card: Card) => card.maybeFind(LoadingButton, (node) => node.text === 'Acme · Co-sell');

describe('the answer "no partner"', () => {
  it('is one click, and one more takes it back', async () => {
    const card = await open();
    await answers(card, 'Not answered');
    card.click('No partner on this deal');
    await answers(card, 'No partner');
    expect(card.clicks()).toBe(1);
    card.click('Undo');
    await answers(card, 'Not answered');
    expect(card.askedFor('answer_no_partner').map(({ answer }) => answer)).toEqual(['none', 'unanswered']);
  });

  it('ends the suggestions at once; the search stays for those who know better', async () => {
    const card = await open();
    expect(suggested(card)).not.toBeNull();
    card.click('No partner on this deal');
    await answers(card, 'No partner');
    expect(suggested(card)).toBeNull();
    expect(card.find(SearchInput).props.label).toBe('Tag a partner');
  });

  it('brings the suggestions back once it is taken back', async () => {
    const card = await open(dealCard({ answer: 'none' }));
    expect(suggested(card)).toBeNull();
    card.click('Take this answer back');
    await card.waitFor(() => expect(suggested(card)).not.toBeNull());
  });
});
