import type { Columns } from '../columns.ts';
import { sizeBands } from '../columns/company-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import type { Question } from './question.ts';

export interface Scope {
  readonly account?: number;
  /** Only deals with a counted tag, for the scorecard of the question's partner. */
  readonly partnerOnly?: boolean;
}

/** True in the period, both ends inclusive; an instant that is not known is in the open-ended period alone. */
export function isInPeriod({ from, to }: Question, minute: number): boolean {
  if (minute === missing) return from === null && to === null;
  const day = dayOfMinute(minute);
  return (from === null || day >= from) && (to === null || day <= to);
}

/** True for a day of the period, up to the as-of day; a day that is not known is in none. */
export const isDayInPeriod = ({ from, to, asOf }: Question, day: number): boolean =>
  day !== missing && day <= asOf && (from === null || day >= from) && (to === null || day <= to);

/** Which codes pass; null: all. */
interface DealFilter {
  readonly limit: number;
  readonly account: number | null;
  readonly pipelines: Uint8Array | null;
  readonly owners: Uint8Array | null;
  readonly regions: Uint8Array | null;
  readonly industries: Uint8Array | null;
  readonly sizes: Uint8Array | null;
}

/** The filters of a question over pipeline, owner, segment and account, in the codes of a chunk. */
export function dealFilter(columns: Columns, question: Question, scope: Scope): DealFilter {
  const { companies, dictionaries } = columns;
  const pipelines = question.pipelines.length > 0 ? question.pipelines : question.settings.pipelines;
  return {
    limit: (question.asOf + 1) * 1440,
    account: scope.account ?? null,
    pipelines: chosen(dictionaries.pipelines.texts, pipelines),
    owners: chosen(dictionaries.owners.texts, question.owners),
    regions: chosen(companies.regions.texts, question.regions),
    industries: chosen(companies.industries.texts, question.industries),
    sizes: chosen(sizeBands, question.sizeBands),
  };
}

/** True for a deal that passes the filters and exists at the as-of day. */
export function passes(filter: DealFilter, { deals, companies }: Columns, row: number): boolean {
  const { pipelines, owners, regions, industries, sizes } = filter;
  const account = deals.account[row]!;
  return (
    deals.createdMinute[row]! < filter.limit &&
    (filter.account === null || account === filter.account) &&
    (pipelines === null || pipelines[deals.pipeline[row]!] === 1) &&
    (owners === null || owners[deals.owner[row]!] === 1) &&
    (regions === null || regions[companies.accountRegion[account] ?? -1] === 1) &&
    (industries === null || industries[companies.accountIndustry[account] ?? -1] === 1) &&
    (sizes === null || sizes[companies.accountSize[account] ?? -1] === 1)
  );
}

function chosen(texts: readonly string[], wanted: readonly string[] | undefined): Uint8Array | null {
  if (wanted === undefined || wanted.length === 0) return null;
  return Uint8Array.from(texts, (text) => (wanted.includes(text) ? 1 : 0));
}
