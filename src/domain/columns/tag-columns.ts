import type { Dictionary } from './dictionary.ts';
import { inOrder } from './growing.ts';
import type { InvolvementColumns } from './involvement-columns.ts';

/** The involvements of a whole portfolio with the id of their deal; NaN: of no deal. Columns may be longer than the count. */
export interface TagColumns extends Omit<InvolvementColumns, 'start'> {
  readonly dealId: Float64Array;
}

const columnsInOrder = (
  tags: TagColumns,
  order: Int32Array,
): Omit<InvolvementColumns, 'count' | 'start'> => ({
  partner: inOrder(tags.partner, order),
  tier: inOrder(tags.tier, order),
  status: inOrder(tags.status, order),
  marks: inOrder(tags.marks, order),
  roles: inOrder(tags.roles, order),
  stages: inOrder(tags.stages, order),
  enteredDay: inOrder(tags.enteredDay, order),
  exitedDay: inOrder(tags.exitedDay, order),
  taggedMinute: inOrder(tags.taggedMinute, order),
  share: inOrder(tags.share, order),
});

function partnerRanks({ texts }: Dictionary): Int32Array {
  const rank = new Int32Array(texts.length);
  texts
    .map((_, code) => code)
    .sort((one, other) => (texts[one]! < texts[other]! ? -1 : 1))
    .forEach((code, place) => (rank[code] = place));
  return rank;
}

export interface TagJoin {
  /** The involvements of a chunk of deals, given the chunk's ids: by deal, then by partner id, then as they come. */
  readonly take: (deals: Float64Array) => InvolvementColumns;
  /** Involvements of deals that no chunk had so far, and of those that are still to come. */
  readonly orphans: () => number;
}

/** Hands involvements out to the chunks of deals that they belong to. */
export function joinTags(tags: TagColumns, partners: Dictionary): TagJoin {
  const byDeal = placesByDeal(tags);
  const rank = partnerRanks(partners);
  const rankOf = (tag: number): number => rank[tags.partner[tag]!] ?? -1;
  const inRank = (one: number, other: number): number => rankOf(one) - rankOf(other) || one - other;
  const order = new Int32Array(byDeal.length);
  let joined = 0;
  return {
    orphans: () => tags.count - joined,
    take: (deals) => {
      const start = new Int32Array(deals.length + 1);
      let place = firstPlace(tags.dealId, byDeal, deals[0] ?? 0);
      let taken = 0;
      for (let row = 0; row < deals.length; row++) {
        const first = taken;
        while (tags.dealId[byDeal[place]!]! < deals[row]!) place++;
        while (tags.dealId[byDeal[place]!] === deals[row]) order[taken++] = byDeal[place++]!;
        if (taken > first + 1) order.subarray(first, taken).sort(inRank);
        start[row + 1] = taken;
      }
      joined += taken;
      return { count: taken, start, ...columnsInOrder(tags, order.subarray(0, taken)) };
    },
  };
}

/** The first place in the order of deals whose deal is not below the id: binary search. */
function firstPlace(dealId: Float64Array, byDeal: Int32Array, id: number): number {
  let low = 0;
  let high = byDeal.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (dealId[byDeal[middle]!]! < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

const digits = 4096;

/**
 * Places of the involvements of a deal, by deal id, then as they come: sorted digit by digit, from the lowest (least
 * significant digit radix sort), which takes a tenth of the time of a sort that compares.
 */
function placesByDeal({ count, dealId }: TagColumns): Int32Array {
  let order = new Int32Array(count);
  let size = 0;
  let largest = 0;
  for (let tag = 0; tag < count; tag++) {
    if (Number.isNaN(dealId[tag])) continue;
    order[size++] = tag;
    largest = Math.max(largest, dealId[tag]!);
  }
  order = order.subarray(0, size);
  let next = new Int32Array(size);
  const start = new Int32Array(digits + 1);
  for (let unit = 1; unit <= largest; unit *= digits) {
    start.fill(0);
    for (let at = 0; at < size; at++) start[((dealId[order[at]!]! / unit) & (digits - 1)) + 1]!++;
    for (let digit = 0; digit < digits; digit++) start[digit + 1]! += start[digit]!;
    for (let at = 0; at < size; at++)
      next[start[(dealId[order[at]!]! / unit) & (digits - 1)]!++] = order[at]!;
    [order, next] = [next, order];
  }
  return order;
}
