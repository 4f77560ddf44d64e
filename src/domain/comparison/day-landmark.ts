import { missing } from '../columns/minute.ts';

const msPerDay = 86_400_000;

export interface DayLandmarkColumns {
  readonly createdAt: Float64Array;
  /** Instants at which the deals entered each stage, one array per stage; NaN: never. */
  readonly stageEnteredAt: readonly Float64Array[];
  readonly stratum: Int32Array;
}

/**
 * The landmark of a whole number of days after creation. The stage in which a deal is on that day becomes part of its
 * stratum: without it, partners who are brought into advanced deals look as if they had advanced them.
 * Example: with 2 stages, a deal of stratum 1 that is in its second stage on that day gets the stratum 1 · 3 + 2.
 */
export function dayLandmark(
  { createdAt, stageEnteredAt, stratum }: DayLandmarkColumns,
  days: number,
): { readonly reachedAt: Float64Array; readonly stratum: Int32Array } {
  const reachedAt = createdAt.map((instant) => instant + days * msPerDay);
  const stages = stageEnteredAt.length;
  const entered = new Float64Array(stages);
  const withStage = stratum.map((code, i) => {
    stageEnteredAt.forEach((enteredAt, stage) => (entered[stage] = enteredAt[i]!));
    return code * (stages + 1) + stageAt(entered, 0, stages, reachedAt[i]!) + 1;
  });
  return { reachedAt, stratum: withStage };
}

/**
 * Place of the stage that a deal is in at an instant: the last of its entries from `from` up to `to` that was made by
 * then; -1 for none. An entry of NaN, or `missing`, was never made. Of entries at the same
 * instant the later place counts. Example: of the entries 3, 9 and 12, that at 10 is at place 1.
 */
export function stageAt(
  entered: Float64Array | Int32Array,
  from: number,
  to: number,
  instant: number,
): number {
  let place = -1;
  let latest = missing + 1;
  for (let entry = from; entry < to; entry++) {
    const at = entered[entry]!;
    if (at > instant || !(at >= latest)) continue;
    place = entry;
    latest = at;
  }
  return place;
}
