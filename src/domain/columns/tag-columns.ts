import type { Dictionary } from './dictionary.ts';
import { inOrder, int32 } from './growing.ts';
import type { InvolvementColumns } from './involvement-columns.ts';
import { numberIndex } from './number-index.ts';

/** The involvements of a whole portfolio with the id of their deal; NaN: of no deal. */
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

/** Hands involvements out to the chunks of deals that they belong to. Nothing is sorted: deals are looked up. */
export function joinTags(tags: TagColumns, partners: Dictionary): TagJoin {
  const placesOf = placesByDeal(tags);
  const rank = partnerRanks(partners);
  const rankOf = (tag: number): number => rank[tags.partner[tag]!] ?? -1;
  let joined = 0;
  return {
    orphans: () => tags.count - joined,
    take: (deals) => {
      const start = new Int32Array(deals.length + 1);
      const order = int32();
      deals.forEach((id, row) => {
        const places = placesOf(id);
        if (places.length > 1) places.sort((one, other) => rankOf(one) - rankOf(other) || one - other);
        places.forEach(order.push);
        start[row + 1] = order.length();
      });
      joined += order.length();
      return { count: order.length(), start, ...columnsInOrder(tags, order.taken()) };
    },
  };
}

const none: number[] = [];

/** Places of the involvements of a deal: the last one per deal, and before each the one that came before it. */
function placesByDeal({ count, dealId }: TagColumns): (deal: number) => number[] {
  const deals = numberIndex();
  const last = new Int32Array(count).fill(-1);
  const before = new Int32Array(count);
  for (let tag = 0; tag < count; tag++) {
    if (Number.isNaN(dealId[tag])) continue;
    const deal = deals.take(dealId[tag]!);
    before[tag] = last[deal]!;
    last[deal] = tag;
  }
  return (id) => {
    const deal = deals.codeOf(id);
    if (deal < 0) return none;
    const places: number[] = [];
    for (let tag = last[deal]!; tag >= 0; tag = before[tag]!) places.push(tag);
    return places;
  };
}
