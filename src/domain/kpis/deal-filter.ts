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

/** Deals that pass pipeline, owner, segment and account filters and exist at the as-of day. */
export function dealFilter(columns: Columns, question: Question, scope: Scope): (row: number) => boolean {
  const { deals, companies, dictionaries } = columns;
  const pipelines = question.pipelines.length > 0 ? question.pipelines : question.settings.pipelines;
  const inPipelines = chosen(dictionaries.pipelines.texts, pipelines);
  const inOwners = chosen(dictionaries.owners.texts, question.owners);
  const inRegions = chosen(companies.regions.texts, question.regions);
  const inIndustries = chosen(companies.industries.texts, question.industries);
  const inSizes = chosen(sizeBands, question.sizeBands);
  const limit = (question.asOf + 1) * 1440;
  return (row) => {
    const account = deals.account[row]!;
    return (
      deals.createdMinute[row]! < limit &&
      (scope.account === undefined || account === scope.account) &&
      (inPipelines === null || inPipelines[deals.pipeline[row]!] === 1) &&
      (inOwners === null || inOwners[deals.owner[row]!] === 1) &&
      (inRegions === null || inRegions[companies.accountRegion[account] ?? -1] === 1) &&
      (inIndustries === null || inIndustries[companies.accountIndustry[account] ?? -1] === 1) &&
      (inSizes === null || inSizes[companies.accountSize[account] ?? -1] === 1)
    );
  };
}

function chosen(texts: readonly string[], wanted: readonly string[] | undefined): Uint8Array | null {
  if (wanted === undefined || wanted.length === 0) return null;
  return Uint8Array.from(texts, (text) => (wanted.includes(text) ? 1 : 0));
}
