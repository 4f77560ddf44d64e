import type { Involvement } from '#domain/involvement';
import { toMinor } from '#domain/money';
import type { CompanyRow, DealRow, InvolvementRow } from '#domain/rows';
import type { Company, Deal, DealReading } from '#usecases/crm';
import {
  companyProperties,
  dealProperties,
  enteredProperty,
  involvementFigures,
  involvementProperties,
  mirrorOfDeal,
  timeInProperty,
  type CrmRecord,
  type DealProperties,
} from './records.ts';
import { toInstant } from './values.ts';

type Outcome = DealRow['outcome'];

/** What the deal says of itself; a deal that does not say is judged by its stage. */
function outcomeOf(deal: DealProperties, outcomes: DealReading['outcomes']): Outcome {
  if (deal.hs_is_closed_won) return 'won';
  if (deal.hs_is_closed !== null) return deal.hs_is_closed ? 'lost' : 'open';
  return outcomes[deal.dealstage ?? ''] ?? 'open';
}

/** The amount in the home currency: HubSpot's own conversion, or the amount itself where it is in that currency. */
function homeAmount(deal: DealProperties, home: string): { amount: number | null; foreign: boolean } {
  if (deal.amount_in_home_currency !== null) return { amount: deal.amount_in_home_currency, foreign: false };
  const foreign = deal.deal_currency_code !== null && deal.deal_currency_code !== home;
  return foreign ? { amount: null, foreign: deal.amount !== null } : { amount: deal.amount, foreign: false };
}

function weightedAmount(deal: DealProperties, amount: number | null): number | null {
  if (deal.hs_projected_amount_in_home_currency !== null) return deal.hs_projected_amount_in_home_currency;
  return amount === null || deal.hs_deal_stage_probability === null
    ? null
    : amount * deal.hs_deal_stage_probability;
}

export function dealRowOf(record: CrmRecord, reading: DealReading): DealRow {
  const deal = dealProperties.parse(record.properties);
  const { amount, foreign } = homeAmount(deal, reading.homeCurrency);
  const weighted = weightedAmount(deal, amount);
  return {
    id: Number(record.id),
    outcome: outcomeOf(deal, reading.outcomes),
    createdAt: deal.createdate,
    closeAt: deal.closedate,
    amountMinor: amount === null ? null : toMinor(amount, reading.homeCurrency),
    foreignAmount: foreign,
    weightedMinor: weighted === null ? null : toMinor(weighted, reading.homeCurrency),
    pipeline: deal.pipeline ?? '',
    stage: deal.dealstage ?? '',
    owner: deal.hubspot_owner_id,
    account: deal.hs_primary_associated_company,
    dealType: deal.dealtype,
    lossReason: deal.closed_lost_reason,
    answer: deal.partner_answer ?? 'unanswered',
    stageEnteredAt: perStage(record, reading.stages, enteredProperty),
    timeInStage: perStage(record, reading.stages, timeInProperty),
  };
}

function perStage(
  { properties }: CrmRecord,
  stages: readonly string[],
  propertyOf: (stage: string) => string,
): Record<string, number> {
  const values: Record<string, number> = {};
  for (const stage of stages) {
    const value = properties[propertyOf(stage)];
    const ms = typeof value === 'string' && value !== '' ? toInstant(value) : null;
    if (ms !== null) values[stage] = ms;
  }
  return values;
}

export function dealOf(
  record: CrmRecord,
  involvementIds: readonly string[],
  companyIds: readonly string[],
): Deal {
  const deal = dealProperties.parse(record.properties);
  const primary = deal.hs_primary_associated_company;
  return {
    id: record.id,
    outcome: outcomeOf(deal, {}),
    createdAt: deal.createdate,
    closeAt: deal.closedate,
    stage: deal.dealstage ?? '',
    primaryCompanyId: primary,
    companyIds: [...new Set(primary === null ? companyIds : [primary, ...companyIds])],
    involvementIds,
    mirror: mirrorOfDeal(deal),
  };
}

/** Null for a record without a deal or a partner: somebody made it by hand, and it says nothing. */
export function involvementOf(record: CrmRecord): Involvement | null {
  const given = involvementProperties.parse(record.properties);
  if (given.deal_id === null || given.partner_id === null) return null;
  return {
    id: record.id,
    dealId: given.deal_id,
    accountId: given.account_id,
    partnerId: given.partner_id,
    partnerName: given.partner_name ?? given.partner_id,
    tier: given.tier ?? 'assist',
    origin: given.origin ?? false,
    roles: given.roles,
    stages: given.stages,
    enteredOn: given.entered_on,
    exitedOn: given.exited_on,
    exitReason: given.exit_reason,
    status: given.status ?? 'proposed',
    statusReason: given.status_reason,
    statusChangedAt: given.status_changed_at,
    share: given.share,
    evidenceType: given.evidence_type,
    evidence: given.evidence,
    taggedAt: given.tagged_at ?? 0,
    taggedBy: given.tagged_by ?? '',
    taggedFrom: given.tagged_from ?? 'card',
    history: given.history,
  };
}

export function involvementRowOf(record: CrmRecord): InvolvementRow | null {
  const given = involvementFigures.parse(record.properties);
  if (given.deal_id === null || given.partner_id === null) return null;
  return {
    id: record.id,
    dealId: Number(given.deal_id),
    partnerId: given.partner_id,
    partnerName: given.partner_name ?? given.partner_id,
    tier: given.tier ?? 'assist',
    origin: given.origin ?? false,
    roles: given.roles,
    stages: given.stages,
    status: given.status ?? 'proposed',
    enteredOn: given.entered_on,
    exitedOn: given.exited_on,
    taggedAt: given.tagged_at ?? 0,
    imported: given.tagged_from === 'import',
    statusChangedAt: given.status_changed_at,
    share: given.share,
    evidenceType: given.evidence_type,
    hasEvidence: given.evidence !== null,
  };
}

export function companyOf(record: CrmRecord): Company {
  const { domain, ...company } = companyProperties.parse(record.properties);
  return { ...companyRow(record.id, company), domain };
}

export const companyRowOf = (record: CrmRecord): CompanyRow =>
  companyRow(record.id, companyProperties.parse(record.properties));

const companyRow = (
  id: string,
  company: Omit<ReturnType<typeof companyProperties.parse>, 'domain'>,
): CompanyRow => ({
  id,
  name: company.name ?? id,
  industry: company.industry,
  region: company.country,
  employees: company.numberofemployees,
  partnerType: company.partner_type,
  onboardedOn: company.partner_onboarded_on,
});
