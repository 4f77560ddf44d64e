import type { Columns } from '../columns.ts';
import type { Question } from './question.ts';
import { select, type Asked, type Selection } from './selection.ts';

/**
 * A family of numbers, fed a portfolio chunk by chunk in the order of deal ids. Where the chunks are cut changes
 * nothing: what is added up across chunks is whole numbers, whose sums are exact; everything else is computed once, at
 * the end. `finish` changes nothing, so it may be asked again.
 */
export interface Tally<Result> {
  readonly add: (selection: Selection) => void;
  readonly finish: () => Result;
}

/** A family that rests on tallies of others alone. */
export const readAtTheEnd = <Result>(finish: () => Result): Tally<Result> => ({
  add: () => undefined,
  finish,
});

/** What a tally makes of one selection: that of a portfolio in one chunk. */
export function tallied<Result>(start: (asked: Asked) => Tally<Result>, selection: Selection): Result {
  const tally = start(selection);
  tally.add(selection);
  return tally.finish();
}

/** The answer of one family to a question about a portfolio in one chunk. */
export const answerOf = <Result>(
  start: (asked: Asked) => Tally<Result>,
  columns: Columns,
  question: Question,
): Result => tallied(start, select(columns, question));
