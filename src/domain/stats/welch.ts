import type { Estimate } from './newcombe.ts';
import { studentT975 } from './student-t.ts';

/**
 * Difference of two means, first minus second, with Welch's t-interval for unequal variances; null where a side has
 * fewer than two values. Welch, Biometrika 1947;34:28.
 * Example: R's sleep data give -1.58 with [-3.3655, 0.2055].
 */
export function welch(first: ArrayLike<number>, second: ArrayLike<number>): Estimate | null {
  if (first.length < 2 || second.length < 2) return null;
  const one = meanOf(first);
  const two = meanOf(second);
  const value = one.mean - two.mean;
  const variance = one.variance + two.variance;
  if (variance === 0) return { value, interval: [value, value] };
  const degrees =
    variance ** 2 / (one.variance ** 2 / (first.length - 1) + two.variance ** 2 / (second.length - 1));
  const half = studentT975(degrees) * Math.sqrt(variance);
  return { value, interval: [value - half, value + half] };
}

/** Mean, and the variance of the mean. */
function meanOf(values: ArrayLike<number>): { readonly mean: number; readonly variance: number } {
  const count = values.length;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (values[i]! - mean) ** 2;
  return { mean, variance: squares / (count - 1) / count };
}
