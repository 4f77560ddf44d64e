import type { ChangedInvolvement } from '#contract/involvement';
import { Problem } from '#contract/problem';
import type { RestoreInvolvementInput } from '#contract/restore-involvement';
import { mirrorWith } from '#domain/deal-mirror';
import type { Involvement } from '#domain/involvement';
import { restored } from '#domain/involvement-steps';
import type { Crm } from './crm.ts';
import { actOf, dealOf, granted, mirrored, programOf } from './deal-verbs.ts';
import { involvementView } from './involvement-view.ts';
import { mirrorBefore } from './tag-partner.ts';

/**
 * Undoes a removal: the archived record is read on the server and created anew, so that the time and the author of the
 * tag stay as they were. UNVERIFIED: that HubSpot frees the unique key of an archived record.
 */
export async function restoreInvolvement(
  crm: Crm,
  input: RestoreInvolvementInput,
  now: number,
): Promise<ChangedInvolvement> {
  const [program, deal, removed] = await Promise.all([
    programOf(crm, input),
    dealOf(crm, input.dealId),
    crm.removedInvolvement(input.involvementId),
  ]);
  if (removed?.involvement.dealId !== deal.id) throw new Problem('involvement_not_found');
  const before = await mirrorBefore(crm, deal);
  const act = actOf(input.actor, program.confirmers, now);
  const next = granted(
    restored(removed.involvement, removed.removedAt, { otherOrigin: before.origin !== null }, act),
  );
  const id = (await crm.createInvolvement(next, program.address)) ?? (await ownRestoration(crm, next));
  if (id === null) throw new Problem('already_tagged');
  return {
    involvement: involvementView({ ...next, id }),
    answer: 'tagged',
    mirror: await mirrored(crm, deal, mirrorWith(before, next)),
  };
}

/** The record that an earlier try of this same save made, where its answer was lost. */
async function ownRestoration(crm: Crm, next: Involvement): Promise<string | null> {
  const existing = await crm.involvementOf(next.dealId, next.partnerId);
  const isOwn =
    existing?.taggedAt === next.taggedAt && existing.history.at(-1)?.at === next.history.at(-1)?.at;
  return existing && isOwn ? existing.id : null;
}
