import { isOpen } from '../columns/deal-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import { kaplanMeier, medianTime } from '../stats/kaplan-meier.ts';
import { countFollowUp, followUp, type DayTally } from '../stats/risk-table.ts';
import { armSums, ofArm } from './arm-sums.ts';
import { armTallies, followed, tableOfArm } from './follow-up.ts';
import type { Arm, Kpi } from './kpi.ts';
import { rate, unvalued, valued } from './kpi-of.ts';
import type { Asked, Selection } from './selection.ts';
import {
  leftAt,
  newPassage,
  placesOfStages,
  readPassage,
  sellingStages,
  type Passage,
} from './stage-passage.ts';
import type { Tally } from './tally.ts';

interface Flow {
  readonly decided: Float64Array;
  readonly passed: Float64Array;
  readonly days: readonly DayTally[];
}

/**
 * Passage through the life cycle of the deals created in the period: conversion out of each stage (K10) and days in it
 * (K11). Deal stages are read through the program's map, so pipelines are never compared by the position of a stage.
 */
export function stageFlowKpis({ question, arms }: Asked): Tally<Kpi[]> {
  const { lifeCycleOf } = question.settings;
  const flows = sellingStages.map((): Flow => ({
    decided: armSums(),
    passed: armSums(),
    days: armTallies(),
  }));
  const isDated = sellingStages.map(() => false);
  return {
    add: (selection) => {
      const places = placesOfStages(selection.columns, lifeCycleOf);
      markDated(isDated, selection, places);
      addFlows(flows, selection, places);
    },
    finish: () =>
      arms.flatMap((arm) =>
        flows.flatMap((flow, stage) => [
          conversion(flow, arm, stage, isDated[stage]!),
          days(flow, arm, stage, isDated[stage]!),
        ]),
      ),
  };
}

/**
 * Marks the stages that at least one deal has a dated entry to. Of the others nothing is known: every deal that got
 * further, or was won, would look as if it had passed them.
 */
function markDated(isDated: boolean[], { columns }: Selection, places: Int8Array): void {
  const { entryStage, entryMinute } = columns.deals;
  let left = isDated.filter((dated, stage) => !dated && places.includes(stage)).length;
  for (let entry = 0; left > 0 && entry < entryMinute.length; entry++) {
    const place = places[entryStage[entry]!]!;
    if (entryMinute[entry] === missing || isDated[place] !== false) continue;
    isDated[place] = true;
    left--;
  }
}

function addFlows(flows: readonly Flow[], selection: Selection, places: Int8Array): void {
  const { rows, inCreated } = selection;
  const passage = newPassage();
  for (let at = 0; at < rows.length; at++) {
    if (inCreated[at] === 0) continue;
    readPassage(selection, at, places, passage);
    for (let stage = 0; stage < flows.length; stage++) {
      addPassage(flows[stage]!, selection, at, stage, passage);
      addDays(flows[stage]!, selection, at, stage, passage);
    }
  }
}

/** Skipped stages count as passed; a deal that still sits in the stage is undecided, not failed. */
function addPassage(flow: Flow, { outcome, arm }: Selection, at: number, stage: number, way: Passage): void {
  if (way.highest < stage) return;
  const isPast = way.highest > stage;
  if (isPast) flow.passed[arm[at]!]!++;
  if (isPast || outcome[at] !== isOpen) flow.decided[arm[at]!]!++;
}

/** Deals still in the stage are followed up to the as-of day. The CRM's own sum counts where it had ended by then. */
function addDays(
  { days: tallies }: Flow,
  selection: Selection,
  at: number,
  stage: number,
  way: Passage,
): void {
  const entered = way.entered[stage]!;
  if (entered === missing) return;
  const tally = tallies[selection.arm[at]!]!;
  const left = leftAt(selection, at, stage, way);
  const { asOf } = selection.question;
  if (left === missing) return countFollowUp(tally, asOf - dayOfMinute(entered), followUp.open);
  const spent = way.spent[stage]!;
  const isStated = spent !== missing && dayOfMinute(entered + spent) <= asOf;
  const days = isStated ? dayOfMinute(spent) : dayOfMinute(left) - dayOfMinute(entered);
  countFollowUp(tally, days, followUp.won);
}

function conversion(flow: Flow, arm: Arm, stage: number, isDated: boolean): Kpi {
  const id = `K10.${sellingStages[stage]!}` as const;
  if (!isDated) return unvalued(id, arm, 'not_recorded');
  return rate(id, arm, ofArm(flow.passed, arm), ofArm(flow.decided, arm));
}

function days(flow: Flow, arm: Arm, stage: number, isDated: boolean): Kpi {
  const id = `K11.${sellingStages[stage]!}` as const;
  const table = tableOfArm(flow.days, arm);
  const n = followed(table);
  if (n === 0) return unvalued(id, arm, isDated ? 'no_denominator' : 'not_recorded');
  const median = medianTime(kaplanMeier(table));
  return median === null
    ? unvalued(id, arm, 'not_reached', n)
    : valued(id, arm, median.days, n, median.interval);
}
