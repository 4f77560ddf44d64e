import { float64 } from '../columns/growing.ts';
import { arms, type Arm } from './kpi.ts';

/** Places of the arm codes: those of the list of arms, and one for deals in no arm but "all". */
const places = arms.length + 1;

/** One running number per arm code; the code of "all" is filled by `ofArm`. */
export const armSums = (): Float64Array => new Float64Array(places);

/** The number of an arm: for "all", the sum over every deal, also those in no other arm. */
export function ofArm(sums: Float64Array, arm: Arm): number {
  if (arm !== 'all') return sums[arms.indexOf(arm)]!;
  return sums.reduce((sum, value) => sum + value, 0);
}

/** One of a kind per arm code. */
export const perArm = <Kept>(make: () => Kept): readonly Kept[] => Array.from({ length: places }, make);

/** One list of values per arm code, in no order that counts. */
export const armValues = () => perArm(float64);

/** The values of an arm. */
export function valuesOf(lists: ReturnType<typeof armValues>, arm: Arm): Float64Array {
  if (arm !== 'all') return lists[arms.indexOf(arm)]!.taken();
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length(), 0));
  let filled = 0;
  for (const list of lists) {
    all.set(list.taken(), filled);
    filled += list.length();
  }
  return all;
}
