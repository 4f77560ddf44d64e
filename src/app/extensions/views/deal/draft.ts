import type { ChangeInvolvementInput } from '#contract/change-involvement';
import type { InvolvementView } from '#contract/involvement';
import type { EvidenceType, LifeCycleStage, Role, Tier } from '#domain/vocabulary';

/** A tag as the form holds it. Text is never null here: an empty input is an empty text. */
export interface TagDraft {
  readonly tier: Tier;
  readonly origin: boolean;
  readonly roles: readonly Role[];
  readonly stages: readonly LifeCycleStage[];
  readonly enteredOn: string;
  readonly evidenceType: EvidenceType | null;
  readonly evidence: string;
  readonly share: number | null;
}

export const draftOf = (involvement: InvolvementView, today: string): TagDraft => ({
  tier: involvement.tier,
  origin: involvement.origin,
  roles: involvement.roles,
  stages: involvement.stages,
  enteredOn: involvement.enteredOn ?? today,
  evidenceType: involvement.evidenceType,
  evidence: involvement.evidence ?? '',
  share: involvement.share,
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only what differs from the tag as it was when the form opened, or null where nothing does. */
export function changeBetween(before: TagDraft, after: TagDraft): ChangeInvolvementInput['change'] | null {
  const evidence = after.evidence.trim();
  const change = {
    ...(after.tier === before.tier ? {} : { tier: after.tier }),
    ...(after.origin === before.origin ? {} : { origin: after.origin }),
    ...(same(after.roles, before.roles) ? {} : { roles: [...after.roles] }),
    ...(same(after.stages, before.stages) ? {} : { stages: [...after.stages] }),
    ...(after.enteredOn === before.enteredOn ? {} : { enteredOn: after.enteredOn }),
    ...(after.share === before.share ? {} : { share: after.share }),
    ...(after.evidenceType === before.evidenceType ? {} : { evidenceType: after.evidenceType }),
    ...(evidence === before.evidence.trim() ? {} : { evidence: evidence === '' ? null : evidence }),
  };
  return Object.keys(change).length > 0 ? change : null;
}
