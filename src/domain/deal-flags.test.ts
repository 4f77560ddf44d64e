import { dayOf } from '#domain/day';
import { flagsOf, type FlaggedDeal } from '#domain/deal-flags';
import type { Involvement } from '#domain/involvement';

const day = 86_400_000;
const tag = (more: Partial<Involvement> = {}): Involvement => ({
  id: '1',
  dealId: '601',
  accountId: '7',
  partnerId: '88',
  partnerName: 'Norvik',
  tier: 'assist',
  origin: false,
  roles: [],
  stages: [],
  enteredOn: 10,
  exitedOn: null,
  exitReason: null,
  status: 'proposed',
  statusReason: null,
  statusChangedAt: null,
  share: null,
  evidenceType: null,
  evidence: null,
  taggedAt: 10 * day,
  taggedBy: 'sam@example.com',
  taggedFrom: 'card',
  history: [],
  ...more,
});
const open: FlaggedDeal = { outcome: 'open', createdAt: 0, closeAt: 200 * day, mirrorInStep: true };
const won: FlaggedDeal = { ...open, outcome: 'won', closeAt: 100 * day };
const codes = (deal: FlaggedDeal, ...tags: Involvement[]) => flagsOf(deal, tags).map(({ code }) => code);

test('a plain tag made in time has no flag', () => {
  expect([...codes(open, tag()), ...codes(won, tag())]).toEqual([]);
});

test('a tag after the close, or in the last quarter before it, is late', () => {
  const latest = (taggedAt: number) => codes(won, tag({ taggedAt, enteredOn: dayOf(taggedAt) }));
  expect([latest(75 * day), latest(76 * day), latest(101 * day)]).toEqual([
    [],
    ['tagged_late'],
    ['tagged_late'],
  ]);
  expect(codes(open, tag({ taggedAt: 300 * day, enteredOn: 300 }))).toEqual([]);
});

test('two origins, an unproven entry, an early exit, an import and a mirror behind are named', () => {
  const origin = { origin: true, evidence: 'registered' };
  expect(codes(open, tag(origin), tag({ ...origin, partnerName: 'Other' }))).toEqual(['two_origins']);
  expect(codes(open, tag({ enteredOn: 9 }))).toEqual(['no_evidence']);
  expect(codes(won, tag({ exitedOn: 50, exitReason: 'withdrew' }))).toEqual(['exited_before_close']);
  expect(codes(won, tag({ exitedOn: 100, exitReason: 'completed' }))).toEqual([]);
  expect(codes(open, tag({ taggedFrom: 'import' }))).toEqual(['imported']);
  expect(codes({ ...open, mirrorInStep: false })).toEqual(['mirror_behind']);
});

test('rejected tags raise no flag', () => {
  expect(codes(open, tag({ status: 'rejected', enteredOn: 1, taggedFrom: 'import' }))).toEqual([]);
});
