import type { SharedColumns } from '../columns.ts';
import { isOpen, isWon } from '../columns/deal-columns.ts';
import { missing } from '../columns/minute.ts';
import { lifeCycleStages, type LifeCycleStage } from '../vocabulary.ts';
import type { Selection } from './selection.ts';

/** The life-cycle stages before the win, in which a deal can be stuck. */
export const sellingStages = ['identify', 'engage', 'evaluate', 'decide'] as const;
const wonPlace = sellingStages.length;

/** One deal's way through the selling stages; the same object is used from deal to deal. */
export interface Passage {
  /** Place of the highest stage that it reached, that of the customers once won; -1 where nothing is known. */
  highest: number;
  /** Minute of the first entry by stage, `missing` where it never entered. */
  readonly entered: Int32Array;
}

export const newPassage = (): Passage => ({ highest: -1, entered: new Int32Array(wonPlace) });

/** Place of the selling stage of each deal stage, by deal stage code: `wonPlace` for stages of customers, -1 for none. */
export const placesOfStages = (
  columns: SharedColumns,
  lifeCycleOf: Readonly<Record<string, LifeCycleStage>>,
): Int8Array =>
  Int8Array.from(columns.dictionaries.stages.texts, (stage) => {
    const mapped = lifeCycleOf[stage];
    return mapped === undefined ? -1 : Math.min(lifeCycleStages.indexOf(mapped), wonPlace);
  });

/** Reads the way of the selected deal at place `at`, as far as it had come by the as-of day. */
export function readPassage(selection: Selection, at: number, places: Int8Array, to: Passage): void {
  const { columns, question, rows, outcome } = selection;
  const { stage, stageStart, entryStage, entryMinute } = columns.deals;
  const row = rows[at]!;
  const limit = (question.asOf + 1) * 1440;
  to.entered.fill(missing);
  to.highest = outcome[at] === isOpen ? (places[stage[row]!] ?? -1) : -1;
  let entries = 0;
  for (let entry = stageStart[row]!; entry < stageStart[row + 1]!; entry++) {
    const place = places[entryStage[entry]!]!;
    const minute = entryMinute[entry]!;
    if (place < 0 || minute === missing || minute >= limit) continue;
    // With dated entries at hand, the current stage is not needed: it may be later than the as-of day.
    to.highest = entries++ === 0 ? place : Math.max(to.highest, place);
    if (place === wonPlace) continue;
    const before = to.entered[place]!;
    if (before === missing || minute < before) to.entered[place] = minute;
  }
  if (outcome[at] === isWon) to.highest = wonPlace;
}

/** Minute in which the deal went on from a stage that it entered: into a higher one, or to its close; `missing` while there. */
export function leftAt(selection: Selection, at: number, stage: number, { entered }: Passage): number {
  let left = missing;
  for (let higher = stage + 1; higher < wonPlace; higher++) {
    const minute = entered[higher]!;
    if (minute >= entered[stage]! && (left === missing || minute < left)) left = minute;
  }
  if (left !== missing || selection.outcome[at] === isOpen) return left;
  const close = selection.columns.deals.closeMinute[selection.rows[at]!]!;
  return close >= entered[stage]! ? close : missing;
}

/** Minutes that the CRM has added up in a stage, over all visits; `missing` where it states none. */
export function minutesSpent(
  { columns, rows }: Selection,
  at: number,
  stage: number,
  places: Int8Array,
): number {
  const { stageStart, entryStage, entrySpent } = columns.deals;
  let sum = missing;
  for (let entry = stageStart[rows[at]!]!; entry < stageStart[rows[at]! + 1]!; entry++) {
    const spent = entrySpent[entry]!;
    if (places[entryStage[entry]!] !== stage || spent === missing) continue;
    sum = (sum === missing ? 0 : sum) + spent;
  }
  return sum;
}
