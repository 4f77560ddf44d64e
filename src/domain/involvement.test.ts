import { dayOf } from '#domain/day';
import { propose, type Act, type Claim, type TaggedDeal } from '#domain/involvement';
import { changed, exited, restored, reviewed, type Decision } from '#domain/involvement-steps';
import { involvementStatuses, partnerTypes, tiers } from '#domain/vocabulary';
import type { Involvement } from '#domain/involvement';

const at = Date.UTC(2026, 8, 30, 12);
const today = dayOf(at);
const act: Act = { at, by: 'sam@example.com', confirms: false };
const confirmer: Act = { ...act, by: 'pat@example.com', confirms: true };
const deal: TaggedDeal = {
  id: '601',
  primaryCompanyId: '7',
  customerId: '7',
  lifeCycleStage: 'evaluate',
  originName: null,
};
const partner = { id: '88', name: 'Norvik', partnerType: 'reseller' } as const;

const proposal = (claim: Claim = {}, on: Partial<TaggedDeal> = {}, by = act) =>
  propose(claim, { ...deal, ...on }, partner, by);
const tag = (more: Partial<Involvement> = {}): Involvement => {
  const ruling = proposal();
  if (ruling.outcome === 'refused') throw new Error(ruling.because);
  return { ...ruling.value, id: '1', ...more };
};
const refusal = (because: string, field?: string) =>
  field === undefined ? { outcome: 'refused', because } : { outcome: 'refused', because, field };

test('origin is true by default exactly where the tier is source', () => {
  const origins = tiers
    .map((tier) => proposal({ tier }))
    .map((ruling) => ruling.outcome === 'allowed' && ruling.value.origin);
  expect(origins).toEqual([false, false, true, false]);
});

test('every partner type but "other" brings a role', () => {
  const roles = partnerTypes.map((partnerType) => propose({}, deal, { ...partner, partnerType }, act));
  const without = roles.filter((ruling) => ruling.outcome === 'allowed' && ruling.value.roles.length === 0);
  expect(without).toHaveLength(1);
});

test('a deal has one origin at most', () => {
  expect(proposal({ origin: true }, { originName: 'Other' })).toEqual(refusal('origin_taken', 'origin'));
  expect(proposal({ tier: 'co_sell' }, { originName: 'Other' }).outcome).toBe('allowed');
  expect(changed(tag(), { origin: true }, { otherOrigin: true }, act)).toEqual(
    refusal('origin_taken', 'origin'),
  );
  expect(restored(tag({ origin: true }), at, { otherOrigin: true }, act)).toEqual(
    refusal('origin_taken', 'origin'),
  );
});

test('the customer of a deal is not its partner, be it the customer company or a lone primary company', () => {
  expect(proposal({}, { customerId: '88' })).toEqual(refusal('self_involvement', 'partnerId'));
  expect(proposal({}, { customerId: null, primaryCompanyId: '88' })).toEqual(
    refusal('self_involvement', 'partnerId'),
  );
  expect(proposal({}, { primaryCompanyId: '88' }).outcome).toBe('allowed');
});

test('an entry in the past needs evidence, one in the future is refused', () => {
  expect(proposal({ enteredOn: today - 1 })).toEqual(refusal('evidence_needed', 'evidence'));
  expect(proposal({ enteredOn: today + 1 })).toEqual(refusal('entered_in_future', 'enteredOn'));
  const told = proposal({ enteredOn: today - 1, evidence: 'Met at the fair' });
  expect(told).toMatchObject({ value: { evidenceType: 'seller_statement', enteredOn: today - 1 } });
});

test('a later change of the entry day is held to the same rules, other changes of an old tag are not', () => {
  const old = tag({ enteredOn: today - 9, exitedOn: today - 3 });
  const otherOrigin = false;
  expect(changed(old, { tier: 'co_sell' }, { otherOrigin }, act).outcome).toBe('allowed');
  expect(changed(old, { enteredOn: today - 8 }, { otherOrigin }, act)).toEqual(
    refusal('evidence_needed', 'evidence'),
  );
  expect(changed(old, { enteredOn: today }, { otherOrigin }, act)).toEqual(
    refusal('exit_before_entry', 'enteredOn'),
  );
});

test('the status moves along its few paths and no other', () => {
  const decisions: Decision[] = ['confirm', 'dispute', 'reject'];
  const paths = involvementStatuses.map((status) =>
    decisions.map((decision) => {
      const ruling = reviewed(tag({ status }), decision, 'because', confirmer);
      return ruling.outcome === 'allowed' ? ruling.value.status : '-';
    }),
  );
  expect(paths).toEqual([
    ['confirmed', 'disputed', 'rejected'],
    ['-', 'disputed', '-'],
    ['confirmed', '-', 'rejected'],
    ['-', '-', '-'],
  ]);
});

test('to dispute or reject takes a reason, to confirm does not, and who may not confirm may not review', () => {
  expect(reviewed(tag(), 'dispute', '', confirmer)).toEqual(refusal('reason_needed', 'reason'));
  expect(reviewed(tag(), 'reject', '', confirmer)).toEqual(refusal('reason_needed', 'reason'));
  expect(reviewed(tag(), 'confirm', '', confirmer).outcome).toBe('allowed');
  expect(reviewed(tag(), 'confirm', '', act)).toEqual(refusal('not_a_confirmer'));
});

test('a confirmation stands for what was confirmed: a changed claim is a proposal again unless a confirmer changed it', () => {
  const confirmed = tag({ status: 'confirmed' });
  const otherOrigin = false;
  expect(changed(confirmed, { tier: 'source' }, { otherOrigin }, act)).toMatchObject({
    value: { status: 'proposed' },
  });
  expect(changed(confirmed, { roles: ['other'] }, { otherOrigin }, act)).toMatchObject({
    value: { status: 'confirmed' },
  });
  expect(changed(confirmed, { tier: 'source' }, { otherOrigin }, confirmer)).toMatchObject({
    value: { status: 'confirmed' },
  });
});

test('an exit lies between entry and today, and can be taken back', () => {
  const entered = tag({ enteredOn: today - 5 });
  expect(exited(entered, today - 6, 'completed', act)).toEqual(refusal('exit_before_entry', 'exitedOn'));
  expect(exited(entered, today + 1, 'completed', act)).toEqual(refusal('exit_in_future', 'exitedOn'));
  const left = exited(entered, today - 1, 'withdrew', act);
  expect(left).toMatchObject({ value: { exitedOn: today - 1, exitReason: 'withdrew' } });
  expect(left.outcome === 'allowed' && exited(left.value, null, 'completed', act)).toMatchObject({
    value: { exitedOn: null, exitReason: null },
  });
});

test('every step adds one line to the history, and a change that changes nothing adds none', () => {
  const first = tag();
  const ruling = changed(first, { tier: 'co_sell', share: 40 }, { otherOrigin: false }, act);
  if (ruling.outcome === 'refused') throw new Error(ruling.because);
  expect(ruling.value.history).toEqual([
    ...first.history,
    { at, by: 'sam@example.com', what: 'tier: assist → co_sell, share: none → 40' },
  ]);
  expect(changed(first, { tier: 'assist' }, { otherOrigin: false }, act)).toEqual({
    outcome: 'allowed',
    value: first,
  });
});

test('an undone removal keeps when, by whom and how the partner was tagged', () => {
  const before = tag({ taggedAt: at - 1_000, status: 'confirmed' });
  const back = restored(before, at - 500, { otherOrigin: false }, act);
  expect(back).toMatchObject({
    value: { taggedAt: before.taggedAt, taggedBy: before.taggedBy, status: 'confirmed' },
  });
});
