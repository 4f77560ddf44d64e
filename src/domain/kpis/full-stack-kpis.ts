import { isWon } from '../columns/deal-columns.ts';
import { tiers } from '../vocabulary.ts';
import { summed } from './amount.ts';
import { sumOver } from './census.ts';
import { isNewBusiness } from './costed-period.ts';
import type { Foundations } from './foundations.ts';
import { functionBits, functionsOf } from './full-stack.ts';
import type { Kpi } from './kpi.ts';
import { counted, portion, rate, unvalued, valued } from './kpi-of.ts';
import type { Asked, Selection } from './selection.ts';
import { isConfirmed, isMatched } from './standing.ts';
import type { Tally } from './tally.ts';

const jointSolution = tiers.indexOf('joint_solution');

/**
 * Several partners on the deals created in the period (K29); full-stack deals (K30), joint-solution revenue (K31) and
 * expansion with partners (K28) among the period's wins.
 */
export function fullStackKpis({ programArm, question }: Asked, foundations: Foundations): Tally<Kpi[]> {
  const census = foundations.census();
  const sums = emptySums();
  return {
    add: (selection) => addDeals(sums, selection, question.settings.fullStackFunctions),
    finish: () => {
      const cells = census.finish();
      const attached = sumOver(cells, 'all', ({ inCreated, dealClass }) => inCreated && dealClass !== 0);
      const won = sumOver(cells, 'all', ({ inClosed, outcome }) => inClosed && outcome === isWon);
      const { created, partner, several, partners, fullStack, joint, expansion } = sums;
      return [
        rate('K29', programArm, several, attached.deals),
        created === 0
          ? unvalued('K29.mean', programArm, 'no_denominator')
          : valued('K29.mean', programArm, partners / created, created),
        valued('K28', programArm, expansion.amount, expansion.deals),
        counted('K30', programArm, fullStack),
        rate('K30.share', programArm, fullStack, partner),
        valued('K31', programArm, joint.amount, joint.deals),
        portion('K31.share', programArm, joint.amount, won.amount, won.deals),
      ];
    },
  };
}

const emptySums = () => ({
  /** Deals with a confirmed partner: created in the period, with several, and their partners together. */
  created: 0,
  several: 0,
  partners: 0,
  /** The same won in the period, and the full-stack ones among them. */
  partner: 0,
  fullStack: 0,
  joint: { deals: 0, amount: 0 },
  expansion: { deals: 0, amount: 0 },
});

function addDeals(n: ReturnType<typeof emptySums>, selection: Selection, functionsNeeded: number): void {
  const { columns, rows, dealClass, inCreated, inClosed, outcome, confirmed } = selection;
  const part = emptyPart();
  for (let at = 0; at < rows.length; at++) {
    if (dealClass[at] === 0) continue;
    const row = rows[at]!;
    const isWonNow = inClosed[at] === 1 && outcome[at] === isWon;
    const amount = summed(columns, row);
    if (isWonNow && !isNewBusiness(columns, row)) addTo(n.expansion, amount);
    if (confirmed[at] === 0) continue;
    readConfirmed(selection, row, part);
    if (inCreated[at] === 1) {
      n.created++;
      n.partners += part.partners;
      if (part.partners > 1) n.several++;
    }
    if (!isWonNow) continue;
    n.partner++;
    if (part.joint) addTo(n.joint, amount);
    if (part.joint || functionsOf(part.functions).length >= functionsNeeded) n.fullStack++;
  }
}

function addTo(sums: { deals: number; amount: number }, amount: number): void {
  sums.deals++;
  sums.amount += amount;
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
