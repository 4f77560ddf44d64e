import type { Columns } from '../columns.ts';
import { isOpen, isWon } from '../columns/deal-columns.ts';
import { tiers, type Tier } from '../vocabulary.ts';
import type { Kpi } from './kpi.ts';
import { levelOf } from './ladder.ts';
import { partnerTable } from './partner-table.ts';
import { kpisOf } from './families.ts';
import type { Question } from './question.ts';
import { select, type Selection } from './selection.ts';
import { tallied } from './tally.ts';

export interface PartnerScorecard {
  readonly kpis: Kpi[];
  readonly deals: { readonly open: number; readonly won: number; readonly lost: number };
  readonly ladder: {
    readonly level: Tier | null;
    readonly deals: Readonly<Record<Tier, number>>;
    readonly needed: number;
  };
  /** Distinct customer accounts on its deals. */
  readonly accounts: number;
}

const ownDeals = (columns: Columns, question: Question, partnerId: string): Selection =>
  select(columns, { ...question, partnerId }, { partnerOnly: true });

/** The KPIs of one partner over the deals it is involved in, each in full; its credited share stands beside them. */
export const partnerKpis = (columns: Columns, question: Question, partnerId: string): Kpi[] =>
  kpisOf(ownDeals(columns, question, partnerId));

/** KPIs, deals, maturity ladder and reach of one partner. */
export function partnerScorecard(columns: Columns, question: Question, partnerId: string): PartnerScorecard {
  const selection = ownDeals(columns, question, partnerId);
  const { rows, outcome, inClosed } = selection;
  const deals = { open: 0, won: 0, lost: 0 };
  const accounts = new Set<number>();
  for (let at = 0; at < rows.length; at++) {
    accounts.add(columns.deals.account[rows[at]!]!);
    if (outcome[at] === isOpen) deals.open++;
    else if (inClosed[at] === 1) deals[outcome[at] === isWon ? 'won' : 'lost']++;
  }
  accounts.delete(-1);
  return {
    kpis: kpisOf(selection),
    deals,
    ladder: ladderOf(selection, columns.dictionaries.partners.codeOf(partnerId)),
    accounts: accounts.size,
  };
}

function ladderOf(selection: Selection, partner: number): PartnerScorecard['ladder'] {
  const { ladder: counts } = tallied(partnerTable, selection);
  const needed = selection.question.settings.ladderDeals;
  const deals = tiers.map((tier, place) => [tier, counts[partner * tiers.length + place] ?? 0]);
  return {
    level: levelOf(counts, partner, needed),
    deals: Object.fromEntries(deals) as Record<Tier, number>,
    needed,
  };
}
