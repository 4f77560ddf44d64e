import type { ChangeInvolvementInput } from '#contract/change-involvement';
import type { ChangedInvolvement } from '#contract/involvement';
import { toDay } from '#domain/day';
import { changed } from '#domain/involvement-steps';
import type { Crm } from './crm.ts';
import { actOf, granted, hasOrigin, programOf, saved, tagOnDeal } from './deal-verbs.ts';

/** Changes what a tag claims. When it was tagged, and by whom, stays. */
export async function changeInvolvement(
  crm: Crm,
  input: ChangeInvolvementInput,
  now: number,
): Promise<ChangedInvolvement> {
  const state = await tagOnDeal(crm, input);
  const { enteredOn, ...rest } = input.change;
  const change = {
    ...rest,
    enteredOn: enteredOn === undefined ? undefined : (toDay(enteredOn) ?? undefined),
  };
  // Who may confirm matters only where the change touches a confirmation.
  const confirmers = state.current.status === 'confirmed' ? (await programOf(crm, input)).confirmers : [];
  const act = actOf(input.actor, confirmers, now);
  return saved(
    crm,
    state,
    granted(changed(state.current, change, { otherOrigin: hasOrigin(state.others) }, act)),
  );
}
