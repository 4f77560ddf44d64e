import type { ProblemCode } from './problem.ts';

/** What every app function answers. Functions never throw: thrown text would reach the browser. */
export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: ProblemMessage };

export interface ProblemMessage {
  readonly code: ProblemCode;
  /** What went wrong and what to do, for the person reading the card. */
  readonly sentence: string;
  /** The input field at fault, where there is one: `tier`, `settings.grossMargin`. */
  readonly field?: string;
  /** Written to the log beside the full error, for support. */
  readonly reference?: string;
}
