import { partnersOnAccount, suggestedTier } from '#domain/account-history';
import { tiers } from '#domain/vocabulary';
import { makeTag } from '#test/make';

test('a partner comes once, with its deals counted once each, its highest tier and its last tag', () => {
  const history = partnersOnAccount([
    makeTag({ dealId: '1', tier: 'source', taggedAt: 5, partnerName: 'Norvik' }),
    makeTag({ dealId: '2', tier: 'co_sell', taggedAt: 30, partnerName: 'Norvik Group' }),
    makeTag({ dealId: '2', tier: 'assist', taggedAt: 20, partnerName: 'Norvik' }),
  ]);
  expect(history).toEqual([
    {
      partnerId: '88',
      partnerName: 'Norvik Group',
      deals: 2,
      highestTier: 'source',
      lastTier: 'co_sell',
      lastTaggedAt: 30,
    },
  ]);
});

test('of two tags of one moment the first given is the last tag', () => {
  const [partner] = partnersOnAccount([
    makeTag({ tier: 'assist', taggedAt: 5 }),
    makeTag({ tier: 'source', taggedAt: 5 }),
  ]);
  expect(partner!.lastTier).toBe('assist');
});

test('the most recently tagged partner comes first', () => {
  const tagged = [10, 30, 20].map((taggedAt) => makeTag({ partnerId: String(taggedAt), taggedAt }));
  expect(partnersOnAccount(tagged).map(({ partnerId }) => partnerId)).toEqual(['30', '20', '10']);
});

test('a rejected tag is no history, proposed and disputed ones are', () => {
  const statuses = ['proposed', 'confirmed', 'disputed', 'rejected'] as const;
  const tags = statuses.map((status) => makeTag({ partnerId: status, status }));
  expect(partnersOnAccount(tags).map(({ partnerId }) => partnerId)).toEqual([
    'proposed',
    'confirmed',
    'disputed',
  ]);
  expect(partnersOnAccount([])).toEqual([]);
});

test('an origin or a joint solution is never suggested', () => {
  expect(tiers.map(suggestedTier)).toEqual(['assist', 'co_sell', 'co_sell', 'co_sell']);
});
