import type { Columns } from '../columns.ts';
import { wilson } from '../stats/wilson.ts';
import type { Tier } from '../vocabulary.ts';
import { founded, type Foundations } from './foundations.ts';
import { fewestForRate } from './kpi-of.ts';
import { levelOf } from './ladder.ts';
import type { PartnerTable } from './partner-table.ts';
import type { Question } from './question.ts';
import type { Asked } from './selection.ts';
import { answerOf, readAtTheEnd, type Tally } from './tally.ts';

export interface PartnerRow {
  readonly id: string;
  readonly name: string;
  readonly deals: number;
  readonly won: number;
  readonly closed: number;
  /** Null under five closed deals: counts only. */
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

export function standingsTally({ columns, question }: Asked, foundations: Foundations): Tally<PartnerRow[]> {
  const partners = foundations.partners();
  const credits = foundations.credits();
  return readAtTheEnd(() => {
    const table = partners.finish();
    const { own, second } = credits.finish();
    const rows = columns.dictionaries.partners.texts.map((id, code): PartnerRow => ({
      id,
      name: columns.companies.partnerNames[code]!,
      ...countsOf(table, code),
      creditedWonMinor: own.credited[code]!,
      creditedSecondMinor: second.credited[code]!,
      openMinor: table.openMinor[code]!,
      level: levelOf(table.ladder, code, question.settings.ladderDeals),
    }));
    return rows.filter((row) => row.deals + row.closed + row.openMinor > 0).sort(byStanding);
  });
}

function countsOf(table: PartnerTable, code: number) {
  const won = table.won[code]!;
  const closed = table.closed[code]!;
  const rated = closed >= fewestForRate;
  return {
    deals: table.deals[code]!,
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
