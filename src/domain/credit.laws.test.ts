import * as fc from 'fast-check';
import { creditModels, creditShares, splitCredit, type Claim } from './credit.ts';
import { tiers } from './vocabulary.ts';

const day = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null });
const claimOf = (partnerId: string): fc.Arbitrary<Claim> =>
  fc.record({
    partnerId: fc.constant(partnerId),
    tier: fc.constantFrom(...tiers),
    origin: fc.boolean(),
    enteredOn: day,
    share: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }),
  });
const claims = fc
  .uniqueArray(fc.nat({ max: 999 }), { minLength: 1, maxLength: 8 })
  .chain((ids) => fc.tuple(...ids.map((id) => claimOf(String(id)))));
const weight = fc.integer({ min: 0, max: 10 });
const weights = fc.record({ assist: weight, co_sell: weight, source: weight, joint_solution: weight });
const amount = fc.maxSafeInteger();
const model = fc.constantFrom(...creditModels);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + BigInt(one), 0n);

it('credit sums to the amount to the cent, or nobody is credited', () => {
  fc.assert(
    fc.property(amount, claims, model, weights, day, (minor, all, how, tierWeights, closedOn) => {
      const credits = splitCredit(minor, all, how, tierWeights, closedOn);
      const shares = creditShares(all, how, tierWeights, closedOn);
      expect(sum(credits)).toBe(shares === null ? 0n : BigInt(minor));
    }),
    { numRuns: 2000 },
  );
});

it('the order of the claims changes nothing', () => {
  const shuffled = claims.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(amount, shuffled, model, weights, (minor, [all, other], how, tierWeights) => {
      const byPartner = (order: readonly Claim[]) => {
        const credits = splitCredit(minor, order, how, tierWeights);
        return new Map(order.map((one, i) => [one.partnerId, credits[i]]));
      };
      expect(byPartner(other)).toEqual(byPartner(all));
    }),
    { numRuns: 2000 },
  );
});

it('no credit points against the amount, and none strays from its quota by a cent or more', () => {
  const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
  fc.assert(
    fc.property(cents, claims, model, weights, (minor, all, how, tierWeights) => {
      const credits = splitCredit(minor, all, how, tierWeights);
      const shares = creditShares(all, how, tierWeights) ?? all.map(() => 0);
      credits.forEach((credit, i) => {
        expect(credit * minor).toBeGreaterThanOrEqual(0);
        expect(Math.abs(credit - minor * shares[i]!)).toBeLessThan(1 + 1e-6);
      });
    }),
    { numRuns: 2000 },
  );
});
