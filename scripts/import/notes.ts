import type { CompaniesRead } from './companies.ts';
import type { CompanyBook } from './company-book.ts';
import type { DealsRead } from './deals.ts';
import type { InvolvementsRead } from './involvements.ts';

/** What the reading decided on its own, one sentence each, so that nobody has to guess. */
export function notesOf(
  book: CompanyBook,
  deals: DealsRead,
  companies: CompaniesRead | null,
  tags: InvolvementsRead | null,
): readonly string[] {
  const names = (list: readonly { properties: Record<string, string | null> }[]): string =>
    list
      .slice(0, 5)
      .map(({ properties }) => properties['name'])
      .join(', ') + (list.length > 5 ? ', …' : '');
  return [
    ...unusedNote('deal', deals.unused),
    ...unusedNote('company', companies?.unused ?? []),
    ...unusedNote('involvement', tags?.unused ?? []),
    ...(book.created.length > 0
      ? [
          `${book.created.length} companies are named but not in a company file; they were made: ${names(book.created)}.`,
        ]
      : []),
    ...(book.madePartners.length > 0
      ? [
          `${book.madePartners.length} partners had no partner type; it is "other": ${names(book.madePartners)}.`,
        ]
      : []),
    ...(tags !== null && tags.withoutStatus > 0
      ? [
          `${tags.withoutStatus} tags state no status and are "proposed". Only confirmed tags earn credit: add a column status with "confirmed".`,
        ]
      : []),
  ];
}

const unusedNote = (kind: string, headings: readonly string[]): readonly string[] =>
  headings.length === 0 ? [] : [`Columns of the ${kind} file that are not used: ${headings.join(', ')}.`];
