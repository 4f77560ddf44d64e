import type { Columns } from '../columns.ts';
import { isOpen, isWon } from '../columns/deal-columns.ts';
import { wilson } from '../stats/wilson.ts';
import type { Tier } from '../vocabulary.ts';
import { summed } from './amount.ts';
import { creditByPartner, secondModelOf } from './credit-by-partner.ts';
import { founded, type Foundations } from './foundations.ts';
import { fewestForRate } from './kpi-of.ts';
import { levelOf } from './ladder.ts';
import type { Question } from './question.ts';
import type { Asked, Selection } from './selection.ts';
import { countsAs } from './standing.ts';
import { answerOf, type Tally } from './tally.ts';

export interface PartnerRow {
  readonly id: string;
  readonly name: string;
  readonly deals: number;
  readonly won: number;
  readonly closed: number;
  readonly winRate: number | null;
  readonly winRateInterval: readonly [number, number] | null;
  readonly creditedWonMinor: number;
  /** Under the question's second model. */
  readonly creditedSecondMinor: number;
  readonly openMinor: number;
  readonly level: Tier | null;
}

/**
 * Partners by the lower end of the win rate's interval, so that one lucky deal does not lead the table; partners with
 * fewer than five closed deals follow without a rate. Each partner counts its deals in full: rows overlap.
 */
export const partnerStandings = (columns: Columns, question: Question): PartnerRow[] =>
  answerOf(founded(standingsTally), columns, question);

export function standingsTally(asked: Asked, { credit, ladder }: Foundations): Tally<PartnerRow[]> {
  const { columns: shared, question } = asked;
  const { partners } = shared.dictionaries;
  const sums = emptySums(partners.texts.length);
  const second = creditByPartner(asked, { model: secondModelOf(question) });
  return {
    add: (selection) => {
      second.add(selection);
      addPartners(sums, selection);
    },
    finish: () => {
      const { credited } = credit.finish();
      const creditedSecond = second.finish().credited;
      const counts = ladder.finish();
      const rows = partners.texts.map((id, code): PartnerRow => ({
        id,
        name: shared.companies.partnerNames[code]!,
        ...countsOf(sums, code),
        creditedWonMinor: credited[code]!,
        creditedSecondMinor: creditedSecond[code]!,
        openMinor: sums.openMinor[code]!,
        level: levelOf(counts, code, question.settings.ladderDeals),
      }));
      return rows.filter((row) => row.deals + row.closed + row.openMinor > 0).sort(byStanding);
    },
  };
}

const emptySums = (partners: number) => ({
  deals: new Int32Array(partners),
  won: new Int32Array(partners),
  closed: new Int32Array(partners),
  openMinor: new Float64Array(partners),
});

function addPartners(sums: ReturnType<typeof emptySums>, selection: Selection): void {
  const { columns, standing, rows, outcome, inCreated, inClosed } = selection;
  const { start, partner } = columns.involvements;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    for (let tag = start[row]!; tag < start[row + 1]!; tag++) {
      if ((standing[tag]! & countsAs) !== countsAs) continue;
      const of = partner[tag]!;
      sums.deals[of]! += inCreated[at]!;
      sums.closed[of]! += inClosed[at]!;
      if (outcome[at] === isOpen) sums.openMinor[of]! += summed(columns, row);
      else if (outcome[at] === isWon) sums.won[of]! += inClosed[at]!;
    }
  }
}

function countsOf(sums: ReturnType<typeof emptySums>, code: number) {
  const won = sums.won[code]!;
  const closed = sums.closed[code]!;
  const rated = closed >= fewestForRate;
  return {
    deals: sums.deals[code]!,
    won,
    closed,
    winRate: rated ? won / closed : null,
    winRateInterval: rated ? wilson(won, closed) : null,
  };
}

const byStanding = (one: PartnerRow, other: PartnerRow): number =>
  (other.winRateInterval?.[0] ?? -1) - (one.winRateInterval?.[0] ?? -1) ||
  other.closed - one.closed ||
  other.deals - one.deals ||
  (one.id < other.id ? -1 : 1);
