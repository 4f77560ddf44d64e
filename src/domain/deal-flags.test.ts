import { dayOf } from '#domain/day';
import { flagsOf, type FlaggedDeal } from '#domain/deal-flags';
import type { Involvement } from '#domain/involvement';
import { makeTag as tag } from '#test/make';

const day = 86_400_000;
const open: FlaggedDeal = { outcome: 'open', createdAt: 0, closeAt: 200 * day, mirrorInStep: true };
const won: FlaggedDeal = { ...open, outcome: 'won', closeAt: 100 * day };
const said = (deal: FlaggedDeal, ...tags: Involvement[]) =>
  flagsOf(deal, tags).map(({ sentence }) => sentence);
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
  expect(codes(open, tag(origin), tag())).toEqual([]);
  expect(codes(open, tag({ enteredOn: 9 }))).toEqual(['no_evidence']);
  expect(codes(won, tag({ exitedOn: 50, exitReason: 'withdrew' }))).toEqual(['exited_before_close']);
  expect(codes(won, tag({ exitedOn: 100, exitReason: 'completed' }))).toEqual([]);
  expect(codes(open, tag({ taggedFrom: 'import' }))).toEqual(['imported']);
  expect(codes({ ...open, mirrorInStep: false })).toEqual(['mirror_behind']);
});

test('rejected tags raise no flag', () => {
  expect(codes(open, tag({ status: 'rejected', enteredOn: 1, taggedFrom: 'import' }))).toEqual([]);
});

test('a flag names the partners that it is about, and no other', () => {
  const [norvik, other, third] = ['Norvik', 'Other', 'Third'].map((partnerName) => ({ partnerName }));
  const origin = { origin: true, evidence: 'registered' };
  expect(said(open, tag({ ...norvik, ...origin }), tag({ ...other, ...origin }), tag(third))).toEqual([
    'More than one origin: Norvik, Other. A deal comes from one partner at most.',
  ]);
  const late = { taggedAt: 101 * day, enteredOn: 101 };
  expect(said(won, tag(norvik), tag({ ...other, ...late }), tag({ ...third, ...late }))).toEqual([
    'Tagged after the deal was closed: Other, Third. Such tags are kept out of comparisons.',
  ]);
  expect(said(won, tag(norvik), tag({ ...other, taggedAt: 90 * day, enteredOn: 90 }))).toEqual([
    "Tagged in the last quarter of the deal's time: Other.",
  ]);
  expect(said(open, tag(norvik), tag({ ...other, enteredOn: 9 }))).toEqual([
    'An earlier entry or an origin is claimed without evidence: Other.',
  ]);
  expect(said(open, tag(norvik), tag({ ...other, exitedOn: 20, exitReason: 'withdrew' }))).toEqual([
    'Left before the deal was decided: Other.',
  ]);
  expect(said(open, tag(norvik), tag({ ...other, taggedFrom: 'import' }))).toEqual([
    'The time of the tag comes from an import: Other.',
  ]);
  expect(said({ ...open, mirrorInStep: false }, tag())).toEqual([
    "The deal's partner columns are behind. The next change of a tag brings them into step.",
  ]);
});

test('a tag is late only where the deal has a time to be late in', () => {
  const atClose = tag({ taggedAt: 100 * day, enteredOn: 100 });
  expect(codes(won, atClose)).toEqual(['tagged_late']);
  expect(said(won, atClose)[0]).toContain('last quarter');
  const after = tag({ taggedAt: 101 * day, enteredOn: 101 });
  expect(codes({ ...won, createdAt: null }, atClose)).toEqual([]);
  expect(codes({ ...won, createdAt: null }, after)).toEqual(['tagged_late']);
  expect(codes({ ...won, createdAt: 100 * day }, atClose)).toEqual([]);
  expect(codes({ ...won, createdAt: 101 * day }, tag({ taggedAt: 100.5 * day, enteredOn: 100 }))).toEqual([
    'tagged_late',
  ]);
  expect(codes({ ...won, closeAt: null }, after)).toEqual([]);
  expect(codes({ ...open, createdAt: -100 * day }, tag({ taggedAt: -10 * day, enteredOn: -10 }))).toEqual([]);
  const young = { ...won, createdAt: 60 * day };
  expect(codes(young, tag({ taggedAt: 90 * day, enteredOn: 90 }))).toEqual([]);
  expect(codes(young, tag({ taggedAt: 91 * day, enteredOn: 91 }))).toEqual(['tagged_late']);
  expect(codes({ ...won, outcome: 'lost' }, after)).toEqual(['tagged_late']);
});

test('an origin needs evidence, and so does an entry before the day of the tag', () => {
  expect(codes(open, tag({ origin: true }))).toEqual(['no_evidence']);
  expect(codes(open, tag({ origin: true, evidence: 'registered' }))).toEqual([]);
  expect(codes(open, tag({ enteredOn: 9, evidence: 'met at the fair' }))).toEqual([]);
  expect(codes(open, tag({ enteredOn: null }))).toEqual([]);
});

test('a partner left early where it left an open deal, or before the day of the close, for a reason of its own', () => {
  const left = (exitedOn: number, exitReason: Involvement['exitReason']) => tag({ exitedOn, exitReason });
  expect(codes(open, left(50, 'completed'))).toEqual(['exited_before_close']);
  expect(codes(open, left(50, 'deal_closed'))).toEqual([]);
  expect(codes(won, left(99, 'deal_closed'))).toEqual([]);
  expect(codes(won, left(99, 'completed'))).toEqual(['exited_before_close']);
});
