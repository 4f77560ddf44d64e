import type { ChangedInvolvement } from '#contract/involvement';
import type { RemoveInvolvementInput } from '#contract/remove-involvement';
import { mirrorOf } from '#domain/deal-mirror';
import type { Crm } from './crm.ts';
import { mirrored, tagOnDeal } from './deal-verbs.ts';

/** Takes a tag off a deal. HubSpot keeps the archived record, so that the removal can be undone. */
export async function removeInvolvement(
  crm: Crm,
  input: RemoveInvolvementInput,
): Promise<ChangedInvolvement> {
  const { deal, others, current } = await tagOnDeal(crm, input);
  await crm.removeInvolvement(current.id);
  const mirror = mirrorOf(others);
  return { involvement: null, answer: mirror.answer, mirror: await mirrored(crm, deal, mirror) };
}
