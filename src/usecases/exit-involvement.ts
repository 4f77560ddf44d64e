import type { ExitInvolvementInput } from '#contract/exit-involvement';
import type { ChangedInvolvement } from '#contract/involvement';
import { toDay } from '#domain/day';
import { exited } from '#domain/involvement-steps';
import type { Crm } from './crm.ts';
import { actOf, granted, saved, tagOnDeal } from './deal-verbs.ts';

/** Marks that the partner left the deal, or takes that back. */
export async function exitInvolvement(
  crm: Crm,
  input: ExitInvolvementInput,
  now: number,
): Promise<ChangedInvolvement> {
  const state = await tagOnDeal(crm, input);
  const exitedOn = input.exitedOn === null ? null : toDay(input.exitedOn);
  const act = actOf(input.actor, [], now);
  return saved(crm, state, granted(exited(state.current, exitedOn, input.reason ?? 'completed', act)));
}
