import type { Columns } from '../columns.ts';
import { missing } from '../columns/minute.ts';
import { lifeCycleStages, type LifeCycleStage } from '../vocabulary.ts';
import type { Kpi } from './kpi.ts';
import { counted } from './kpi-of.ts';
import type { Question } from './question.ts';
import type { Asked } from './selection.ts';
import { countsAs } from './standing.ts';
import { answerOf, type Tally } from './tally.ts';

const width = lifeCycleStages.length;

/** Life-cycle coverage (K42): tags that touch each stage on deals created in the period; entries and exits in the period. */
export function lifeCycleKpis({ question, programArm }: Asked): Tally<Kpi[]> {
  const touched = new Int32Array(width);
  const { from, to, asOf } = question;
  const isIn = (day: number): boolean =>
    day !== missing && day <= asOf && (from === null || day >= from) && (to === null || day <= to);
  let entries = 0;
  let exits = 0;
  return {
    add: ({ columns, standing, rows, inCreated }) => {
      const { start, stages, enteredDay, exitedDay } = columns.involvements;
      for (let at = 0; at < rows.length; at++) {
        for (let tag = start[rows[at]!]!; tag < start[rows[at]! + 1]!; tag++) {
          if ((standing[tag]! & countsAs) !== countsAs) continue;
          if (isIn(enteredDay[tag]!)) entries++;
          if (isIn(exitedDay[tag]!)) exits++;
          if (inCreated[at] === 1) addStages(touched, 0, stages[tag]!);
        }
      }
    },
    finish: () => [
      ...lifeCycleStages.map((stage, place) => counted(`K42.${stage}`, programArm, touched[place]!)),
      counted('K42.entries', programArm, entries),
      counted('K42.exits', programArm, exits),
    ],
  };
}

function addStages(touched: Int32Array, from: number, bits: number): void {
  for (let stage = 0; stage < width; stage++) touched[from + stage]! += (bits >> stage) & 1;
}

export interface PartnerCoverage {
  readonly id: string;
  readonly name: string;
  /** Tags on deals created in the period that touch the stage. */
  readonly stages: Readonly<Record<LifeCycleStage, number>>;
}

/** The matrix behind K42: partners by life-cycle stage, most tags first. Partners that touch no stage are absent. */
export const lifeCycleMatrix = (columns: Columns, question: Question): PartnerCoverage[] =>
  answerOf(lifeCycleMatrixTally, columns, question);

export function lifeCycleMatrixTally({ columns: shared }: Asked): Tally<PartnerCoverage[]> {
  const { dictionaries, companies } = shared;
  const touched = new Int32Array(dictionaries.partners.texts.length * width);
  return {
    add: ({ columns, standing, rows, inCreated }) => {
      const { start, stages, partner } = columns.involvements;
      for (let at = 0; at < rows.length; at++) {
        if (inCreated[at] === 0) continue;
        for (let tag = start[rows[at]!]!; tag < start[rows[at]! + 1]!; tag++) {
          if ((standing[tag]! & countsAs) === countsAs)
            addStages(touched, partner[tag]! * width, stages[tag]!);
        }
      }
    },
    finish: () => {
      const rowsOf = dictionaries.partners.texts.map((id, code) => {
        const counts = touched.subarray(code * width, (code + 1) * width);
        const entries = lifeCycleStages.map((stage, place) => [stage, counts[place]!] as const);
        const name = companies.partnerNames[code]!;
        const tags = counts.reduce((sum, count) => sum + count, 0);
        return { tags, row: { id, name, stages: Object.fromEntries(entries) as PartnerCoverage['stages'] } };
      });
      const touching = rowsOf.filter(({ tags }) => tags > 0);
      touching.sort((one, other) => other.tags - one.tags || (one.row.id < other.row.id ? -1 : 1));
      return touching.map(({ row }) => row);
    },
  };
}
