import type { ProblemMessage } from '#contract/envelope';
import type { CreditModel } from '#domain/credit';
import type { StratumFactor } from '#domain/settings';
import type { RouteToMarket } from '#domain/vocabulary';

export const creditModelLabels: Readonly<Record<CreditModel, string>> = {
  equal: 'Equal split',
  maturity: 'Weighted by tier',
  origin: 'All to the origin',
  last: 'All to the last partner in',
  position: 'First 40 %, last 40 %, rest between',
  manual: 'Agreed shares',
};

export const stratumLabels: Readonly<Record<StratumFactor, string>> = {
  region: 'Region of the account',
  size: 'Size of the account',
  pipeline: 'Pipeline',
  dealtype: 'New or existing business',
};

export const routeLabels: Readonly<Record<RouteToMarket, string>> = {
  direct: 'Direct',
  referral: 'Referral',
  resell: 'Resell',
  two_tier: 'Two-tier distribution',
  marketplace: 'Marketplace',
  co_sell: 'Co-sell',
  embedded_oem: 'Embedded or OEM',
  services_led: 'Services-led',
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
