import { CompanyBook } from './company-book.ts';
import { readCompanies } from './companies.ts';
import { readTable } from './csv.ts';
import { currencyOf } from './currency.ts';
import type { DealRecord, ReadFiles } from './dataset.ts';
import type { DateOrder } from './dates.ts';
import { readDeals, type DealRead } from './deals.ts';
import { readInvolvements, type InvolvementsRead } from './involvements.ts';
import { notesOf } from './notes.ts';

export interface ImportFiles {
  readonly deals: string;
  readonly companies: string | null;
  readonly involvements: string | null;
  readonly dateOrder: DateOrder | null;
  readonly currency: string | null;
}

/** Reads the exports into one dataset; what could not be read is listed row by row. */
export function readFiles(files: ImportFiles, now: number): ReadFiles {
  const read = readDeals(readTable(files.deals), files.dateOrder);
  const companies =
    files.companies === null ? null : readCompanies(readTable(files.companies), files.dateOrder);
  const book = new CompanyBook(companies?.companies ?? []);
  const deals = new Map(read.deals.map((deal) => [deal.id, withCompanies(deal, book)]));
  const tags =
    files.involvements === null ? null : tagsOf(files.involvements, files.dateOrder, deals, book, now);
  const money = currencyOf(read.deals, files.currency);
  const counts = [
    countOf(files.deals, 'deals', read.deals.length, read.issues),
    ...(companies
      ? [countOf(files.companies, 'companies', companies.companies.length, companies.issues)]
      : []),
    ...(tags ? [countOf(files.involvements, 'involvements', tags.involvements.length, tags.issues)] : []),
  ];
  return {
    dataset: {
      homeCurrency: money.currency,
      stages: read.stages,
      companies: book.all(),
      contacts: [],
      deals: [...deals.values()],
      involvements: tags?.involvements ?? [],
    },
    issues: [...read.issues, ...(companies?.issues ?? []), ...(tags?.issues ?? [])],
    counts,
    datedStages: read.datedStages,
    notes: [...money.notes, ...notesOf(book, read, companies, tags)],
  };
}

function tagsOf(
  file: string,
  dateOrder: DateOrder | null,
  deals: ReadonlyMap<string, DealRecord>,
  book: CompanyBook,
  now: number,
): InvolvementsRead {
  return readInvolvements(readTable(file), { deals, book, now, dateOrder });
}

const countOf = (
  file: string | null,
  kind: string,
  read: number,
  issues: readonly unknown[],
): ReadFiles['counts'][number] => ({ file: file ?? '', kind, read, of: read + issues.length });

/** Companies that the deal names and the company file lacks are made: with their names where the row has them. */
function withCompanies(deal: DealRead, book: CompanyBook): DealRecord {
  const { primaryCompanyId, otherCompanyIds, companyNames } = deal;
  for (const id of otherCompanyIds) book.ensure(id, undefined);
  if (primaryCompanyId !== null) {
    book.ensure(primaryCompanyId, companyNames[0]);
    return deal;
  }
  const [first = null, ...others] = [...new Set(companyNames.map((name) => book.named(name)))];
  return { ...deal, primaryCompanyId: first, otherCompanyIds: others };
}
