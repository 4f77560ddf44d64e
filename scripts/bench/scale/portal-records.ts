import { involvementKey } from '#contract/schema';
import { isoDayOf } from '#domain/day';
import { fromMinor } from '#domain/money';
import type { CompanyRow, DealRow, InvolvementRow } from '#domain/rows';

/** A record as the portal's import takes it. */
export interface ImportedRecord {
  readonly id: string;
  readonly properties: Record<string, string>;
}

const homeCurrency = 'EUR';
const foreignCurrency = 'CHF';

type Values = Record<string, string | number | null>;

const given = (values: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  );

const perStage = (name: string, times: Readonly<Record<string, number>>): Values =>
  Object.fromEntries(Object.entries(times).map(([stage, ms]) => [`${name}_${stage}`, ms]));

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
const day = (number: number | null): string | null => (number === null ? null : isoDayOf(number));
const major = (minor: number | null): number | null =>
  minor === null ? null : fromMinor(minor, homeCurrency);

/** A deal as HubSpot holds it: what is calculated there is left to the portal, but for the weighted amount's cents. */
export const dealRecord = (row: DealRow): ImportedRecord => ({
  id: String(row.id),
  properties: given({
    createdate: instant(row.createdAt),
    closedate: instant(row.closeAt),
    hs_lastmodifieddate: instant(row.createdAt),
    amount: row.foreignAmount ? 1000 : major(row.amountMinor),
    deal_currency_code: row.foreignAmount ? foreignCurrency : null,
    hs_projected_amount_in_home_currency: major(row.weightedMinor),
    pipeline: row.pipeline,
    dealstage: row.stage,
    hubspot_owner_id: row.owner,
    hs_primary_associated_company: row.account,
    dealtype: row.dealType,
    closed_lost_reason: row.lossReason,
    partner_answer: row.answer,
    ...perStage('hs_v2_date_entered', row.stageEnteredAt),
    ...perStage('hs_v2_cumulative_time_in', row.timeInStage),
  }),
});

export const involvementRecord = (row: InvolvementRow): ImportedRecord => ({
  id: row.id,
  properties: given({
    involvement_key: involvementKey(String(row.dealId), row.partnerId),
    hs_lastmodifieddate: instant(row.taggedAt),
    deal_id: row.dealId,
    partner_id: row.partnerId,
    partner_name: row.partnerName,
    tier: row.tier,
    origin: String(row.origin),
    roles: row.roles.join(';'),
    stages: row.stages.join(';'),
    status: row.status,
    entered_on: day(row.enteredOn),
    exited_on: day(row.exitedOn),
    tagged_at: instant(row.taggedAt),
    tagged_by: 'seller@example.com',
    tagged_from: row.imported ? 'import' : 'card',
    status_changed_at: instant(row.statusChangedAt),
    share: row.share,
    evidence_type: row.evidenceType,
    evidence: row.hasEvidence ? 'Mail of the customer' : null,
  }),
});

export const companyRecord = (row: CompanyRow): ImportedRecord => ({
  id: row.id,
  properties: given({
    name: row.name,
    industry: row.industry,
    country: row.region,
    numberofemployees: row.employees,
    partner_type: row.partnerType,
    partner_onboarded_on: day(row.onboardedOn),
  }),
});
