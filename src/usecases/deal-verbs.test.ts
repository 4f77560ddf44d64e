import { fakeCrm, type FakeCrm } from '#test/fake-crm';
import type { SchemaAddress } from '#contract/involvement';
import { answerNoPartner } from '#usecases/answer-no-partner';
import { changeInvolvement } from '#usecases/change-involvement';
import { exitInvolvement } from '#usecases/exit-involvement';
import { readDealCard } from '#usecases/read-deal-card';
import { removeInvolvement } from '#usecases/remove-involvement';
import { restoreInvolvement } from '#usecases/restore-involvement';
import { reviewInvolvement } from '#usecases/review-involvement';
import { tagPartner } from '#usecases/tag-partner';

const now = Date.UTC(2026, 8, 30, 12);
const actor = { userId: 1, email: 'sam@example.com', name: 'Sam' };
const deal = { portalId: 1, dealId: '601', actor };

interface Tagged {
  readonly crm: FakeCrm;
  readonly message: typeof deal & { involvementId: string; schema: SchemaAddress };
}

async function tagged(confirmers: readonly string[] = []): Promise<Tagged> {
  const crm = fakeCrm({
    companies: [
      { id: '7', name: 'Customer' },
      { id: '88', name: 'Norvik', partnerType: 'si' },
      { id: '89', name: 'Other', partnerType: 'isv' },
    ],
    deals: [
      { id: '601', companies: ['7'] },
      { id: '602', companies: ['7', '89'] },
    ],
    settings: { confirmers },
  });
  const { involvement } = await tagPartner(crm, { ...deal, partnerId: '88', tier: 'source' }, now);
  const { schema } = await readDealCard(crm, deal, now);
  crm.calls.length = 0;
  return { crm, message: { ...deal, involvementId: involvement?.id ?? '', schema } };
}

const later = now + 60_000;

test('a change, a review, an exit and a removal take four calls at most', async () => {
  const { crm, message } = await tagged(['sam@example.com']);
  const verbs = [
    () => changeInvolvement(crm, { ...message, change: { tier: 'joint_solution' } }, later),
    () => reviewInvolvement(crm, { ...message, decision: 'dispute', reason: 'Who?' }, later),
    () => reviewInvolvement(crm, { ...message, decision: 'reject', reason: 'Nobody' }, later),
    () => exitInvolvement(crm, { ...message, exitedOn: '2026-09-30' }, later),
    () => removeInvolvement(crm, message),
  ];
  for (const verb of verbs) {
    crm.calls.length = 0;
    await verb();
    expect(crm.calls.length).toBeLessThanOrEqual(4);
  }
});

test('the deal follows its tags: tier and origin after a change, nothing after the removal', async () => {
  const { crm, message } = await tagged();
  await changeInvolvement(crm, { ...message, change: { tier: 'co_sell', origin: false } }, later);
  expect(crm.mirrors.get('601')).toEqual({ answer: 'tagged', tier: 'co_sell', origin: null, count: 1 });
  const removed = await removeInvolvement(crm, message);
  expect(removed).toEqual({ involvement: null, answer: 'unanswered', mirror: 'saved' });
  expect(crm.mirrors.get('601')).toEqual({ answer: 'unanswered', tier: null, origin: null, count: 0 });
});

test('an undone removal brings back the tag with its time, its author and one more line of history', async () => {
  const { crm, message } = await tagged();
  const before = [...crm.records.values()][0];
  await removeInvolvement(crm, message);
  const { involvement } = await restoreInvolvement(crm, message, later);
  expect(involvement).toMatchObject({
    taggedAt: '2026-09-30T12:00:00.000Z',
    taggedBy: 'sam@example.com',
    tier: 'source',
  });
  expect(involvement?.history).toHaveLength((before?.history.length ?? 0) + 1);
  expect(crm.mirrors.get('601')).toMatchObject({ origin: 'Norvik', count: 1 });
});

test('what is gone cannot be changed, and what was tagged again cannot be restored', async () => {
  const { crm, message } = await tagged();
  await removeInvolvement(crm, message);
  await expect(removeInvolvement(crm, message)).rejects.toMatchObject({ code: 'involvement_not_found' });
  await tagPartner(crm, { ...deal, partnerId: '88' }, later);
  await expect(restoreInvolvement(crm, message, later)).rejects.toMatchObject({ code: 'already_tagged' });
  await expect(restoreInvolvement(crm, { ...message, dealId: '602' }, later)).rejects.toMatchObject({
    code: 'involvement_not_found',
  });
});

test('where the settings name confirmers, nobody else reviews', async () => {
  const { crm, message } = await tagged(['pat@example.com']);
  const review = { ...message, decision: 'confirm' } as const;
  await expect(reviewInvolvement(crm, review, later)).rejects.toMatchObject({ code: 'not_a_confirmer' });
  const pat = { ...review, actor: { ...actor, email: 'Pat@example.com' } };
  const { involvement } = await reviewInvolvement(crm, pat, later);
  expect(involvement?.status).toBe('confirmed');
});

test('"no partner" is an answer that can be taken back, but not on a tagged deal', async () => {
  const { crm, message } = await tagged();
  const answer = (dealId: string, given: 'none' | 'unanswered') =>
    answerNoPartner(crm, { ...deal, dealId, answer: given });
  await expect(answer('601', 'none')).rejects.toMatchObject({ code: 'tags_exist' });
  expect((await answer('602', 'none')).answer).toBe('none');
  expect((await readDealCard(crm, { ...message, dealId: '602' }, now)).answer).toBe('none');
  await answer('602', 'unanswered');
  expect((await readDealCard(crm, { ...message, dealId: '602' }, now)).answer).toBe('unanswered');
});

test('the card suggests partners that the deal or its account already knows, each with a reason', async () => {
  const { crm } = await tagged();
  crm.settle();
  const card = await readDealCard(crm, { ...deal, dealId: '602' }, now);
  expect(card.suggestions).toEqual([
    { partnerId: '89', partnerName: 'Other', tier: 'assist', why: 'already associated with this deal' },
    { partnerId: '88', partnerName: 'Norvik', tier: 'co_sell', why: 'on another deal of this account' },
  ]);
  expect(card.history).toMatchObject([{ partnerId: '88', deals: 1, highestTier: 'source' }]);
  expect(card.account).toEqual({ id: '7', name: 'Customer' });
});

test('credit is split among confirmed tags only, and sums to one', async () => {
  const { crm, message } = await tagged();
  expect((await readDealCard(crm, deal, now)).credit).toBeNull();
  await reviewInvolvement(crm, { ...message, decision: 'confirm' }, later);
  const second = await tagPartner(crm, { ...deal, partnerId: '89' }, later);
  await reviewInvolvement(
    crm,
    { ...message, involvementId: second.involvement?.id ?? '', decision: 'confirm' },
    later,
  );
  const { credit } = await readDealCard(crm, deal, now);
  expect(credit?.shares.map(({ share }) => share)).toEqual([0.5, 0.5]);
});
