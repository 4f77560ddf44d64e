import { isWon } from '../columns/deal-columns.ts';
import { tiers } from '../vocabulary.ts';
import { summed } from './amount.ts';
import { functionBits, functionsOf } from './full-stack.ts';
import type { Kpi } from './kpi.ts';
import { counted, portion, rate, unvalued, valued } from './kpi-of.ts';
import type { Selection } from './selection.ts';
import { isConfirmed, isMatched } from './standing.ts';

const jointSolution = tiers.indexOf('joint_solution');

/** Several partners on one deal (K29): of the deals created in the period with a partner. */
export function multiPartnerKpis(selection: Selection): Kpi[] {
  const { rows, dealClass, inCreated, confirmed, programArm } = selection;
  const n = { attached: 0, confirmed: 0, several: 0, partners: 0 };
  for (let at = 0; at < rows.length; at++) {
    if (inCreated[at] === 0 || dealClass[at] === 0) continue;
    n.attached++;
    if (confirmed[at] === 0) continue;
    const { partners } = confirmedPart(selection, rows[at]!);
    n.confirmed++;
    n.partners += partners;
    if (partners > 1) n.several++;
  }
  return [
    rate('K29', programArm, n.several, n.attached),
    n.confirmed === 0
      ? unvalued('K29.mean', programArm, 'no_denominator')
      : valued('K29.mean', programArm, n.partners / n.confirmed, n.confirmed),
  ];
}

/** Full-stack deals (K30), joint-solution revenue (K31) and expansion with partners (K28) among the period's wins. */
export function fullStackKpis(selection: Selection): Kpi[] {
  const { columns, question, rows, dealClass, inClosed, outcome, confirmed, programArm } = selection;
  const existing = columns.dictionaries.dealTypes.codeOf('existingbusiness');
  const n = { won: 0, partner: 0, fullStack: 0, joint: 0, expansion: 0 };
  const minor = { won: 0, joint: 0, expansion: 0 };
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
    const { functions, joint } = confirmedPart(selection, row);
    n.partner++;
    if (joint) {
      n.joint++;
      minor.joint += amount;
    }
    if (joint || functionsOf(functions).length >= question.settings.fullStackFunctions) n.fullStack++;
  }
  return [
    valued('K28', programArm, minor.expansion, n.expansion),
    counted('K30', programArm, n.fullStack),
    rate('K30.share', programArm, n.fullStack, n.partner),
    valued('K31', programArm, minor.joint, n.joint),
    portion('K31.share', programArm, minor.joint, minor.won, n.won),
  ];
}

/** What the confirmed tags of a deal add up to: partners, functions covered, a joint solution among them. */
function confirmedPart({ columns, standing }: Selection, row: number) {
  const { start, partner, tier } = columns.involvements;
  const part = { partners: 0, functions: 0, joint: false };
  let before = -1;
  for (let tag = start[row]!; tag < start[row + 1]!; tag++) {
    if ((standing[tag]! & isConfirmed) === 0) continue;
    // Tags of a deal are sorted by partner, so a partner that is tagged twice is counted once.
    if (partner[tag] !== before) part.partners++;
    before = partner[tag]!;
    part.functions |= functionBits(columns, tag);
    part.joint ||= tier[tag] === jointSolution && (standing[tag]! & isMatched) !== 0;
  }
  return part;
}
