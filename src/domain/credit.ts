import { largestRemainder } from './stats/largest-remainder.ts';
import type { Tier } from './vocabulary.ts';

/** How the amount of a deal is split among its confirmed partners. */
export const creditModels = ['equal', 'maturity', 'origin', 'last', 'position', 'manual'] as const;
export type CreditModel = (typeof creditModels)[number];

/** What one confirmed partner brings to the split of one deal. */
export interface Claim {
  readonly partnerId: string;
  readonly tier: Tier;
  readonly origin: boolean;
  /** Day the partner came in; null where nobody said. */
  readonly enteredOn: number | null;
  /** Negotiated share in percent. */
  readonly share: number | null;
}

type TierWeights = Readonly<Record<Tier, number>>;

/**
 * Splits a deal's amount among its claims, in their order, so that the parts sum to the amount to the cent; the odd
 * cents go by largest remainder, ties by partner id. All zeros where the model credits nobody (`manual` without shares).
 * Example: 10000000 among three equal partners is 3333334, 3333333, 3333333.
 */
export function splitCredit(
  amountMinor: number,
  claims: readonly Claim[],
  model: CreditModel,
  tierWeights: TierWeights,
  closedOn: number | null = null,
): readonly number[] {
  const weights = weightsOf(claims, model, tierWeights, closedOn);
  if (claims.length === 1) return [weights[0]! > 0 ? amountMinor : 0];
  const order = claims.map((_, i) => i).sort((a, b) => byId(claims[a]!, claims[b]!));
  const parts = largestRemainder(
    amountMinor,
    order.map((i) => weights[i]!),
  );
  const credits = claims.map(() => 0);
  if (parts) order.forEach((i, place) => (credits[i] = parts[place]!));
  return credits;
}

/** The split as fractions of 1, for display; null where the model credits nobody. */
export function creditShares(
  claims: readonly Claim[],
  model: CreditModel,
  tierWeights: TierWeights,
  closedOn: number | null = null,
): readonly number[] | null {
  const weights = weightsOf(claims, model, tierWeights, closedOn);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return sum > 0 ? weights.map((weight) => weight / sum) : null;
}

const byId = (a: Claim, b: Claim): number => (a.partnerId < b.partnerId ? -1 : 1);

function weightsOf(
  claims: readonly Claim[],
  model: CreditModel,
  tierWeights: TierWeights,
  closedOn: number | null,
): readonly number[] {
  switch (model) {
    case 'equal':
      return claims.map(() => 1);
    case 'maturity':
      return claims.map((claim) => Math.max(0, tierWeights[claim.tier]));
    case 'origin':
      return originWeights(claims);
    case 'last':
      return lastWeights(claims, closedOn);
    case 'position':
      return positionWeights(claims);
    case 'manual':
      return claims.map((claim) => Math.max(0, claim.share ?? 0));
  }
}

/**
 * Days for ordering. A claim without a day counts as halfway between the first and the last known one, so that it is
 * neither first nor last; where no day is known all are equal. Claims of one day share what their places get.
 */
function daysOf(claims: readonly Claim[]): readonly number[] {
  const known = claims.flatMap((claim) => claim.enteredOn ?? []);
  const halfway = known.length === 0 ? 0 : (Math.min(...known) + Math.max(...known)) / 2;
  return claims.map((claim) => claim.enteredOn ?? halfway);
}

function originWeights(claims: readonly Claim[]): readonly number[] {
  if (claims.some((claim) => claim.origin)) return claims.map((claim) => Number(claim.origin));
  const days = daysOf(claims);
  const first = Math.min(...days);
  return days.map((day) => Number(day === first));
}

/** Who came in after the close does not count, unless all did. */
function lastWeights(claims: readonly Claim[], closedOn: number | null): readonly number[] {
  const days = daysOf(claims);
  const inTime = closedOn === null ? days : days.filter((day) => day <= closedOn);
  const last = Math.max(...(inTime.length > 0 ? inTime : days));
  return days.map((day) => Number(day === last));
}

/** 40 % to the first, 40 % to the last, 20 % among those between; where there are only two they share equally. */
function positionWeights(claims: readonly Claim[]): readonly number[] {
  const days = daysOf(claims);
  const count = days.length;
  const atPlace = (place: number): number => (place === 0 || place === count - 1 ? 40 : 20 / (count - 2));
  return days.map((day) => {
    const before = days.filter((other) => other < day).length;
    const tied = days.filter((other) => other === day).length;
    let sum = 0;
    for (let place = before; place < before + tied; place++) sum += atPlace(place);
    return sum / tied;
  });
}
