import { involvementKey } from '#contract/schema';
import { isoDayOf } from '#domain/day';
import type { HistoryEntry, Involvement, NewInvolvement } from '#domain/involvement';
import type { Properties } from './objects.ts';

/** HubSpot's limit of a text property is 65,536 characters; the oldest entries go first when a history outgrows it. */
const historyLength = 60_000;

const dayText = (day: number | null): string => (day === null ? '' : isoDayOf(day));
const instantText = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString());

/** An involvement as HubSpot's properties; an empty text clears one. */
const involvementText = (involvement: NewInvolvement): Properties => ({
  involvement_key: involvementKey(involvement.dealId, involvement.partnerId),
  deal_id: involvement.dealId,
  account_id: involvement.accountId ?? '',
  partner_id: involvement.partnerId,
  partner_name: involvement.partnerName,
  tier: involvement.tier,
  origin: String(involvement.origin),
  roles: involvement.roles.join(';'),
  stages: involvement.stages.join(';'),
  entered_on: dayText(involvement.enteredOn),
  exited_on: dayText(involvement.exitedOn),
  exit_reason: involvement.exitReason ?? '',
  tagged_at: instantText(involvement.taggedAt),
  tagged_by: involvement.taggedBy,
  tagged_from: involvement.taggedFrom,
  status: involvement.status,
  status_reason: involvement.statusReason ?? '',
  status_changed_at: instantText(involvement.statusChangedAt),
  share: involvement.share === null ? '' : String(involvement.share),
  evidence_type: involvement.evidenceType ?? '',
  evidence: involvement.evidence ?? '',
  history: historyText(involvement.history),
});

/** Only what differs is written, so that two people who change different things both keep theirs. */
export function differenceText(before: Involvement, after: Involvement): Properties {
  const was = involvementText(before);
  return Object.fromEntries(
    Object.entries(involvementText(after)).filter(([name, value]) => was[name] !== value),
  );
}

/** For a new record: what is empty is left out. */
export const newInvolvementText = (involvement: NewInvolvement): Properties =>
  Object.fromEntries(Object.entries(involvementText(involvement)).filter(([, value]) => value !== ''));

function historyText(history: readonly HistoryEntry[]): string {
  const lines = history.map(({ at, by, what }) => JSON.stringify({ at: instantText(at), by, what }));
  while (lines.length > 1 && lines.reduce((length, line) => length + line.length + 1, 0) > historyLength)
    lines.shift();
  return lines.join('\n');
}
