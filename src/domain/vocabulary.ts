/**
 * The controlled vocabulary: what a tag on a deal can say. Internal value, then the label people read.
 * Order matters: tiers climb the maturity ladder, stages follow the customer life cycle.
 */
export const tiers = ['assist', 'co_sell', 'source', 'joint_solution'] as const;
export type Tier = (typeof tiers)[number];
export const tierLabels: Readonly<Record<Tier, string>> = {
  assist: 'Assist',
  co_sell: 'Co-sell',
  source: 'Source',
  joint_solution: 'Joint solution',
};
export const tierMeanings: Readonly<Record<Tier, string>> = {
  assist: 'Helped with intelligence, an introduction or a reference, without selling',
  co_sell: 'Worked the deal with us',
  source: 'Brought the deal',
  joint_solution: 'Sold a named combined offer with us',
};

export const roles = [
  'originator',
  'introducer',
  'champion_access',
  'technical_validation',
  'solution_design',
  'commercial',
  'reseller_of_record',
  'implementation',
  'managed_service',
  'marketplace_listing',
  'reference',
  'other',
] as const;
export type Role = (typeof roles)[number];
export const roleLabels: Readonly<Record<Role, string>> = {
  originator: 'Originator',
  introducer: 'Introducer',
  champion_access: 'Executive or stakeholder access',
  technical_validation: 'Technical validation',
  solution_design: 'Solution design',
  commercial: 'Pricing, procurement, paper',
  reseller_of_record: 'Reseller of record',
  implementation: 'Implementation',
  managed_service: 'Managed service',
  marketplace_listing: 'Marketplace listing',
  reference: 'Reference',
  other: 'Other',
};

export const lifeCycleStages = [
  'identify',
  'engage',
  'evaluate',
  'decide',
  'onboard',
  'adopt',
  'renew',
  'expand',
] as const;
export type LifeCycleStage = (typeof lifeCycleStages)[number];
export const lifeCycleStageLabels: Readonly<Record<LifeCycleStage, string>> = {
  identify: 'Identify',
  engage: 'Engage',
  evaluate: 'Evaluate',
  decide: 'Decide',
  onboard: 'Onboard',
  adopt: 'Adopt',
  renew: 'Renew',
  expand: 'Expand',
};

export const involvementStatuses = ['proposed', 'confirmed', 'disputed', 'rejected'] as const;
export type InvolvementStatus = (typeof involvementStatuses)[number];
export const involvementStatusLabels: Readonly<Record<InvolvementStatus, string>> = {
  proposed: 'Proposed',
  confirmed: 'Confirmed',
  disputed: 'Disputed',
  rejected: 'Rejected',
};

export const exitReasons = ['completed', 'withdrew', 'replaced', 'deal_closed'] as const;
export type ExitReason = (typeof exitReasons)[number];
export const exitReasonLabels: Readonly<Record<ExitReason, string>> = {
  completed: 'Completed its part',
  withdrew: 'Withdrew',
  replaced: 'Was replaced',
  deal_closed: 'Deal closed',
};

export const evidenceTypes = [
  'meeting',
  'email_intro',
  'registration',
  'document',
  'marketplace_offer',
  'seller_statement',
  'import',
] as const;
export type EvidenceType = (typeof evidenceTypes)[number];
export const evidenceTypeLabels: Readonly<Record<EvidenceType, string>> = {
  meeting: 'Meeting',
  email_intro: 'E-mail introduction',
  registration: 'Deal registration',
  document: 'Document',
  marketplace_offer: 'Marketplace offer',
  seller_statement: "Seller's statement",
  import: 'Import',
};

export const partnerTypes = [
  'referral',
  'reseller',
  'distributor',
  'si',
  'msp',
  'isv',
  'hyperscaler',
  'oem',
  'advisor',
  'other',
] as const;
export type PartnerType = (typeof partnerTypes)[number];
export const partnerTypeLabels: Readonly<Record<PartnerType, string>> = {
  referral: 'Referral partner or agency',
  reseller: 'Reseller',
  distributor: 'Distributor',
  si: 'System integrator or consultancy',
  msp: 'Managed service provider',
  isv: 'Technology partner (ISV)',
  hyperscaler: 'Cloud marketplace or hyperscaler',
  oem: 'OEM or embedded',
  advisor: 'Advisor, analyst or investor',
  other: 'Other',
};

export const routesToMarket = [
  'direct',
  'referral',
  'resell',
  'two_tier',
  'marketplace',
  'co_sell',
  'embedded_oem',
  'services_led',
] as const;
export type RouteToMarket = (typeof routesToMarket)[number];

/** What the deal's owner answered to "is a partner involved?". Blank is not "none". */
export const partnerAnswers = ['unanswered', 'none', 'tagged'] as const;
export type PartnerAnswer = (typeof partnerAnswers)[number];

/** The functions of a full-stack deal (K30), covered by roles. */
export const stackFunctions = ['sell', 'technology', 'implement', 'run'] as const;
export type StackFunction = (typeof stackFunctions)[number];
export const stackFunctionLabels: Readonly<Record<StackFunction, string>> = {
  sell: 'Sell',
  technology: 'Technology',
  implement: 'Implementation',
  run: 'Run or managed service',
};
