import type { Columns } from '../columns.ts';
import { lifeCycleStages, type LifeCycleStage } from '../vocabulary.ts';
import { isDayInPeriod } from './deal-filter.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { counted } from './kpi-of.ts';
import type { Question } from './question.ts';
import type { Asked } from './selection.ts';
import { countsAs } from './standing.ts';
import { answerOf, readAtTheEnd, type Tally } from './tally.ts';

const width = lifeCycleStages.length;

/** Life-cycle coverage (K42): tags that touch each stage on deals created in the period; entries and exits in the period. */
export function lifeCycleKpis({ programArm }: Asked, foundations: Foundations): Tally<Kpi[]> {
  const partners = foundations.partners();
  const tags = foundations.tags();
  return readAtTheEnd(() => {
    const { stages } = partners.finish();
    const { entries, exits } = tags.finish();
    const touched = (place: number): number =>
      stages.reduce((total, count, at) => total + (at % width === place ? count : 0), 0);
    return [
      ...lifeCycleStages.map((stage, place) => counted(`K42.${stage}`, programArm, touched(place))),
      counted('K42.entries', programArm, entries),
      counted('K42.exits', programArm, exits),
    ];
  });
}

function addStages(touched: Int32Array, from: number, bits: number): void {
  for (let stage = 0; stage < width; stage++) touched[from + stage]! += (bits >> stage) & 1;
}

type ByStage = Readonly<Record<LifeCycleStage, number>>;

export interface PartnerCoverage {
  readonly id: string;
  readonly name: string;
  /** Tags on deals created in the period that touch the stage. */
  readonly stages: ByStage;
  /** Tags that came in in the period, by the first stage that they touch; that left in it, by the last. */
  readonly entries: ByStage;
  readonly exits: ByStage;
}

/** The matrix behind K42: partners by life-cycle stage, most tags first. Partners that touch no stage are absent. */
export const lifeCycleMatrix = (columns: Columns, question: Question): PartnerCoverage[] =>
  answerOf(lifeCycleMatrixTally, columns, question);

export function lifeCycleMatrixTally({ columns: shared, question }: Asked): Tally<PartnerCoverage[]> {
  const { dictionaries, companies } = shared;
  const cells = (): Int32Array => new Int32Array(dictionaries.partners.texts.length * width);
  const counts = { stages: cells(), entries: cells(), exits: cells() };
  return {
    add: ({ columns, standing, rows, inCreated }) => {
      const { start, stages, partner, enteredDay, exitedDay } = columns.involvements;
      for (let at = 0; at < rows.length; at++) {
        for (let tag = start[rows[at]!]!; tag < start[rows[at]! + 1]!; tag++) {
          const bits = stages[tag]!;
          if ((standing[tag]! & countsAs) !== countsAs || bits === 0) continue;
          const row = partner[tag]! * width;
          if (inCreated[at] === 1) addStages(counts.stages, row, bits);
          if (isDayInPeriod(question, enteredDay[tag]!)) counts.entries[row + firstOf(bits)]!++;
          if (isDayInPeriod(question, exitedDay[tag]!)) counts.exits[row + lastOf(bits)]!++;
        }
      }
    },
    finish: () => {
      const rowsOf = dictionaries.partners.texts.map((id, code) => {
        const own = (all: Int32Array): Int32Array => all.subarray(code * width, (code + 1) * width);
        const [stages, entries, exits] = [own(counts.stages), own(counts.entries), own(counts.exits)];
        const moves = { stages: byStage(stages), entries: byStage(entries), exits: byStage(exits) };
        const row = { id, name: companies.partnerNames[code]!, ...moves };
        return { tags: sum(stages), moves: sum(entries) + sum(exits), row };
      });
      const touching = rowsOf.filter(({ tags, moves }) => tags + moves > 0);
      touching.sort((one, other) => other.tags - one.tags || (one.row.id < other.row.id ? -1 : 1));
      return touching.map(({ row }) => row);
    },
  };
}

/** Place of the lowest, and of the highest, stage among the bits. */
const firstOf = (bits: number): number => 31 - Math.clz32(bits & -bits);
const lastOf = (bits: number): number => 31 - Math.clz32(bits);

const sum = (counts: Int32Array): number => counts.reduce((all, count) => all + count, 0);

const byStage = (counts: Int32Array): ByStage =>
  Object.fromEntries(lifeCycleStages.map((stage, place) => [stage, counts[place]!])) as ByStage;
