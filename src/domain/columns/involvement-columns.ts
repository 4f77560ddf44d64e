import type { InvolvementRow } from '../rows.ts';
import { involvementStatuses, lifeCycleStages, roles, tiers } from '../vocabulary.ts';
import { growingDictionary } from './dictionary.ts';
import { float64, int32, takenInOrder, uint16, uint8 } from './growing.ts';
import { minuteOf, missing } from './minute.ts';

/** Bits of `marks`. */
export const isOrigin = 1;
export const isImported = 2;
export const hasEvidence = 4;

/** One place per involvement, grouped by deal: those of deal row d are start[d] up to start[d + 1]. */
export interface InvolvementColumns {
  readonly count: number;
  readonly start: Int32Array;
  readonly partner: Int32Array;
  readonly tier: Uint8Array;
  readonly status: Uint8Array;
  readonly marks: Uint8Array;
  /** Bit r is set where the involvement has the role at place r of the vocabulary; stages alike. */
  readonly roles: Uint16Array;
  readonly stages: Uint8Array;
  readonly enteredDay: Int32Array;
  readonly exitedDay: Int32Array;
  readonly taggedMinute: Int32Array;
  /** NaN: no negotiated share. */
  readonly share: Float64Array | Float32Array;
}

const emptyColumns = () => ({
  partner: int32(),
  tier: uint8(),
  status: uint8(),
  marks: uint8(),
  roles: uint16(),
  stages: uint8(),
  enteredDay: int32(),
  exitedDay: int32(),
  taggedMinute: int32(),
  share: float64(),
});

const bitsOf = <Word>(words: readonly Word[], vocabulary: readonly Word[]): number =>
  words.reduce((bits, word) => bits | (1 << vocabulary.indexOf(word)), 0);

/** Takes involvements in any order, also before their deals; of an id that comes twice, the last row counts. */
export function involvementColumnsBuilder() {
  const columns = emptyColumns();
  const dealId = float64();
  const ids: string[] = [];
  const partners = growingDictionary();
  const names = new Map<number, string>();
  return {
    partners,
    names,
    add: (row: InvolvementRow): void => {
      const partner = partners.take(row.partnerId);
      names.set(partner, row.partnerName);
      ids.push(row.id);
      // A tag without a partner belongs to nobody: counted with the orphans.
      dealId.push(partner < 0 ? NaN : row.dealId);
      columns.partner.push(partner);
      pushRow(columns, row);
    },
    finish: (deals: Float64Array): { involvements: InvolvementColumns; orphans: number } => {
      const dealRows = rowsOfDeals(dealId.taken(), deals);
      const order = groupedByDeal(dealRows, ids, columns.partner.taken(), partners.texts);
      const deal = order.map((row) => dealRows[row]!);
      const start = new Int32Array(deals.length + 1);
      for (const row of deal) start[row + 1]!++;
      for (let row = 0; row < deals.length; row++) start[row + 1]! += start[row]!;
      const orphans = dealRows.reduce((sum, row) => sum + (row < 0 ? 1 : 0), 0);
      return {
        involvements: { count: order.length, start, ...takenInOrder(columns, order) },
        orphans,
      };
    },
  };
}

function pushRow(columns: ReturnType<typeof emptyColumns>, row: InvolvementRow): void {
  columns.tier.push(tiers.indexOf(row.tier));
  columns.status.push(involvementStatuses.indexOf(row.status));
  columns.marks.push(
    (row.origin ? isOrigin : 0) | (row.imported ? isImported : 0) | (row.hasEvidence ? hasEvidence : 0),
  );
  columns.roles.push(bitsOf(row.roles, roles));
  columns.stages.push(bitsOf(row.stages, lifeCycleStages));
  columns.enteredDay.push(row.enteredOn ?? missing);
  columns.exitedDay.push(row.exitedOn ?? missing);
  columns.taggedMinute.push(minuteOf(row.taggedAt));
  columns.share.push(row.share ?? NaN);
}

/** Row of each involvement's deal by binary search in the sorted deal ids; -1 for a deal that is not there. */
function rowsOfDeals(dealId: Float64Array, deals: Float64Array): Int32Array {
  const rows = new Int32Array(dealId.length);
  dealId.forEach((id, at) => {
    let low = 0;
    let high = deals.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (deals[middle]! < id) low = middle + 1;
      else high = middle;
    }
    rows[at] = deals[low] === id ? low : -1;
  });
  return rows;
}

/** Rows of involvements with a deal, by deal, then partner id, then id: no output depends on the order of arrival. */
function groupedByDeal(
  dealRows: Int32Array,
  ids: readonly string[],
  partner: Int32Array,
  partnerIds: readonly string[],
): Int32Array {
  const lastOf = new Map(ids.map((id, row) => [id, row]));
  const rank = new Int32Array(partnerIds.length);
  partnerIds
    .map((_, code) => code)
    .sort((one, other) => (partnerIds[one]! < partnerIds[other]! ? -1 : 1))
    .forEach((code, place) => (rank[code] = place));
  return Int32Array.from(lastOf.values())
    .filter((row) => dealRows[row]! >= 0)
    .sort(
      (one, other) =>
        dealRows[one]! - dealRows[other]! ||
        rank[partner[one]!]! - rank[partner[other]!]! ||
        (ids[one]! < ids[other]! ? -1 : 1),
    );
}
