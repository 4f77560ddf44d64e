/** A plain loop: `reduce` makes an object of every sum on its way, megabytes for the amounts of a large portfolio. */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return sum;
}
