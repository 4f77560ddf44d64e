import { dayOf } from '#domain/day';
import {
  defaultRoles,
  entryRuling,
  propose,
  type Act,
  type Claim,
  type TaggedDeal,
} from '#domain/involvement';
import { partnerTypes, tiers } from '#domain/vocabulary';

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
const refusal = (because: string, field?: string) =>
  field === undefined ? { outcome: 'refused', because } : { outcome: 'refused', because, field };

test('origin is true by default exactly where the tier is source', () => {
  const origins = tiers
    .map((tier) => proposal({ tier }))
    .map((ruling) => ruling.outcome === 'allowed' && ruling.value.origin);
  expect(origins).toEqual([false, false, true, false]);
});

test('a tag that says nothing is an assist from today on, in the stage of the deal, proposed by whom it was made', () => {
  expect(proposal()).toEqual({
    outcome: 'allowed',
    value: {
      dealId: '601',
      accountId: '7',
      partnerId: '88',
      partnerName: 'Norvik',
      tier: 'assist',
      origin: false,
      roles: ['reseller_of_record'],
      stages: ['evaluate'],
      enteredOn: today,
      exitedOn: null,
      exitReason: null,
      status: 'proposed',
      statusReason: null,
      statusChangedAt: at,
      share: null,
      evidenceType: null,
      evidence: null,
      taggedAt: at,
      taggedBy: 'sam@example.com',
      taggedFrom: 'card',
      history: [{ at, by: 'sam@example.com', what: 'tagged as assist' }],
    },
  });
});

test('what a tag says goes before every default, once each', () => {
  const claim: Claim = {
    tier: 'source',
    origin: false,
    roles: ['reference', 'reference'],
    stages: ['engage', 'decide', 'engage'],
    evidenceType: 'meeting',
    evidence: 'Met',
  };
  expect(proposal(claim, {}, confirmer)).toMatchObject({
    value: { ...claim, roles: ['reference'], stages: ['engage', 'decide'], status: 'confirmed' },
  });
  expect(proposal({ evidence: '' }, { lifeCycleStage: null })).toMatchObject({
    value: { evidence: null, evidenceType: null, stages: [] },
  });
});

test('a company that is no partner cannot be tagged', () => {
  expect(propose({}, deal, { ...partner, partnerType: null }, act)).toEqual(
    refusal('not_a_partner', 'partnerId'),
  );
});

test("a partner's type brings the role that it is there for", () => {
  expect(partnerTypes.map((type) => [type, ...defaultRoles(type)])).toEqual([
    ['referral', 'introducer'],
    ['reseller', 'reseller_of_record'],
    ['distributor', 'commercial'],
    ['si', 'implementation'],
    ['msp', 'managed_service'],
    ['isv', 'solution_design'],
    ['hyperscaler', 'marketplace_listing'],
    ['oem', 'solution_design'],
    ['advisor', 'introducer'],
    ['other'],
  ]);
});

test('an entry on the day of the tag needs no evidence, one on the day of the exit is none too late', () => {
  const entered = { enteredOn: today, exitedOn: null, evidence: null, taggedAt: at };
  expect(entryRuling(entered, at)).toBeNull();
  expect(entryRuling({ ...entered, exitedOn: today }, at)).toBeNull();
  expect(entryRuling({ ...entered, enteredOn: null }, at)).toBeNull();
  expect(entryRuling({ ...entered, enteredOn: today - 1, evidence: '' }, at)).toEqual(
    refusal('evidence_needed', 'evidence'),
  );
});

test('a deal has one origin at most', () => {
  expect(proposal({ origin: true }, { originName: 'Other' })).toEqual(refusal('origin_taken', 'origin'));
  expect(proposal({ tier: 'co_sell' }, { originName: 'Other' }).outcome).toBe('allowed');
  expect(proposal({ origin: true }).outcome).toBe('allowed');
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
