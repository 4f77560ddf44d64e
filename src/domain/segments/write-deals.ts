import { minuteOf, missing } from '../columns/minute.ts';
import type { DealRow } from '../rows.ts';
import type { ByteWriter } from './bytes.ts';
import {
  hasAmount,
  hasClose,
  hasCreated,
  hasLossReason,
  hasWeighted,
  shapeListOf,
  type Entry,
} from './deal-shape.ts';
import { writeDecimals } from './decimal-column.ts';
import {
  distinctTexts,
  writeDictionary,
  writeListColumn,
  writeTextColumn,
  type SegmentTexts,
} from './dictionaries.ts';
import { writeIds, writeSigned, writeUnsigned } from './number-columns.ts';
import { chanceOf, weighted } from './weighted-amounts.ts';

/** A deal in the numbers that are written: minutes and amounts, `missing` and NaN where there is none. */
interface DealNumbers {
  readonly row: DealRow;
  readonly stage: number;
  readonly created: number;
  readonly close: number;
  readonly amount: number;
  readonly weighted: number;
  readonly entries: readonly Entry[];
}

/** Deals must ascend by id. */
export function writeDeals(out: ByteWriter, rows: readonly DealRow[]): void {
  if (rows.some(({ id }, at) => at > 0 && rows[at - 1]!.id >= id))
    throw new Error('Deals do not ascend by id');
  const pipelines = distinctTexts(rows.map((row) => row.pipeline));
  const stages = distinctTexts(stagesOf(rows));
  const deals = rows.map((row) => numbersOf(row, stages));
  writeIds(
    out,
    rows.map((row) => row.id),
  );
  writeDictionary(out, pipelines);
  writeDictionary(out, stages);
  writeListColumn(
    out,
    deals.map((deal) =>
      shapeListOf(deal.row, valuesOf(deal), pipelines.codeOf(deal.row.pipeline), deal.stage, deal.entries),
    ),
  );
  writeTexts(out, rows);
  writeTimes(out, deals);
  writeAmounts(out, deals, stages.texts.length);
}

function writeTexts(out: ByteWriter, rows: readonly DealRow[]): void {
  for (const name of ['owner', 'account', 'dealType'] as const) {
    writeTextColumn(
      out,
      rows.map((row) => row[name]),
    );
  }
  writeTextColumn(
    out,
    rows.map((row) => row.lossReason).filter((reason) => reason !== null),
  );
}

function stagesOf(rows: readonly DealRow[]): Set<string> {
  const stages = new Set<string>();
  for (const { stage, stageEnteredAt, timeInStage } of rows) {
    stages.add(stage);
    for (const entered of Object.keys(stageEnteredAt)) stages.add(entered);
    for (const spent of Object.keys(timeInStage)) stages.add(spent);
  }
  return stages;
}

const finiteOf = (value: number | null): number => (value !== null && Number.isFinite(value) ? value : NaN);

const numbersOf = (row: DealRow, stages: SegmentTexts): DealNumbers => ({
  row,
  stage: stages.codeOf(row.stage),
  created: minuteOf(row.createdAt),
  close: minuteOf(row.closeAt),
  amount: finiteOf(row.amountMinor),
  weighted: finiteOf(row.weightedMinor),
  entries: entriesOf(row, stages),
});

/** Stages in the order of entry, those without an entry date last: the path is the same however the CRM lists them. */
function entriesOf({ stageEnteredAt, timeInStage }: DealRow, stages: SegmentTexts): Entry[] {
  const entries: Entry[] = [];
  const add = (stage: string): void => {
    const minute = minuteOf(own(stageEnteredAt, stage));
    const spent = minuteOf(own(timeInStage, stage));
    if (minute !== missing || spent !== missing) entries.push({ stage: stages.codeOf(stage), minute, spent });
  };
  for (const stage of Object.keys(stageEnteredAt)) add(stage);
  for (const stage of Object.keys(timeInStage)) if (own(stageEnteredAt, stage) === null) add(stage);
  return entries.sort((one, other) => placeOf(one) - placeOf(other) || one.stage - other.stage);
}

const own = (values: Readonly<Record<string, number>>, key: string): number | null =>
  Object.hasOwn(values, key) ? values[key]! : null;

const placeOf = ({ minute }: Entry): number => (minute === missing ? Number.MAX_SAFE_INTEGER : minute);

const valuesOf = (deal: DealNumbers): number =>
  (deal.created === missing ? 0 : hasCreated) |
  (deal.close === missing ? 0 : hasClose) |
  (Number.isNaN(deal.amount) ? 0 : hasAmount) |
  (Number.isNaN(deal.weighted) ? 0 : hasWeighted) |
  (deal.row.lossReason === null ? 0 : hasLossReason);

/**
 * Instants as distances from where they are expected: creation from the deal before, the first stage from creation, each
 * stage from the one before, time spent from the time until the next entry, the close from the last entry.
 */
function writeTimes(out: ByteWriter, deals: readonly DealNumbers[]): void {
  const created: number[] = [];
  const first: number[] = [];
  const later: number[] = [];
  const spent: number[] = [];
  const close: number[] = [];
  let before = 0;
  for (const deal of deals) {
    if (deal.created !== missing) {
      created.push(deal.created - before);
      before = deal.created;
    }
    let last = before;
    deal.entries.forEach(({ minute, spent: inStage }, at) => {
      const next = deal.entries[at + 1]?.minute ?? missing;
      if (inStage !== missing)
        spent.push(inStage - (minute === missing || next === missing ? 0 : next - minute));
      if (minute === missing) return;
      (at === 0 ? first : later).push(minute - last);
      last = minute;
    });
    if (deal.close !== missing) close.push(deal.close - last);
  }
  for (const column of [created, first]) writeSigned(out, column);
  writeUnsigned(out, later);
  for (const column of [spent, close]) writeSigned(out, column);
}

/** Weighted amounts are kept as their distance from the amount times the chance that is usual in the stage. */
function writeAmounts(out: ByteWriter, deals: readonly DealNumbers[], stages: number): void {
  const chances = Array.from({ length: stages }, (_, stage) =>
    chanceOf(deals.filter((deal) => deal.stage === stage)),
  );
  writeUnsigned(out, chances);
  const withAmount = deals.filter(({ amount }) => !Number.isNaN(amount));
  writeDecimals(
    out,
    withAmount.map(({ amount }) => amount),
  );
  const withWeight = deals.filter((deal) => !Number.isNaN(deal.weighted));
  writeDecimals(
    out,
    withWeight.map((deal) => deal.weighted),
    withWeight.map((deal) => weighted(deal.amount, chances[deal.stage]!)),
  );
}
