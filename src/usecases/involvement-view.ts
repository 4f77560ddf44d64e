import type { InvolvementView } from '#contract/involvement';
import { isoDayOf } from '#domain/day';
import type { Involvement } from '#domain/involvement';

const isoInstant = (ms: number): string => new Date(ms).toISOString();
const isoDay = (day: number | null): string | null => (day === null ? null : isoDayOf(day));

/** A tag as the card shows it. */
export const involvementView = (involvement: Involvement): InvolvementView => ({
  id: involvement.id,
  partnerId: involvement.partnerId,
  partnerName: involvement.partnerName,
  tier: involvement.tier,
  origin: involvement.origin,
  roles: involvement.roles,
  stages: involvement.stages,
  enteredOn: isoDay(involvement.enteredOn),
  exitedOn: isoDay(involvement.exitedOn),
  exitReason: involvement.exitReason,
  status: involvement.status,
  statusReason: involvement.statusReason,
  share: involvement.share,
  evidenceType: involvement.evidenceType,
  evidence: involvement.evidence,
  taggedAt: isoInstant(involvement.taggedAt),
  taggedBy: involvement.taggedBy,
  imported: involvement.taggedFrom === 'import',
  history: involvement.history.map(({ at, by, what }) => ({ at: isoInstant(at), by, what })),
});
