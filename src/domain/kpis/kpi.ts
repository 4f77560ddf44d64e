/** Which deals a KPI is about. `none` is the explicit answer "no partner"; `unanswered` is kept apart. */
export const arms = ['all', 'partner', 'none', 'unanswered'] as const;
export type Arm = (typeof arms)[number];

/** money and moneyPerDay are in minor units of the home currency; share is 0 to 1; days are whole or fractional days. */
export type KpiUnit = 'money' | 'moneyPerDay' | 'share' | 'difference' | 'ratio' | 'days' | 'count' | 'index';

/** Why a KPI has no value. The sentence for people is in `reasonSentences`. */
export type KpiReason =
  | 'no_denominator'
  | 'too_few'
  | 'not_reached'
  | 'no_target'
  | 'no_cost'
  | 'no_landmark'
  | 'not_answered'
  | 'no_amounts'
  | 'not_recorded';

export const reasonSentences: Readonly<Record<KpiReason, string>> = {
  no_denominator: 'There is nothing to divide by: no deal of this kind in the selection.',
  too_few: 'Not enough data for this number.',
  not_reached: 'Not reached: fewer than half of the deals have got there.',
  no_target: 'No target is set. An admin can set one on the settings page.',
  no_cost: 'No cost or margin is set. An admin can set them on the settings page.',
  no_landmark: 'No landmark stage is chosen, or its entry dates are not recorded.',
  not_answered: 'Too many deals do not say whether a partner was involved.',
  no_amounts: 'No deal of this kind states an amount above zero.',
  not_recorded: 'The CRM records do not hold what this number needs.',
};

/**
 * One number, or the reason why there is none: exactly one of `value` and `reason` is null.
 * `n` is how many records stand behind it (the denominator of a share, the deals of a median).
 * `interval` is the 95 % interval where the method has one; an open end is null.
 */
export interface Kpi {
  readonly id: string;
  readonly name: string;
  readonly unit: KpiUnit;
  readonly arm: Arm;
  readonly value: number | null;
  readonly n: number;
  readonly interval: readonly [number | null, number | null] | null;
  readonly reason: KpiReason | null;
}
