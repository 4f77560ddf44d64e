import type { Columns } from '../columns.ts';
import { missing } from '../columns/minute.ts';
import { lifeCycleStages, type LifeCycleStage } from '../vocabulary.ts';
import type { Kpi } from './kpi.ts';
import { counted } from './kpi-of.ts';
import type { Question } from './question.ts';
import { select, type Selection } from './selection.ts';
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

export interface PartnerCoverage {
  readonly id: string;
  readonly name: string;
  /** Tags on deals created in the period that touch the stage. */
  readonly stages: Readonly<Record<LifeCycleStage, number>>;
}

/** The matrix behind K42: partners by life-cycle stage, most tags first. Partners that touch no stage are absent. */
export const lifeCycleMatrix = (columns: Columns, question: Question): PartnerCoverage[] =>
  lifeCycleMatrixOf(select(columns, question));

export function lifeCycleMatrixOf({ columns, standing, rows, inCreated }: Selection): PartnerCoverage[] {
  const { start, stages, partner } = columns.involvements;
  const width = lifeCycleStages.length;
  const touched = new Int32Array(columns.dictionaries.partners.texts.length * width);
  for (let at = 0; at < rows.length; at++) {
    if (inCreated[at] === 0) continue;
    for (let tag = start[rows[at]!]!; tag < start[rows[at]! + 1]!; tag++) {
      if ((standing[tag]! & countsAs) !== countsAs) continue;
      for (let stage = 0; stage < width; stage++) {
        touched[partner[tag]! * width + stage]! += (stages[tag]! >> stage) & 1;
      }
    }
  }
  const rowsOf = columns.dictionaries.partners.texts.map((id, code) => {
    const counts = touched.subarray(code * width, (code + 1) * width);
    const entries = lifeCycleStages.map((stage, place) => [stage, counts[place]!] as const);
    const name = columns.companies.partnerNames[code]!;
    const tags = counts.reduce((sum, count) => sum + count, 0);
    return { tags, row: { id, name, stages: Object.fromEntries(entries) as PartnerCoverage['stages'] } };
  });
  const touching = rowsOf.filter(({ tags }) => tags > 0);
  touching.sort((one, other) => other.tags - one.tags || (one.row.id < other.row.id ? -1 : 1));
  return touching.map(({ row }) => row);
}
