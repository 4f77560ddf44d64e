import { changed, dealCard, involvement } from './fake-deal.ts';
import { answerLine, withChange } from './with-change.ts';

const suggestion = { partnerId: '88', partnerName: 'Acme', tier: 'assist', why: 'known' } as const;

describe('the card after a change', () => {
  it('has the new tag, and suggests its partner no more', () => {
    const card = withChange(dealCard({ suggestions: [suggestion] }), changed());
    expect(card.involvements.map(({ id }) => id)).toEqual(['901']);
    expect(card.suggestions).toEqual([]);
    expect(card.answer).toBe('tagged');
  });

  it('has the changed tag in its old place', () => {
    const before = dealCard({ involvements: [involvement(), involvement({ id: '902', partnerId: '89' })] });
    const card = withChange(before, changed({ involvement: involvement({ tier: 'source' }) }));
    expect(card.involvements.map(({ id, tier }) => `${id} ${tier}`)).toEqual(['901 source', '902 co_sell']);
  });

  it('has the removed tag no more', () => {
    const before = dealCard({ involvements: [involvement()] });
    const after = withChange(before, changed({ involvement: null, answer: 'unanswered' }), '901');
    expect(after.involvements).toEqual([]);
  });

  it('shows no credit until it is computed anew', () => {
    const credit = { model: 'equal', shares: [{ partnerId: '88', partnerName: 'Acme', share: 1 }] };
    expect(withChange(dealCard({ credit }), changed()).credit).toBeNull();
  });
});

describe('the answer', () => {
  const line = (...statuses: ('proposed' | 'confirmed' | 'disputed' | 'rejected')[]) =>
    answerLine({ answer: 'tagged', involvements: statuses.map((status) => involvement({ status })) });

  it('counts partners, and what there is to do', () => {
    expect(line('confirmed', 'proposed')).toBe('2 partners · 1 to confirm');
    expect(line('confirmed')).toBe('1 partner');
    expect(line('disputed', 'proposed')).toBe('2 partners · 1 to confirm · 1 disputed');
  });

  it('counts no rejected tag as a partner', () => {
    expect(line('confirmed', 'rejected')).toBe('1 partner · 1 rejected');
    expect(line('rejected')).toBe('Not answered · 1 rejected');
  });

  it('tells "no partner" from no answer', () => {
    expect(answerLine({ answer: 'none', involvements: [] })).toBe('No partner');
    expect(answerLine({ answer: 'unanswered', involvements: [] })).toBe('Not answered');
  });
});
