import { z95 } from './interval.ts';

/**
 * The 97.5 % point of Student's t distribution: the root of its upper tail by Newton's method, or beyond twenty thousand
 * degrees of freedom the expansion around the normal point (Abramowitz & Stegun 26.7.5), both to twelve digits.
 * Degrees need not be whole. Example: studentT975(10) is 2.228138851986.
 */
export function studentT975(degrees: number): number {
  if (degrees > 20_000) return expansion(degrees);
  let t = z95;
  for (let round = 0; round < 100; round++) {
    const step = (upperTail(t, degrees) - 0.025) / density(t, degrees);
    // The tail is convex and the normal point lies left of the root: Newton's steps climb and cannot overshoot.
    t += step;
    if (Math.abs(step) < 1e-14 * t) break;
  }
  return t;
}

function expansion(degrees: number): number {
  const z = z95;
  const terms = [z, (z ** 3 + z) / 4, (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96];
  return terms.reduceRight((sum, term) => sum / degrees + term, 0);
}

const density = (t: number, degrees: number): number =>
  (gammaRatio(degrees / 2) / Math.sqrt(degrees * Math.PI)) *
  Math.exp((-(degrees + 1) / 2) * Math.log1p((t * t) / degrees));

/** Half the regularised incomplete beta function at degrees / (degrees + t²) with the parameters degrees / 2 and 1/2. */
function upperTail(t: number, degrees: number): number {
  const a = degrees / 2;
  const x = degrees / (degrees + t * t);
  const y = (t * t) / (degrees + t * t);
  const front = (gammaRatio(a) / Math.sqrt(Math.PI)) * x ** a * Math.sqrt(y);
  // Right of the normal point the fraction converges for any number of degrees.
  return (front * betaFraction(x, a)) / (2 * a);
}

/** The continued fraction of the incomplete beta function with the parameters a and 1/2 (DLMF 8.17.22), by Lentz's method. */
function betaFraction(x: number, a: number): number {
  const b = 0.5;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return fraction;
}

/** Γ(a + 1/2) / Γ(a): its asymptotic series (Tricomi & Erdélyi, Pacific J Math 1951;1:133) carried down from a ≥ 60. */
function gammaRatio(a: number): number {
  if (a < 60) return (gammaRatio(a + 1) * a) / (a + 0.5);
  const u = 1 / (8 * a);
  return Math.sqrt(a) * (1 - u + u ** 2 / 2 + (5 * u ** 3) / 2 - (21 * u ** 4) / 8 - (399 * u ** 5) / 8);
}
