import { arms, type Arm } from './kpi.ts';
import type { Selection } from './selection.ts';

/** One running number per arm code; the code of "all" is filled by `total`. */
export const armSums = (): Float64Array => new Float64Array(arms.length + 1);

/** The number of an arm: for "all", the sum over every deal, also those in no other arm. */
export function ofArm(sums: Float64Array, arm: Arm): number {
  if (arm !== 'all') return sums[arms.indexOf(arm)]!;
  return sums.reduce((sum, value) => sum + value, 0);
}

/** Values of the selected deals by arm, in order of deal ids; a value of NaN leaves the deal out. */
export function valuesByArm(
  selection: Selection,
  valueOf: (at: number) => number,
): Record<Arm, Float64Array> {
  const { rows, arm } = selection;
  const all = new Float64Array(rows.length);
  const armOfValue = new Uint8Array(rows.length);
  const sizes = new Int32Array(arms.length + 1);
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const value = valueOf(at);
    if (Number.isNaN(value)) continue;
    sizes[arm[at]!]!++;
    armOfValue[count] = arm[at]!;
    all[count++] = value;
  }
  const lists = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Int32Array(lists.length);
  for (let at = 0; at < count; at++) {
    const code = armOfValue[at]!;
    lists[code]![filled[code]!++] = all[at]!;
  }
  return { all: all.slice(0, count), partner: lists[1]!, none: lists[2]!, unanswered: lists[3]! };
}
