import type { Columns } from '../columns.ts';
import { yearDays } from './partner-table.ts';
import type { Question } from './question.ts';

/**
 * The days that the program's yearly cost is taken for, and their part of a year: the period, or the twelve months up
 * to its last day where it has no first.
 */
export function costedPeriod(question: Question): { readonly period: Question; readonly share: number } {
  const to = Math.min(question.to ?? question.asOf, question.asOf);
  const from = question.from ?? to - yearDays + 1;
  return { period: { ...question, from, to }, share: Math.max(0, to - from + 1) / yearDays };
}

/** HubSpot's own values of `dealtype`: newbusiness and existingbusiness. A deal without a type counts as new. */
export function isNewBusiness({ deals, dictionaries }: Columns, row: number): boolean {
  const existing = dictionaries.dealTypes.codeOf('existingbusiness');
  return existing < 0 || deals.dealType[row] !== existing;
}
