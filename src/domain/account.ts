import type { Columns } from './columns.ts';
import { isWon } from './columns/deal-columns.ts';
import { missing } from './columns/minute.ts';
import { isoDayOf } from './day.ts';
import { summed } from './kpis/amount.ts';
import { creditTally } from './kpis/credit-by-partner.ts';
import { functionBits, functionsOf } from './kpis/full-stack.ts';
import type { Kpi } from './kpis/kpi.ts';
import { kpisOf } from './kpis/families.ts';
import type { Question } from './kpis/question.ts';
import { select, type Selection } from './kpis/selection.ts';
import { countsAs, isConfirmed } from './kpis/standing.ts';
import { tallied } from './kpis/tally.ts';
import { stackFunctions, tiers, type StackFunction, type Tier } from './vocabulary.ts';

interface AccountPartner {
  readonly id: string;
  readonly name: string;
  readonly highestTier: Tier;
  readonly firstEnteredOn: string | null;
  readonly deals: number;
  readonly won: number;
  /** Each of its deals in full: overlaps with other partners, do not add. */
  readonly uniqueWonMinor: number;
  /** Its credited share; sums over partners to the partner-attached won amount. */
  readonly creditedWonMinor: number;
}

export interface AccountKpis {
  readonly kpis: Kpi[];
  readonly partners: AccountPartner[];
  /** Functions that confirmed partners have covered on this account's deals, and those that nobody has. */
  readonly fullStack: { readonly covered: StackFunction[]; readonly missing: StackFunction[] };
}

/** The KPIs of one customer account, with its partners, most credited first. An account without deals has empty ones. */
export function accountKpis(columns: Columns, question: Question, accountId: string): AccountKpis {
  const account = columns.dictionaries.accounts.codeOf(accountId);
  // Code -1 stands for deals without an account; an unknown account has none of them.
  const selection = select(columns, question, { account: account < 0 ? -2 : account });
  const { partners, functions } = partnersOf(selection);
  const covered = functionsOf(functions);
  return {
    kpis: kpisOf(selection),
    partners,
    fullStack: { covered, missing: stackFunctions.filter((each) => !covered.includes(each)) },
  };
}

interface Sums {
  tier: number;
  entered: number;
  deals: number;
  won: number;
  wonMinor: number;
}

function partnersOf(selection: Selection): { partners: AccountPartner[]; functions: number } {
  const { columns, standing, rows } = selection;
  const { start, partner } = columns.involvements;
  const sums = new Map<number, Sums>();
  let functions = 0;
  for (let at = 0; at < rows.length; at++) {
    for (let tag = start[rows[at]!]!; tag < start[rows[at]! + 1]!; tag++) {
      if ((standing[tag]! & isConfirmed) !== 0) functions |= functionBits(columns, tag);
      if ((standing[tag]! & countsAs) !== countsAs) continue;
      const code = partner[tag]!;
      const of = sums.get(code) ?? { tier: 0, entered: missing, deals: 0, won: 0, wonMinor: 0 };
      sums.set(code, of);
      addTag(of, selection, at, tag);
    }
  }
  const { credited } = tallied(creditTally, selection).own;
  const partners = [...sums].map(([code, of]) => partnerOf(columns, code, of, credited[code]!));
  return { partners: partners.sort(byCredit), functions };
}

function addTag(of: Sums, { columns, rows, outcome, inClosed }: Selection, at: number, tag: number): void {
  const { tier, enteredDay } = columns.involvements;
  const entered = enteredDay[tag]!;
  of.tier = Math.max(of.tier, tier[tag]!);
  if (entered !== missing) of.entered = of.entered === missing ? entered : Math.min(of.entered, entered);
  of.deals++;
  if (inClosed[at] === 0 || outcome[at] !== isWon) return;
  of.won++;
  of.wonMinor += summed(columns, rows[at]!);
}

const partnerOf = (columns: Columns, code: number, of: Sums, credited: number): AccountPartner => ({
  id: columns.dictionaries.partners.texts[code]!,
  name: columns.companies.partnerNames[code]!,
  highestTier: tiers[of.tier]!,
  firstEnteredOn: of.entered === missing ? null : isoDayOf(of.entered),
  deals: of.deals,
  won: of.won,
  uniqueWonMinor: of.wonMinor,
  creditedWonMinor: credited,
});

const byCredit = (one: AccountPartner, other: AccountPartner): number =>
  other.creditedWonMinor - one.creditedWonMinor || other.deals - one.deals || (one.id < other.id ? -1 : 1);
