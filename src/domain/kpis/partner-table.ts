import { isOpen, isWon } from '../columns/deal-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import { lifeCycleStages, tiers } from '../vocabulary.ts';
import { summed } from './amount.ts';
import type { Asked, Selection } from './selection.ts';
import { countsAs, isConfirmed } from './standing.ts';
import type { Tally } from './tally.ts';

/** Days of "the trailing twelve months". */
export const yearDays = 365;
const quarterDays = 91;
/** No day at all: later than every other. */
export const never = 2147483647;

/** What the tags of each partner add up to, by partner code: each of its deals in full. */
export type PartnerTable = ReturnType<typeof emptyTable>;

const emptyTable = (partners: number) => ({
  /** Tags that count: on deals created in the period; closed and won in it; on open deals, by amount. */
  deals: new Int32Array(partners),
  closed: new Int32Array(partners),
  won: new Int32Array(partners),
  openMinor: new Float64Array(partners),
  /** Days of the first tag that counts, of the first and of the last confirmed one; `never` and `missing` for none. */
  firstDay: new Int32Array(partners).fill(never),
  firstConfirmedDay: new Int32Array(partners).fill(never),
  lastConfirmedDay: new Int32Array(partners).fill(missing),
  /**
   * Confirmed deals of the twelve months up to the as-of day, and up to a quarter before it, by partner and tier: by the
   * day of the tag, whatever the period and whatever the question asks of tags.
   */
  ladder: new Int32Array(partners * tiers.length),
  earlierLadder: new Int32Array(partners * tiers.length),
  /** Tags on deals created in the period that touch each life-cycle stage. */
  stages: new Int32Array(partners * lifeCycleStages.length),
});

/** Adds the tags of the selected deals up by partner. */
export function partnerTable({ columns: shared, question }: Asked): Tally<PartnerTable> {
  const table = emptyTable(shared.dictionaries.partners.texts.length);
  return {
    add: (selection) => {
      const { columns, standing, rows } = selection;
      const { start } = columns.involvements;
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at]!;
        for (let tag = start[row]!; tag < start[row + 1]!; tag++) {
          if ((standing[tag]! & isConfirmed) !== 0) addLadder(table, selection, tag, question.asOf);
          if ((standing[tag]! & countsAs) !== countsAs) continue;
          addDeal(table, selection, at, tag);
          addDays(table, selection, tag);
        }
      }
    },
    finish: () => table,
  };
}

function addDeal(table: PartnerTable, selection: Selection, at: number, tag: number): void {
  const { columns, rows, outcome, inCreated, inClosed } = selection;
  const of = columns.involvements.partner[tag]!;
  table.closed[of]! += inClosed[at]!;
  if (outcome[at] === isOpen) table.openMinor[of]! += summed(columns, rows[at]!);
  else if (outcome[at] === isWon) table.won[of]! += inClosed[at]!;
  if (inCreated[at] === 0) return;
  table.deals[of]!++;
  const touched = columns.involvements.stages[tag]!;
  const first = of * lifeCycleStages.length;
  for (let stage = 0; touched >> stage > 0; stage++) table.stages[first + stage]! += (touched >> stage) & 1;
}

function addDays(table: PartnerTable, { columns, standing }: Selection, tag: number): void {
  const { partner, taggedMinute } = columns.involvements;
  const of = partner[tag]!;
  const day = dayOfMinute(taggedMinute[tag]!);
  table.firstDay[of] = Math.min(table.firstDay[of]!, day);
  if ((standing[tag]! & isConfirmed) === 0) return;
  table.firstConfirmedDay[of] = Math.min(table.firstConfirmedDay[of]!, day);
  table.lastConfirmedDay[of] = Math.max(table.lastConfirmedDay[of]!, day);
}

function addLadder(table: PartnerTable, { columns }: Selection, tag: number, asOf: number): void {
  const { partner, tier, taggedMinute } = columns.involvements;
  const place = partner[tag]! * tiers.length + tier[tag]!;
  const age = asOf - dayOfMinute(taggedMinute[tag]!);
  if (age < yearDays) table.ladder[place]!++;
  if (age >= quarterDays && age < yearDays + quarterDays) table.earlierLadder[place]!++;
}

/** Partners with at least one confirmed involvement, tagged in the twelve months up to the as-of day. */
export const activePartners = ({ lastConfirmedDay }: PartnerTable, asOf: number): number =>
  lastConfirmedDay.reduce((count, day) => count + (day > asOf - yearDays ? 1 : 0), 0);
