import type { Involvement } from './involvement.ts';
import type { InvolvementRow } from './rows.ts';

/** A tag as the numbers take it. */
export const involvementRowOf = (involvement: Involvement): InvolvementRow => ({
  id: involvement.id,
  dealId: Number(involvement.dealId),
  partnerId: involvement.partnerId,
  partnerName: involvement.partnerName,
  tier: involvement.tier,
  origin: involvement.origin,
  roles: involvement.roles,
  stages: involvement.stages,
  status: involvement.status,
  enteredOn: involvement.enteredOn,
  exitedOn: involvement.exitedOn,
  taggedAt: involvement.taggedAt,
  imported: involvement.taggedFrom === 'import',
  statusChangedAt: involvement.statusChangedAt,
  share: involvement.share,
  evidenceType: involvement.evidenceType,
  hasEvidence: involvement.evidence !== null,
});
