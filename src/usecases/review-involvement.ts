import type { ChangedInvolvement } from '#contract/involvement';
import type { ReviewInvolvementInput } from '#contract/review-involvement';
import { reviewed } from '#domain/involvement-steps';
import type { Crm } from './crm.ts';
import { actOf, granted, programOf, saved, tagOnDeal } from './deal-verbs.ts';

/**
 * Confirms, disputes or rejects a tag. Where the settings name confirmers, nobody else may: a convention that the app
 * keeps, not an access control, because HubSpot gives a private function no verified identity.
 */
export async function reviewInvolvement(
  crm: Crm,
  input: ReviewInvolvementInput,
  now: number,
): Promise<ChangedInvolvement> {
  const [program, state] = await Promise.all([programOf(crm, input), tagOnDeal(crm, input)]);
  const act = actOf(input.actor, program.confirmers, now);
  return saved(crm, state, granted(reviewed(state.current, input.decision, input.reason ?? '', act)));
}
