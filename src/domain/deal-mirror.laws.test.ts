import fc from 'fast-check';
import { customerOf } from '#domain/customer';
import { higherTier, isInStep, mirrorOf, mirrorWith, sameMirror, type DealMirror } from '#domain/deal-mirror';
import { involvementStatuses, tiers } from '#domain/vocabulary';

const tag = fc.record({
  tier: fc.constantFrom(...tiers),
  origin: fc.boolean(),
  partnerName: fc.string({ minLength: 1 }),
  status: fc.constantFrom(...involvementStatuses),
});

test('the mirror with one more tag is the mirror of all tags', () => {
  fc.assert(
    fc.property(fc.array(tag), tag, (tags, added) => {
      expect(mirrorWith(mirrorOf(tags), added)).toEqual(mirrorOf([...tags, added]));
    }),
  );
});

test('a mirror made of tags is in step with them and with no other number of them', () => {
  fc.assert(
    fc.property(fc.array(tag), (tags) => {
      expect(isInStep(mirrorOf(tags), tags.length)).toBe(true);
      expect(isInStep(mirrorOf(tags), tags.length + 1)).toBe(false);
    }),
  );
});

test('rejected tags give a deal neither tier nor origin', () => {
  const mirror = mirrorOf([{ tier: 'source', origin: true, partnerName: 'Norvik', status: 'rejected' }]);
  expect(mirror).toEqual({ answer: 'tagged', tier: null, origin: null, count: 1 });
});

test('a deal shows its highest tier and the partner that it came from', () => {
  const tagged = { origin: false, status: 'proposed' } as const;
  const mirror = mirrorOf([
    { ...tagged, tier: 'assist', partnerName: 'Helper' },
    { ...tagged, tier: 'source', partnerName: 'Norvik', origin: true },
    { ...tagged, tier: 'co_sell', partnerName: 'Late', origin: true },
  ]);
  expect(mirror).toEqual({ answer: 'tagged', tier: 'source', origin: 'Norvik', count: 3 });
  expect(mirrorOf([])).toEqual({ answer: 'unanswered', tier: null, origin: null, count: 0 });
});

test('a mirror is in step only where it says "tagged" of tags, and of nothing else', () => {
  const mirror = (answer: DealMirror['answer'], count: number) => ({ ...mirrorOf([]), answer, count });
  expect(isInStep(mirror('none', 0), 0)).toBe(true);
  expect(isInStep(mirror('tagged', 0), 0)).toBe(false);
  expect(isInStep(mirror('none', 1), 1)).toBe(false);
});

test('two mirrors are the same where they say the same, in every respect', () => {
  const mirror: DealMirror = { answer: 'tagged', tier: 'source', origin: 'Norvik', count: 1 };
  expect(sameMirror(mirror, { ...mirror })).toBe(true);
  const others: Partial<DealMirror>[] = [
    { answer: 'none' },
    { tier: 'assist' },
    { origin: 'Other' },
    { count: 2 },
  ];
  expect(others.map((other) => sameMirror(mirror, { ...mirror, ...other }))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(sameMirror(mirror, { answer: 'none', tier: null, origin: null, count: 1 })).toBe(false);
});

test('an assist tag leaves a co-sell deal at co-sell', () => {
  expect(higherTier('assist', 'source')).toBe('source');
  expect(higherTier('co_sell', 'assist')).toBe('co_sell');
  expect(higherTier(null, 'assist')).toBe('assist');
});

test('the customer is the primary company unless that is a partner, then the first other company that is none', () => {
  const company = { id: '7', partnerType: null };
  const other = { id: '8', partnerType: null };
  const partner = { id: '88', partnerType: 'si' } as const;
  expect(customerOf('8', [company, other])).toBe(other);
  expect(customerOf('88', [partner, company, other])).toBe(company);
  expect(customerOf('88', [partner])).toBeNull();
  expect(customerOf(null, [])).toBeNull();
});
