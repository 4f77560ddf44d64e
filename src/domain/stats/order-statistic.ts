/**
 * Puts the value of the given rank (0 is the smallest) at its sorted place and returns it, smaller values before it
 * and larger after, within `from` to `to`. Hoare's selection, median of three: linear time, no sort.
 * Changes `values`. They must hold no NaN.
 */
export function selectInPlace(
  values: Float64Array,
  rank: number,
  from = 0,
  to: number = values.length - 1,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const pivot = middleOfThree(values[low]!, values[(low + high) >>> 1]!, values[high]!);
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left > right) break;
      const swapped = values[left]!;
      values[left++] = values[right]!;
      values[right--] = swapped;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank]!;
}

const middleOfThree = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
