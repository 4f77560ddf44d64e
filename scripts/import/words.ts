import {
  evidenceTypeLabels,
  exitReasonLabels,
  involvementStatusLabels,
  lifeCycleStageLabels,
  partnerTypeLabels,
  roleLabels,
  tierLabels,
  type InvolvementStatus,
  type PartnerAnswer,
  type Role,
  type Tier,
} from '#domain/vocabulary';
import { keyOf } from './headings.ts';

/** Finds a word of the vocabulary by its internal value or its label, whatever the case and the punctuation. */
function wordsOf<Value extends string>(
  labels: Readonly<Record<Value, string>>,
  others: Readonly<Record<string, Value>> = {},
): (text: string) => Value | null {
  const values = new Map<string, Value>(Object.entries(others));
  for (const [value, label] of Object.entries(labels) as [Value, string][]) {
    values.set(keyOf(label), value);
    values.set(keyOf(value), value);
  }
  return (text) => values.get(keyOf(text)) ?? null;
}

export const toRole = wordsOf(roleLabels, {
  reseller: 'reseller_of_record',
  distributor: 'commercial',
  implementation_partner: 'implementation',
  delivered: 'implementation',
  tech_win: 'technical_validation',
  deal_access: 'champion_access',
  executive_access: 'champion_access',
  procurement: 'commercial',
});
export const toStage = wordsOf(lifeCycleStageLabels);
export const toStatus = wordsOf(involvementStatusLabels, {
  approved: 'confirmed',
  review_attribution: 'proposed',
});
export const toExitReason = wordsOf(exitReasonLabels);
export const toEvidenceType = wordsOf(evidenceTypeLabels, { email: 'email_intro' });
export const toPartnerType = wordsOf(partnerTypeLabels, {
  agency: 'referral',
  var: 'reseller',
  var_reseller: 'reseller',
  system_integrator: 'si',
  consultancy: 'si',
  technology: 'isv',
  cloud_marketplace: 'hyperscaler',
});

export const toAnswer = wordsOf<PartnerAnswer>(
  { unanswered: 'Not answered', none: 'No partner', tagged: 'Tagged' },
  { no: 'none', yes: 'tagged' },
);

export const toYesNo = (text: string): boolean | null =>
  /^(true|yes|y|1)$/i.test(text) ? true : /^(false|no|n|0)$/i.test(text) ? false : null;

/** What a word of another system says about a tag. */
export interface Claim {
  readonly tier: Tier;
  readonly role?: Role;
  readonly status?: InvolvementStatus;
}

/**
 * How the words of other systems map to tiers: sourced is source, influenced is assist, reselling is selling with us.
 * A word that names a role brings the role along.
 */
const claims: Readonly<Record<string, Claim>> = {
  sourced: { tier: 'source' },
  partner_sourced: { tier: 'source' },
  sourcing_partner: { tier: 'source', role: 'originator' },
  initiated: { tier: 'source' },
  influenced: { tier: 'assist' },
  influence: { tier: 'assist' },
  partner_influenced: { tier: 'assist' },
  influencing_partner: { tier: 'assist' },
  accelerated: { tier: 'assist' },
  assisted: { tier: 'assist' },
  for_visibility_only: { tier: 'assist' },
  review_attribution: { tier: 'assist', status: 'proposed' },
  cosell: { tier: 'co_sell' },
  co_sold: { tier: 'co_sell' },
  reseller: { tier: 'co_sell', role: 'reseller_of_record' },
  distributor: { tier: 'co_sell', role: 'commercial' },
  delivered: { tier: 'assist', role: 'implementation' },
  implementation_partner: { tier: 'assist', role: 'implementation' },
};

const toOwnTier = wordsOf(tierLabels);

export function toClaim(text: string): Claim | null {
  const tier = toOwnTier(text);
  return tier === null ? (claims[keyOf(text)] ?? null) : { tier };
}
