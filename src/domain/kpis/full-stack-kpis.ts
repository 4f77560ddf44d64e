import { isWon } from '../columns/deal-columns.ts';
import { tiers } from '../vocabulary.ts';
import { summed } from './amount.ts';
import { functionBits, functionsOf } from './full-stack.ts';
import type { Kpi } from './kpi.ts';
import { counted, portion, rate, unvalued, valued } from './kpi-of.ts';
import type { Asked, Selection } from './selection.ts';
import { isConfirmed, isMatched } from './standing.ts';
import type { Tally } from './tally.ts';

const jointSolution = tiers.indexOf('joint_solution');

/** Several partners on one deal (K29): of the deals created in the period with a partner. */
export function multiPartnerKpis({ programArm }: Asked): Tally<Kpi[]> {
  const n = { attached: 0, confirmed: 0, several: 0, partners: 0 };
  const part = emptyPart();
  return {
    add: (selection) => {
      const { rows, dealClass, inCreated, confirmed } = selection;
      for (let at = 0; at < rows.length; at++) {
        if (inCreated[at] === 0 || dealClass[at] === 0) continue;
        n.attached++;
        if (confirmed[at] === 0) continue;
        readConfirmed(selection, rows[at]!, part);
        n.confirmed++;
        n.partners += part.partners;
        if (part.partners > 1) n.several++;
      }
    },
    finish: () => [
      rate('K29', programArm, n.several, n.attached),
      n.confirmed === 0
        ? unvalued('K29.mean', programArm, 'no_denominator')
        : valued('K29.mean', programArm, n.partners / n.confirmed, n.confirmed),
    ],
  };
}

/** Full-stack deals (K30), joint-solution revenue (K31) and expansion with partners (K28) among the period's wins. */
export function fullStackKpis({ programArm }: Asked): Tally<Kpi[]> {
  const n = { won: 0, partner: 0, fullStack: 0, joint: 0, expansion: 0 };
  const minor = { won: 0, joint: 0, expansion: 0 };
  const part = emptyPart();
  return {
    add: (selection) => {
      const { columns, question, rows, dealClass, inClosed, outcome, confirmed } = selection;
      const existing = columns.dictionaries.dealTypes.codeOf('existingbusiness');
      for (let at = 0; at < rows.length; at++) {
        if (inClosed[at] === 0 || outcome[at] !== isWon) continue;
        const row = rows[at]!;
        const amount = summed(columns, row);
        n.won++;
        minor.won += amount;
        if (dealClass[at] !== 0 && existing >= 0 && columns.deals.dealType[row] === existing) {
          n.expansion++;
          minor.expansion += amount;
        }
        if (confirmed[at] === 0) continue;
        readConfirmed(selection, row, part);
        n.partner++;
        if (part.joint) {
          n.joint++;
          minor.joint += amount;
        }
        const covered = functionsOf(part.functions).length;
        if (part.joint || covered >= question.settings.fullStackFunctions) n.fullStack++;
      }
    },
    finish: () => [
      valued('K28', programArm, minor.expansion, n.expansion),
      counted('K30', programArm, n.fullStack),
      rate('K30.share', programArm, n.fullStack, n.partner),
      valued('K31', programArm, minor.joint, n.joint),
      portion('K31.share', programArm, minor.joint, minor.won, n.won),
    ],
  };
}

/** What the confirmed tags of a deal add up to: partners, functions covered, a joint solution among them. */
const emptyPart = () => ({ partners: 0, functions: 0, joint: false });

/** Reads one deal; the same object is used from deal to deal. */
function readConfirmed(
  { columns, standing }: Selection,
  row: number,
  to: ReturnType<typeof emptyPart>,
): void {
  const { start, partner, tier } = columns.involvements;
  to.partners = 0;
  to.functions = 0;
  to.joint = false;
  let before = -1;
  for (let tag = start[row]!; tag < start[row + 1]!; tag++) {
    if ((standing[tag]! & isConfirmed) === 0) continue;
    // Tags of a deal are sorted by partner, so a partner that is tagged twice is counted once.
    if (partner[tag] !== before) to.partners++;
    before = partner[tag]!;
    to.functions |= functionBits(columns, tag);
    to.joint ||= tier[tag] === jointSolution && (standing[tag]! & isMatched) !== 0;
  }
}
