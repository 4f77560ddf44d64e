import type { SegmentEntry } from '../crm/portfolio.ts';

/** The segments of one table in the order of ids. The first begins at 0, the last is open to larger ids. */
export type SegmentIndex = readonly SegmentEntry[];

/** First id of the range after the one that begins at `from`; null for the last. */
export const endOfRange = (index: SegmentIndex, from: number): number | null =>
  index.find((entry) => entry.from > from)?.from ?? null;

/** The segment whose range holds an id; undefined in an empty index only. */
export const segmentWith = (index: SegmentIndex, id: number): SegmentEntry | undefined =>
  index.findLast((entry) => entry.from <= id) ?? index[0];

/**
 * The index with the range that begins at `from` held by these segments instead. Without any, the range falls to its
 * neighbour, so that no id is without a segment.
 */
export function withRange(
  index: SegmentIndex,
  from: number,
  segments: readonly SegmentEntry[],
): readonly SegmentEntry[] {
  const before = index.filter((entry) => entry.from < from);
  const [next, ...rest] = index.filter((entry) => entry.from > from);
  if (segments.length > 0 || !next) return [...before, ...segments, ...(next ? [next, ...rest] : [])];
  return [...before, { ...next, from }, ...rest];
}
