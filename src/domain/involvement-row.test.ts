import { involvementRowOf } from '#domain/involvement-row';
import { makeTag } from '#test/make';

test('a tag as a row keeps what it says', () => {
  const said = {
    id: '5',
    partnerId: '88',
    partnerName: 'Norvik',
    tier: 'source',
    origin: true,
    roles: ['originator'],
    stages: ['engage'],
    status: 'confirmed',
    enteredOn: 10,
    exitedOn: 20,
    taggedAt: 1_000,
    statusChangedAt: 2_000,
    share: 40,
    evidenceType: 'meeting',
  } as const;
  expect(involvementRowOf(makeTag({ ...said, dealId: '601', evidence: 'Met at the fair' }))).toEqual({
    ...said,
    dealId: 601,
    imported: false,
    hasEvidence: true,
  });
});

test('only an import makes a row imported, and only evidence makes it proven', () => {
  expect(involvementRowOf(makeTag({ taggedFrom: 'import' }))).toMatchObject({
    imported: true,
    hasEvidence: false,
  });
});
