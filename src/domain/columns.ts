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

/** A portfolio as flat typed arrays: the one form that every KPI is computed from, three deals or a million. */
export interface Columns {
  readonly deals: DealColumns;
  readonly involvements: InvolvementColumns;
  readonly companies: CompanyColumns;
  readonly dictionaries: DealDictionaries & { readonly partners: Dictionary };
  /** Involvements whose deal is not among the deals. */
  readonly orphans: number;
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
      const isPartner = (id: string): boolean => (companies.get(id)?.partnerType ?? null) !== null;
      dropPartnerAccounts(dealColumns, dictionaries.accounts.texts.map(isPartner));
      const { partners, names } = involvements;
      return {
        deals: dealColumns,
        ...involvements.finish(dealColumns.id),
        companies: companyColumns(companies, dictionaries.accounts.texts, partners.texts, names),
        dictionaries: { ...dictionaries, partners },
      };
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
function dropPartnerAccounts(deals: DealColumns, isPartner: readonly boolean[]): void {
  for (let row = 0; row < deals.count; row++) {
    if (isPartner[deals.account[row]!] !== true) continue;
    deals.account[row] = -1;
    deals.flags[row]! |= partnerAsAccount;
  }
}
