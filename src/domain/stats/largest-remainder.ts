/**
 * Splits a whole number by weights so that the parts sum to it exactly: each gets its quota rounded down, and what is
 * left goes one by one to the largest remainders, ties in the order given. A negative total splits as its mirror image.
 * Null where no weight is above zero. Hamilton's method of apportionment.
 * Example: largestRemainder(9999999, [4, 3, 2, 1]) is [3999999, 3000000, 2000000, 1000000] (of 3999999.6, 2999999.7, …).
 */
export function largestRemainder(total: number, weights: readonly number[]): readonly number[] | null {
  if (!Number.isSafeInteger(total)) throw new Error('Only a whole number can be split to the last unit.');
  const claims = weights.map((weight) => (weight > 0 && Number.isFinite(weight) ? weight : 0));
  const sum = claims.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return null;
  const size = Math.abs(total);
  // The remainder operator is exact, so equal remainders are equal to the bit and ties are ties.
  const remainders = claims.map((weight) => (size * weight) % sum);
  const parts = claims.map((weight, i) => Math.round((size * weight - remainders[i]!) / sum));
  handOut(parts, claims, remainders, size - parts.reduce((all, part) => all + part, 0));
  return total < 0 ? parts.map((part) => 0 - part) : parts;
}

/** `left` is below zero only where products beyond 2^53 were rounded up; then the smallest remainders give back. */
function handOut(
  parts: number[],
  claims: readonly number[],
  remainders: readonly number[],
  left: number,
): void {
  const step = Math.sign(left);
  const entitled = [...parts.keys()].filter((i) => (step > 0 ? claims[i]! : parts[i]!) > 0);
  entitled.sort((a, b) => step * (remainders[b]! - remainders[a]!));
  const units = (place: number): number => Math.ceil((Math.abs(left) - place) / entitled.length);
  entitled.forEach((i, place) => (parts[i]! += step * units(place)));
}
