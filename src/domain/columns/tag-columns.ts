import type { Dictionary } from './dictionary.ts';
import { inOrder, int32 } from './growing.ts';
import type { InvolvementColumns } from './involvement-columns.ts';

/** The involvements of a whole portfolio with the id of their deal; NaN: of no deal. */
export interface TagColumns extends Omit<InvolvementColumns, 'start'> {
  readonly dealId: Float64Array;
}

/** The same involvements by deal id, then by partner id, then as they come; those of no deal last. */
export function tagsByDeal(tags: TagColumns, partners: Dictionary): TagColumns {
  const order = orderOf(tags, partners);
  return { count: tags.count, dealId: inOrder(tags.dealId, order), ...columnsInOrder(tags, order) };
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

/** Sorts one number per involvement that holds deal, partner and place: a native sort, without calls to compare. */
function orderOf({ count, dealId, partner }: TagColumns, partners: Dictionary): Int32Array {
  const deals = dealId.slice().sort();
  const rank = new Map<number, number>();
  for (const id of deals) if (!rank.has(id)) rank.set(id, rank.size);
  const partnerRank = partnerRanks(partners);
  const width = partnerRank.length + 1;
  const keys = new Float64Array(count);
  for (let tag = 0; tag < count; tag++) {
    const key = rank.get(dealId[tag]!)! * width + (partnerRank[partner[tag]!] ?? -1) + 1;
    keys[tag] = key * count + tag;
  }
  if (rank.size * width * count > Number.MAX_SAFE_INTEGER) throw new Error('Too many involvements to sort');
  return Int32Array.from(keys.sort(), (key) => key % count);
}

function partnerRanks({ texts }: Dictionary): Int32Array {
  const rank = new Int32Array(texts.length);
  texts
    .map((_, code) => code)
    .sort((one, other) => (texts[one]! < texts[other]! ? -1 : 1))
    .forEach((code, place) => (rank[code] = place));
  return rank;
}

export interface TagJoin {
  /** The involvements of a chunk of deals, given the chunk's ids. Chunks come in the order of ids. */
  readonly take: (deals: Float64Array) => InvolvementColumns;
  /** Involvements of deals that no chunk had so far, and of those that are still to come. */
  readonly orphans: () => number;
}

/** Hands the involvements of `tagsByDeal` out to the chunks of deals that they belong to. */
export function joinTags(tags: TagColumns): TagJoin {
  let next = 0;
  let joined = 0;
  return {
    orphans: () => tags.count - joined,
    take: (deals) => {
      const start = new Int32Array(deals.length + 1);
      const places = int32();
      for (let row = 0; row < deals.length; row++) {
        while (tags.dealId[next]! < deals[row]!) next++;
        while (tags.dealId[next] === deals[row]) places.push(next++);
        start[row + 1] = places.length();
      }
      joined += places.length();
      const order = places.taken();
      return { count: order.length, start, ...columnsInOrder(tags, order) };
    },
  };
}
