import type { Dictionary } from './dictionary.ts';
import type { InvolvementColumns } from './involvement-columns.ts';
import { release } from './memory.ts';

/**
 * The involvements of a whole portfolio with the id of their deal; NaN: of no deal. Columns may be longer than the count;
 * `share` is empty where no involvement has one.
 */
export interface TagColumns extends Omit<InvolvementColumns, 'start'> {
  readonly dealId: Float64Array;
}

export interface TagJoin {
  /**
   * The involvements of a chunk of deals, given the chunk's ids: by deal, then by partner id, then as they come. Chunks
   * come in the order of ids, each once.
   */
  readonly take: (deals: Float64Array) => InvolvementColumns;
  /** Involvements of deals that no chunk had so far, and of those that are still to come. */
  readonly orphans: () => number;
}

/** Hands involvements out to the chunks of deals that they belong to. Takes the columns over and sorts them in place. */
export function joinTags(tags: TagColumns, partners: Dictionary): TagJoin {
  const { count, ...all } = tags;
  const columns = Object.values(all).filter(({ length }) => length > 0);
  const order = inDealOrder(tags, partnerRanks(partners));
  const size = order.length;
  reorder(columns, order);
  release(order.buffer);
  const { dealId } = tags;
  let joined = 0;
  const part = partOf(tags);
  return {
    orphans: () => count - joined,
    take: (deals) => {
      const start = new Int32Array(deals.length + 1);
      const first = firstPlace(dealId, size, deals[0] ?? 0);
      let end = first;
      let place = first;
      for (let row = 0; row < deals.length; row++) {
        while (place < size && dealId[place]! < deals[row]!) place++;
        const from = place;
        while (place < size && dealId[place] === deals[row]) place++;
        // Those of deals that no chunk has are overwritten, so that a chunk's involvements lie side by side.
        if (from > end && place > from) for (const column of columns) column.copyWithin(end, from, place);
        end += place - from;
        start[row + 1] = end - first;
      }
      joined += end - first;
      return { start, ...part(first, end) };
    },
  };
}

/** Views of the columns, from one place up to another. */
function partOf(tags: TagColumns): (first: number, end: number) => Omit<InvolvementColumns, 'start'> {
  let noShares = new Float64Array();
  return (first, end) => {
    const count = end - first;
    if (noShares.length < count) noShares = new Float64Array(2 * count).fill(NaN);
    return {
      count,
      partner: tags.partner.subarray(first, end),
      tier: tags.tier.subarray(first, end),
      status: tags.status.subarray(first, end),
      marks: tags.marks.subarray(first, end),
      roles: tags.roles.subarray(first, end),
      stages: tags.stages.subarray(first, end),
      enteredDay: tags.enteredDay.subarray(first, end),
      exitedDay: tags.exitedDay.subarray(first, end),
      taggedMinute: tags.taggedMinute.subarray(first, end),
      share: tags.share.length > 0 ? tags.share.subarray(first, end) : noShares.subarray(0, count),
    };
  };
}

/** Place of each partner code in the order of partner ids, from 1; code -1, of no partner, is 0. */
function partnerRanks({ texts }: Dictionary): (code: number) => number {
  const rank = new Int32Array(texts.length);
  texts
    .map((_, code) => code)
    .sort((one, other) => (texts[one]! < texts[other]! ? -1 : 1))
    .forEach((code, place) => (rank[code] = place + 1));
  return (code) => rank[code] ?? 0;
}

/** The first place whose deal is not below the id: binary search among the first `size`. */
function firstPlace(dealId: Float64Array, size: number, id: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (dealId[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places of the involvements of a deal, by deal id, then partner, then as they come. */
function inDealOrder({ count, dealId, partner }: TagColumns, rankOf: (code: number) => number): Int32Array {
  const places = new Int32Array(count);
  let size = 0;
  for (let tag = 0; tag < count; tag++) if (!Number.isNaN(dealId[tag])) places[size++] = tag;
  const order = sortedById(places.subarray(0, size), dealId);
  for (let at = 1; at < size; at++) {
    const tag = order[at]!;
    const rank = rankOf(partner[tag]!);
    let to = at;
    for (; to > 0 && dealId[order[to - 1]!] === dealId[tag]; to--) {
      if (rankOf(partner[order[to - 1]!]!) <= rank) break;
      order[to] = order[to - 1]!;
    }
    order[to] = tag;
  }
  return order;
}

const digits = 1 << 12;

/** The digit of an id at a power of `digits`. Ids may have more than 32 bits. */
function digitOf(id: number, unit: number): number {
  const above = Math.floor(id / unit);
  return above - Math.floor(above / digits) * digits;
}

/**
 * Places in the order of their ids, equal ones as they come: digit by digit, from the lowest (least significant digit
 * radix sort), which takes a tenth of the time of a sort that compares. Changes `places`.
 */
function sortedById(places: Int32Array, id: Float64Array): Int32Array {
  let order: Int32Array = places;
  let next: Int32Array = new Int32Array(order.length);
  let largest = 0;
  for (let at = 0; at < order.length; at++) largest = Math.max(largest, id[order[at]!]!);
  const start = new Int32Array(digits + 1);
  for (let unit = 1; unit <= largest; unit *= digits) {
    start.fill(0);
    for (let at = 0; at < order.length; at++) start[digitOf(id[order[at]!]!, unit) + 1]!++;
    for (let digit = 0; digit < digits; digit++) start[digit + 1]! += start[digit]!;
    for (let at = 0; at < order.length; at++) next[start[digitOf(id[order[at]!]!, unit)]!++] = order[at]!;
    [order, next] = [next, order];
  }
  release(next.buffer);
  return order;
}

type Column = TagColumns[Exclude<keyof TagColumns, 'count'>];

/** Puts the values at these places first, in this order; one column after the other, by way of the same memory. */
function reorder(columns: readonly Column[], order: Int32Array): void {
  const memory = new ArrayBuffer(order.length * Float64Array.BYTES_PER_ELEMENT);
  for (const column of columns) {
    const Kind = column.constructor as new (memory: ArrayBuffer, start: number, length: number) => Column;
    const sorted = new Kind(memory, 0, order.length);
    for (let at = 0; at < order.length; at++) sorted[at] = column[order[at]!]!;
    column.set(sorted);
  }
  release(memory);
}
