import type { ProblemMessage } from '#contract/envelope';
import type { CreditModel } from '#domain/credit';

export const creditModelLabels: Readonly<Record<CreditModel, string>> = {
  equal: 'Equal split',
  maturity: 'Weighted by tier',
  origin: 'All to the origin',
  last: 'All to the last partner in',
  position: 'First 40 %, last 40 %, rest between',
  manual: 'Agreed shares',
};

/** Label of a vocabulary value, or the value itself where a newer server sends one that this page does not know. */
export const labelIn = (labels: Readonly<Record<string, string>>, value: string): string =>
  labels[value] ?? value;

export const optionsOf = <Value extends string>(
  labels: Readonly<Record<Value, string>>,
): { label: string; value: Value }[] =>
  (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }));

/** What support needs to find the error in the log. */
export const sentenceOf = (problem: ProblemMessage): string =>
  problem.reference ? `${problem.sentence} (reference ${problem.reference})` : problem.sentence;
