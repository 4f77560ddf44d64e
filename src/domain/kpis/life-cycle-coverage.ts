import { missing } from '../columns/minute.ts';
import { lifeCycleStages } from '../vocabulary.ts';
import type { Kpi } from './kpi.ts';
import { counted } from './kpi-of.ts';
import type { Selection } from './selection.ts';
import { countsAs } from './standing.ts';

/** Life-cycle coverage (K42): tags that touch each stage on deals created in the period; entries and exits in the period. */
export function lifeCycleKpis(selection: Selection): Kpi[] {
  const { columns, question, standing, rows, inCreated, programArm } = selection;
  const { start, stages, enteredDay, exitedDay } = columns.involvements;
  const touched = new Int32Array(lifeCycleStages.length);
  const { from, to, asOf } = question;
  const isIn = (day: number): boolean =>
    day !== missing && day <= asOf && (from === null || day >= from) && (to === null || day <= to);
  let entries = 0;
  let exits = 0;
  for (let at = 0; at < rows.length; at++) {
    for (let tag = start[rows[at]!]!; tag < start[rows[at]! + 1]!; tag++) {
      if ((standing[tag]! & countsAs) !== countsAs) continue;
      if (isIn(enteredDay[tag]!)) entries++;
      if (isIn(exitedDay[tag]!)) exits++;
      if (inCreated[at] === 0) continue;
      for (let stage = 0; stage < touched.length; stage++) touched[stage]! += (stages[tag]! >> stage) & 1;
    }
  }
  return [
    ...lifeCycleStages.map((stage, place) => counted(`K42.${stage}`, programArm, touched[place]!)),
    counted('K42.entries', programArm, entries),
    counted('K42.exits', programArm, exits),
  ];
}
