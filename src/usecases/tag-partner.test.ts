import { fakeCrm } from '#test/fake-crm';
import type { FakeDeal } from '#test/fake-world';
import { dayOf, isoDayOf } from '#domain/day';
import { readDealCard } from '#usecases/read-deal-card';
import { tagPartner } from '#usecases/tag-partner';

const now = Date.UTC(2026, 8, 30, 12);
const actor = { userId: 1, email: 'sam@example.com', name: 'Sam' };
const message = { portalId: 1, dealId: '601', actor };
const partner = { id: '88', name: 'Norvik', partnerType: 'si' } as const;
const customer = { id: '7', name: 'Customer' };

const crmWith = (deal: Partial<FakeDeal> = {}, more: Parameters<typeof fakeCrm>[0] = {}) =>
  fakeCrm({
    companies: [partner, customer, { id: '89', name: 'Other', partnerType: 'isv' }],
    deals: [{ id: '601', companies: ['7'], stage: 'demo', ...deal }],
    settings: { lifeCycleOf: { demo: 'evaluate' } },
    ...more,
  });

test('one click is enough: everything but the partner has a default', async () => {
  const crm = crmWith();
  const { involvement, answer, mirror } = await tagPartner(crm, { ...message, partnerId: '88' }, now);
  expect(involvement).toMatchObject({
    partnerName: 'Norvik',
    tier: 'assist',
    origin: false,
    roles: ['implementation'],
    stages: ['evaluate'],
    enteredOn: '2026-09-30',
    status: 'proposed',
    taggedAt: '2026-09-30T12:00:00.000Z',
    taggedBy: 'sam@example.com',
  });
  expect([answer, mirror]).toEqual(['tagged', 'saved']);
  expect(crm.mirrors.get('601')).toEqual({ answer: 'tagged', tier: 'assist', origin: null, count: 1 });
  expect([...crm.records.values()][0]?.accountId).toBe('7');
});

test('with what the card hands back, a tag takes four calls, also the second one on a deal', async () => {
  const crm = crmWith();
  const { schema } = await readDealCard(crm, message, now);
  for (const partnerId of ['88', '89']) {
    crm.calls.length = 0;
    await tagPartner(crm, { ...message, schema, partnerId }, now);
    expect(crm.calls).toEqual(['deal', 'companies', 'createInvolvement', 'writeMirror']);
  }
});

test('a tag just saved is on the card although search does not know it yet', async () => {
  const crm = crmWith();
  await tagPartner(crm, { ...message, partnerId: '88' }, now);
  crm.calls.length = 0;
  const card = await readDealCard(crm, message, now);
  expect(card.involvements).toHaveLength(1);
  expect(crm.calls).toEqual(['installed', 'deal', 'involvements', 'companies', 'involvementsOfAccounts']);
});

test('tier source makes the partner the origin, and a deal has one origin', async () => {
  const crm = crmWith();
  const first = await tagPartner(crm, { ...message, partnerId: '88', tier: 'source' }, now);
  expect(first.involvement?.origin).toBe(true);
  const second = tagPartner(crm, { ...message, partnerId: '89', tier: 'source' }, now);
  await expect(second).rejects.toMatchObject({ code: 'origin_taken', field: 'origin' });
  const assists = await tagPartner(crm, { ...message, partnerId: '89', tier: 'source', origin: false }, now);
  expect(assists.involvement?.origin).toBe(false);
});

test('a second tag of the same partner is refused, the very same save repeated is not', async () => {
  const crm = crmWith();
  const first = await tagPartner(crm, { ...message, partnerId: '88' }, now);
  const again = await tagPartner(crm, { ...message, partnerId: '88' }, now + 500);
  expect(again).toEqual(first);
  const other = tagPartner(crm, { ...message, partnerId: '88', tier: 'co_sell' }, now);
  await expect(other).rejects.toMatchObject({ code: 'already_tagged' });
  expect(crm.records.size).toBe(1);
  expect(crm.mirrors.get('601')?.count).toBe(1);
});

test('a mirror that HubSpot refuses loses no tag, and the next tag repairs a mirror that is behind', async () => {
  let isRefused = true;
  const crm = crmWith({}, { refusesMirrors: () => isRefused });
  const first = await tagPartner(crm, { ...message, partnerId: '88', tier: 'source' }, now);
  expect([first.mirror, crm.records.size]).toEqual(['behind', 1]);
  const card = await readDealCard(crm, message, now);
  expect(card.flags.map(({ code }) => code)).toContain('mirror_behind');
  isRefused = false;
  await tagPartner(crm, { ...message, partnerId: '89' }, now);
  expect(crm.mirrors.get('601')).toEqual({ answer: 'tagged', tier: 'source', origin: 'Norvik', count: 2 });
});

test.each([
  ['not_a_partner', { partnerId: '7' }, {}],
  ['company_not_found', { partnerId: '999' }, {}],
  ['self_involvement', { partnerId: '88' }, { companies: ['88'] }],
  ['entered_in_future', { partnerId: '88', enteredOn: isoDayOf(dayOf(now) + 1) }, {}],
  ['evidence_needed', { partnerId: '88', enteredOn: isoDayOf(dayOf(now) - 1) }, {}],
  ['deal_not_found', { partnerId: '88', dealId: '404' }, {}],
])('%s: the tag is refused and nothing is written', async (code, input, deal) => {
  const crm = crmWith(deal);
  await expect(tagPartner(crm, { ...message, ...input }, now)).rejects.toMatchObject({ code });
  expect(crm.records.size).toBe(0);
  expect(crm.calls).not.toContain('writeMirror');
});

test('a partner as primary company is no customer where the deal has another company', async () => {
  const crm = crmWith({ companies: ['88', '7'] });
  await tagPartner(crm, { ...message, partnerId: '88' }, now);
  expect([...crm.records.values()][0]?.accountId).toBe('7');
});

test('a named confirmer confirms by tagging', async () => {
  const crm = crmWith({}, { settings: { confirmers: ['Sam@Example.com'] } });
  const { involvement } = await tagPartner(crm, { ...message, partnerId: '88' }, now);
  expect(involvement?.status).toBe('confirmed');
});
