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
  const withStage = stratum.map((code, i) => {
    let stage = 0;
    let latest = -Infinity;
    stageEnteredAt.forEach((enteredAt, index) => {
      const instant = enteredAt[i]!;
      if (instant <= reachedAt[i]! && instant >= latest) {
        stage = index + 1;
        latest = instant;
      }
    });
    return code * (stageEnteredAt.length + 1) + stage;
  });
  return { reachedAt, stratum: withStage };
}
