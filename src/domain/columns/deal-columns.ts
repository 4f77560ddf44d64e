import type { DealRow } from '../rows.ts';
import { partnerAnswers } from '../vocabulary.ts';
import { growingDictionary, type Dictionary } from './dictionary.ts';
import { float64, int16, int32, takenInOrder, uint16, uint8 } from './growing.ts';
import { minuteOf } from './minute.ts';

const outcomes = ['open', 'won', 'lost'] as const;
export const isOpen = 0;
export const isWon = 1;
export const isLost = 2;

/** Bits of `flags`. */
export const foreignAmount = 1;
export const partnerAsAccount = 2;

/**
 * One place per deal, in the order of deal ids. Codes are places in the dictionary of the same name; -1 is none. Sixteen
 * bits hold 32,767 pipelines, stages or deal types.
 */
export interface DealColumns {
  readonly count: number;
  readonly id: Float64Array;
  readonly outcome: Uint8Array;
  readonly createdMinute: Int32Array;
  readonly closeMinute: Int32Array;
  /** NaN: no amount. */
  readonly amountMinor: Float64Array;
  readonly weightedMinor: Float64Array;
  readonly flags: Uint8Array;
  readonly answer: Uint8Array;
  readonly pipeline: Int16Array;
  readonly stage: Int16Array;
  readonly owner: Int32Array;
  readonly account: Int32Array;
  readonly dealType: Int16Array;
  readonly lossReason: Int32Array;
  /** Stages of deal d are the entries from stageStart[d] up to stageStart[d + 1]. */
  readonly stageStart: Int32Array;
  readonly entryStage: Uint16Array;
  readonly entryMinute: Int32Array;
  /** Cumulative minutes in the stage, where the CRM states it. */
  readonly entrySpent: Int32Array;
}

export interface DealDictionaries {
  readonly pipelines: Dictionary;
  readonly stages: Dictionary;
  readonly owners: Dictionary;
  readonly accounts: Dictionary;
  readonly dealTypes: Dictionary;
  readonly lossReasons: Dictionary;
}

const emptyColumns = () => ({
  id: float64(),
  outcome: uint8(),
  createdMinute: int32(),
  closeMinute: int32(),
  amountMinor: float64(),
  weightedMinor: float64(),
  flags: uint8(),
  answer: uint8(),
  pipeline: int16(),
  stage: int16(),
  owner: int32(),
  account: int32(),
  dealType: int16(),
  lossReason: int32(),
  entryFrom: int32(),
  entryTo: int32(),
});

/** The dictionaries of deals, empty, to be filled as deals come. */
export const growingDealDictionaries = () => ({
  pipelines: growingDictionary(),
  stages: growingDictionary(),
  owners: growingDictionary(),
  accounts: growingDictionary(),
  dealTypes: growingDictionary(),
  lossReasons: growingDictionary(),
});

const finiteOr = (value: number | null, otherwise: number): number =>
  value !== null && Number.isFinite(value) ? value : otherwise;

type Growable = ReturnType<typeof emptyColumns>;
type GrowableDictionaries = ReturnType<typeof growingDealDictionaries>;
const emptyEntries = () => ({ entryStage: uint16(), entryMinute: int32(), entrySpent: int32() });

/** Takes deals in any order; of an id that comes twice, the last row counts. */
export function dealColumnsBuilder() {
  const columns = emptyColumns();
  const dictionaries = growingDealDictionaries();
  const entries = emptyEntries();
  return {
    add: (deal: DealRow): void => {
      pushNumbers(columns, deal);
      pushCodes(columns, dictionaries, deal);
      columns.entryFrom.push(entries.entryStage.length());
      for (const stage of new Set([...Object.keys(deal.stageEnteredAt), ...Object.keys(deal.timeInStage)])) {
        const code = dictionaries.stages.take(stage);
        if (code < 0) continue;
        entries.entryStage.push(code);
        entries.entryMinute.push(minuteOf(deal.stageEnteredAt[stage] ?? null));
        entries.entrySpent.push(minuteOf(deal.timeInStage[stage] ?? null));
      }
      columns.entryTo.push(entries.entryStage.length());
    },
    finish: (): { deals: DealColumns; dictionaries: DealDictionaries } => ({
      deals: ordered(columns, entries),
      dictionaries,
    }),
  };
}

function pushNumbers(columns: Growable, deal: DealRow): void {
  columns.id.push(deal.id);
  columns.outcome.push(outcomes.indexOf(deal.outcome));
  columns.createdMinute.push(minuteOf(deal.createdAt));
  columns.closeMinute.push(minuteOf(deal.closeAt));
  columns.amountMinor.push(deal.foreignAmount ? NaN : finiteOr(deal.amountMinor, NaN));
  columns.weightedMinor.push(deal.foreignAmount ? NaN : finiteOr(deal.weightedMinor, NaN));
  columns.flags.push(deal.foreignAmount ? foreignAmount : 0);
  columns.answer.push(partnerAnswers.indexOf(deal.answer));
}

function pushCodes(columns: Growable, dictionaries: GrowableDictionaries, deal: DealRow): void {
  columns.pipeline.push(dictionaries.pipelines.take(deal.pipeline));
  columns.stage.push(dictionaries.stages.take(deal.stage));
  columns.owner.push(dictionaries.owners.take(deal.owner));
  columns.account.push(dictionaries.accounts.take(deal.account));
  columns.dealType.push(dictionaries.dealTypes.take(deal.dealType));
  columns.lossReason.push(dictionaries.lossReasons.take(deal.lossReason));
}

function ordered(columns: Growable, entries: ReturnType<typeof emptyEntries>): DealColumns {
  const order = rowsById(columns.id.taken());
  const { entryFrom, entryTo, ...deals } = takenInOrder(columns, order);
  const stageStart = new Int32Array(order.length + 1);
  order.forEach((_, at) => (stageStart[at + 1] = stageStart[at]! + entryTo[at]! - entryFrom[at]!));
  const entryOrder = new Int32Array(stageStart[order.length]!);
  order.forEach((_, at) => {
    const start = stageStart[at]!;
    for (let entry = entryFrom[at]!; entry < entryTo[at]!; entry++) {
      entryOrder[start + entry - entryFrom[at]!] = entry;
    }
  });
  return { count: order.length, ...deals, stageStart, ...takenInOrder(entries, entryOrder) };
}

/** Rows in the order of ids, the last one of each id. */
function rowsById(id: Float64Array): Int32Array {
  const rows = new Int32Array(id.length).map((_, row) => row);
  const ascending = id.every((value, row) => row === 0 || id[row - 1]! < value);
  if (ascending) return rows;
  rows.sort((one, other) => id[one]! - id[other]! || one - other);
  return rows.filter((row, at) => id[rows[at + 1] ?? -1] !== id[row]);
}
