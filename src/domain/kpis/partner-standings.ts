import type { Columns } from '../columns.ts';
import { isOpen, isWon } from '../columns/deal-columns.ts';
import { wilson } from '../stats/wilson.ts';
import type { Tier } from '../vocabulary.ts';
import { summed } from './amount.ts';
import { creditByPartner, creditOf, secondModelOf } from './credit-by-partner.ts';
import { fewestForRate } from './kpi-of.ts';
import { ladderCounts, levelOf } from './ladder.ts';
import type { Question } from './question.ts';
import { select, type Selection } from './selection.ts';
import { countsAs } from './standing.ts';

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
  standingsOf(select(columns, question));

export function standingsOf(selection: Selection): PartnerRow[] {
  const { columns, question } = selection;
  const { deals, won, closed, openMinor } = partnerSums(selection);
  const { credited } = creditByPartner(selection);
  const second = creditOf(selection, () => true, secondModelOf(question));
  const ladder = ladderCounts(selection);
  const rows = columns.dictionaries.partners.texts.map((id, code): PartnerRow => {
    const rated = closed[code]! >= fewestForRate;
    return {
      id,
      name: columns.companies.partnerNames[code]!,
      deals: deals[code]!,
      won: won[code]!,
      closed: closed[code]!,
      winRate: rated ? won[code]! / closed[code]! : null,
      winRateInterval: rated ? wilson(won[code]!, closed[code]!) : null,
      creditedWonMinor: credited[code]!,
      creditedSecondMinor: second.credited[code]!,
      openMinor: openMinor[code]!,
      level: levelOf(ladder, code, question.settings.ladderDeals),
    };
  });
  return rows.filter((row) => row.deals + row.closed + row.openMinor > 0).sort(byStanding);
}

function partnerSums({ columns, standing, rows, outcome, inCreated, inClosed }: Selection) {
  const { start, partner } = columns.involvements;
  const partners = columns.dictionaries.partners.texts.length;
  const counts = (): Int32Array => new Int32Array(partners);
  const sums = { deals: counts(), won: counts(), closed: counts(), openMinor: new Float64Array(partners) };
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
  return sums;
}

const byStanding = (one: PartnerRow, other: PartnerRow): number =>
  (other.winRateInterval?.[0] ?? -1) - (one.winRateInterval?.[0] ?? -1) ||
  other.closed - one.closed ||
  other.deals - one.deals ||
  (one.id < other.id ? -1 : 1);
