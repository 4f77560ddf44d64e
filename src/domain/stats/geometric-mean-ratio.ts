import type { Estimate } from './newcombe.ts';
import { welch } from './welch.ts';

const fewest = 10;

/**
 * Ratio of two geometric means, first over second: how many times larger the typical amount is. The interval is Welch's
 * on the logarithms. Amounts at or below zero are left out; null where fewer than ten remain on a side.
 * Example: ten deals of 2000 against ten of 1000 give 2.
 */
export function geometricMeanRatio(first: ArrayLike<number>, second: ArrayLike<number>): Estimate | null {
  const logs1 = logarithms(first);
  const logs2 = logarithms(second);
  if (logs1.length < fewest || logs2.length < fewest) return null;
  const { value, interval } = welch(logs1, logs2)!;
  return { value: Math.exp(value), interval: [Math.exp(interval[0]), Math.exp(interval[1])] };
}

function logarithms(amounts: ArrayLike<number>): Float64Array {
  const logs = new Float64Array(amounts.length);
  let count = 0;
  for (let i = 0; i < amounts.length; i++) {
    if (amounts[i]! > 0) logs[count++] = Math.log(amounts[i]!);
  }
  return logs.subarray(0, count);
}
