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
  /** Minute of the first entry by stage, also into the stages of customers, `missing` where it never entered. */
  readonly entered: Int32Array;
  /** Minutes that the CRM has added up by stage, over all visits; `missing` where it states none. */
  readonly spent: Int32Array;
}

export const newPassage = (): Passage => ({
  highest: -1,
  entered: new Int32Array(wonPlace + 1),
  spent: new Int32Array(wonPlace + 1),
});

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
  const { stage, stageStart, entryStage, entryMinute, entrySpent } = columns.deals;
  const row = rows[at]!;
  const limit = (question.asOf + 1) * 1440;
  to.entered.fill(missing);
  to.spent.fill(missing);
  let highest = -1;
  for (let entry = stageStart[row]!; entry < stageStart[row + 1]!; entry++) {
    const place = places[entryStage[entry]!]!;
    if (place < 0) continue;
    addSpent(to.spent, place, entrySpent[entry]!);
    const minute = entryMinute[entry]!;
    if (minute === missing || minute >= limit) continue;
    if (place > highest) highest = place;
    const before = to.entered[place]!;
    if (before === missing || minute < before) to.entered[place] = minute;
  }
  // With dated entries at hand, the current stage is not needed: it may be later than the as-of day.
  if (highest < 0 && outcome[at] === isOpen) highest = places[stage[row]!] ?? -1;
  to.highest = outcome[at] === isWon ? wonPlace : highest;
}

function addSpent(spent: Int32Array, place: number, minutes: number): void {
  if (minutes === missing) return;
  const before = spent[place]!;
  spent[place] = before === missing ? minutes : before + minutes;
}

/**
 * Minute in which the deal went on from a stage that it entered: into a higher one, or to its close; `missing` while
 * there. Closed deals left at their close, whatever stage of customers came after it.
 */
export function leftAt(selection: Selection, at: number, stage: number, { entered }: Passage): number {
  const isInProgress = selection.outcome[at] === isOpen;
  const last = isInProgress ? wonPlace : wonPlace - 1;
  let left = missing;
  for (let higher = stage + 1; higher <= last; higher++) {
    const minute = entered[higher]!;
    if (minute >= entered[stage]! && (left === missing || minute < left)) left = minute;
  }
  if (left !== missing || isInProgress) return left;
  const close = selection.columns.deals.closeMinute[selection.rows[at]!]!;
  return close >= entered[stage]! ? close : missing;
}
