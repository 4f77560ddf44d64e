/**
 * Probability that a chi-square variable with a whole number of degrees of freedom exceeds `value`: the upper
 * incomplete gamma function, by series or continued fraction (DLMF 8.7.1, 8.9.2).
 * Example: chiSquareTail(3.841458820694124, 1) is 0.05.
 */
export function chiSquareTail(value: number, degrees: number): number {
  if (value <= 0) return 1;
  const shape = degrees / 2;
  const x = value / 2;
  const scale = Math.exp(shape * Math.log(x) - x - logGammaOfHalf(degrees));
  return x < shape + 1 ? 1 - scale * lowerSeries(shape, x) : scale * upperFraction(shape, x);
}

/** Logarithm of the gamma function at half a whole number, by its recurrence. */
function logGammaOfHalf(twice: number): number {
  let log = twice % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let x = twice / 2 - 1; x > 0; x--) log += Math.log(x);
  return log;
}

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let total = term;
  for (let k = 1; term > total * 1e-17; k++) {
    term *= x / (shape + k);
    total += term;
  }
  return total;
}

/** Lentz's evaluation, as modified by Thompson & Barnett, J Comput Phys 1986;64:490. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 1000; k++) {
    const a = -k * (k - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return fraction;
}
