import { companyColumns, type CompanyColumns } from './columns/company-columns.ts';
import {
  dealColumnsBuilder,
  partnerAsAccount,
  type DealColumns,
  type DealDictionaries,
} from './columns/deal-columns.ts';
import type { Dictionary } from './columns/dictionary.ts';
import { involvementColumnsBuilder, type InvolvementColumns } from './columns/involvement-columns.ts';
import type { CompanyRow, DealRow, InvolvementRow } from './rows.ts';

/**
 * What the chunks of a portfolio share, so that a code means the same in each of them. Companies and partners are
 * complete before the first chunk; the dictionaries of deals may grow from chunk to chunk, at their ends. Accounts may
 * be numbered without texts: only a question about one account looks for its text.
 */
export interface SharedColumns {
  readonly companies: CompanyColumns;
  readonly dictionaries: DealDictionaries & { readonly partners: Dictionary };
}

/**
 * Deals with their involvements as flat typed arrays: the one form that every KPI is computed from. A small portfolio
 * is one chunk; a large one is cut into chunks in the order of deal ids.
 */
export interface Columns extends SharedColumns {
  readonly deals: DealColumns;
  readonly involvements: InvolvementColumns;
  /** Involvements whose deal is not among the deals. */
  readonly orphans: number;
}

/**
 * One chunk of a portfolio, from columns whose codes are those of the shared dictionaries. Takes the deals over: those
 * on a partner's own company are changed in place.
 */
export function chunkOf(
  deals: DealColumns,
  involvements: InvolvementColumns,
  shared: SharedColumns,
  orphans = 0,
): Columns {
  const { companies, dictionaries } = shared;
  dropPartnerAccounts(deals, companies.accountIsPartner);
  return { deals, involvements, companies, dictionaries, orphans };
}

export interface ColumnsBuilder {
  readonly addDeal: (row: DealRow) => void;
  readonly addInvolvement: (row: InvolvementRow) => void;
  readonly addCompany: (row: CompanyRow) => void;
  readonly finish: () => Columns;
}

/** Takes records of the three kinds in any order, as pages of the CRM come in. */
export function columnsBuilder(): ColumnsBuilder {
  const deals = dealColumnsBuilder();
  const involvements = involvementColumnsBuilder();
  const companies = new Map<string, CompanyRow>();
  return {
    addDeal: deals.add,
    addInvolvement: involvements.add,
    addCompany: (row) => {
      companies.set(row.id, row);
      if (row.partnerType !== null) involvements.partners.take(row.id);
    },
    finish: () => {
      const { deals: dealColumns, dictionaries } = deals.finish();
      const { partners, names } = involvements;
      const { involvements: tags, orphans } = involvements.finish(dealColumns.id);
      const known = companyColumns(companies, dictionaries.accounts.texts, partners.texts, names);
      const shared = { companies: known, dictionaries: { ...dictionaries, partners } };
      return chunkOf(dealColumns, tags, shared, orphans);
    },
  };
}

/** The columns of a whole set of records. Deals are ordered by id; involvements of unknown deals are counted as orphans. */
export function columnsOf(rows: {
  readonly deals: Iterable<DealRow>;
  readonly involvements: Iterable<InvolvementRow>;
  readonly companies: Iterable<CompanyRow>;
}): Columns {
  const builder = columnsBuilder();
  for (const row of rows.companies) builder.addCompany(row);
  for (const row of rows.deals) builder.addDeal(row);
  for (const row of rows.involvements) builder.addInvolvement(row);
  return builder.finish();
}

/** The partner's own company is never the account: such deals fall back to no account, with a flag. */
function dropPartnerAccounts(deals: DealColumns, isPartner: Uint8Array): void {
  for (let row = 0; row < deals.count; row++) {
    if (isPartner[deals.account[row]!] !== 1) continue;
    deals.account[row] = -1;
    deals.flags[row]! |= partnerAsAccount;
  }
}
