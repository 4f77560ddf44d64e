import { isOpen } from '../columns/deal-columns.ts';
import { withPlace } from '../columns/growing.ts';
import { hasEvidence } from '../columns/involvement-columns.ts';
import { dayOfMinute } from '../columns/minute.ts';
import { involvementStatuses } from '../vocabulary.ts';
import { isDayInPeriod } from './deal-filter.ts';
import { isLateAfterClose, isLateInCycle } from './late-tag.ts';
import type { Question } from './question.ts';
import type { Asked, Selection } from './selection.ts';
import { countsAs, isConfirmed, isMatched, isPresent } from './standing.ts';
import type { Tally } from './tally.ts';

const rejected = involvementStatuses.indexOf('rejected');
const proposed = involvementStatuses.indexOf('proposed');
const askedFor = isPresent | isMatched;

/** What the tags of the selected deals add up to, whoever the partner is. */
export type TagCounts = ReturnType<typeof noTags>;

const noTags = () => ({
  /** Tags that count, on deals created in the period, and how many of them came late. */
  tags: 0,
  afterClose: 0,
  inCycle: 0,
  /** Of the tags asked for, on deals created in the period. */
  confirmed: 0,
  rejected: 0,
  evidenced: 0,
  /** Partners that came in, and left, in the period. */
  entries: 0,
  exits: 0,
  /** Proposed tags by the days that they have waited. */
  waiting: new Int32Array(128),
});

/** Counts the tags of the selected deals. */
export function tagCounts({ question }: Asked): Tally<TagCounts> {
  const counts = noTags();
  return {
    add: (selection) => {
      const { columns, standing, rows, inCreated } = selection;
      const { start } = columns.involvements;
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at]!;
        for (let tag = start[row]!; tag < start[row + 1]!; tag++) {
          if ((standing[tag]! & askedFor) !== askedFor) continue;
          addQuality(counts, selection, tag, inCreated[at] === 1);
          if ((standing[tag]! & countsAs) !== countsAs) continue;
          addMoves(counts, selection, tag, question);
          if (inCreated[at] === 1) addLateness(counts, selection, at, tag);
        }
      }
    },
    finish: () => counts,
  };
}

function addQuality(
  n: TagCounts,
  { columns, question, standing }: Selection,
  tag: number,
  inCreated: boolean,
): void {
  const { status, marks, taggedMinute } = columns.involvements;
  if (status[tag] === proposed) {
    const days = question.asOf - dayOfMinute(taggedMinute[tag]!);
    n.waiting = withPlace(n.waiting, days);
    n.waiting[days]!++;
  }
  if (!inCreated) return;
  if (status[tag] === rejected) n.rejected++;
  if ((standing[tag]! & isConfirmed) === 0) return;
  n.confirmed++;
  if ((marks[tag]! & hasEvidence) !== 0) n.evidenced++;
}

function addMoves(n: TagCounts, { columns }: Selection, tag: number, question: Question): void {
  if (isDayInPeriod(question, columns.involvements.enteredDay[tag]!)) n.entries++;
  if (isDayInPeriod(question, columns.involvements.exitedDay[tag]!)) n.exits++;
}

function addLateness(n: TagCounts, { columns, rows, outcome }: Selection, at: number, tag: number): void {
  n.tags++;
  if (outcome[at] === isOpen) return;
  if (isLateAfterClose(columns, rows[at]!, tag)) n.afterClose++;
  else if (isLateInCycle(columns, rows[at]!, tag)) n.inCycle++;
}
