import { dayOf } from './day.ts';
import type {
  EvidenceType,
  ExitReason,
  InvolvementStatus,
  LifeCycleStage,
  PartnerType,
  Role,
  Tier,
} from './vocabulary.ts';

/** One partner's part in one deal. Days are day numbers, instants milliseconds since 1970. */
export interface Involvement {
  readonly id: string;
  readonly dealId: string;
  /** The customer of the deal when the tag was made. */
  readonly accountId: string | null;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly tier: Tier;
  readonly origin: boolean;
  readonly roles: readonly Role[];
  readonly stages: readonly LifeCycleStage[];
  readonly enteredOn: number | null;
  readonly exitedOn: number | null;
  readonly exitReason: ExitReason | null;
  readonly status: InvolvementStatus;
  readonly statusReason: string | null;
  readonly statusChangedAt: number | null;
  readonly share: number | null;
  readonly evidenceType: EvidenceType | null;
  readonly evidence: string | null;
  readonly taggedAt: number;
  readonly taggedBy: string;
  readonly taggedFrom: 'card' | 'import';
  readonly history: readonly HistoryEntry[];
}

export type NewInvolvement = Omit<Involvement, 'id'>;

export interface HistoryEntry {
  readonly at: number;
  readonly by: string;
  readonly what: string;
}

export type RefusalCode =
  | 'self_involvement'
  | 'not_a_partner'
  | 'origin_taken'
  | 'entered_in_future'
  | 'exit_in_future'
  | 'exit_before_entry'
  | 'evidence_needed'
  | 'reason_needed'
  | 'change_not_allowed'
  | 'not_a_confirmer';

/** A rule that says no, as a value. `field` is the input at fault. */
export interface Refusal {
  readonly outcome: 'refused';
  readonly because: RefusalCode;
  readonly field?: string;
}
export type Ruling<Value> = Refusal | { readonly outcome: 'allowed'; readonly value: Value };

export const refused = (because: RefusalCode, field?: string): Refusal =>
  field === undefined ? { outcome: 'refused', because } : { outcome: 'refused', because, field };

/** Who acts and when. `confirms` is true where the settings name this person among the confirmers. */
export interface Act {
  readonly at: number;
  readonly by: string;
  readonly confirms: boolean;
}

const rolesByPartnerType: Readonly<Record<PartnerType, readonly Role[]>> = {
  referral: ['introducer'],
  reseller: ['reseller_of_record'],
  distributor: ['commercial'],
  si: ['implementation'],
  msp: ['managed_service'],
  isv: ['solution_design'],
  hyperscaler: ['marketplace_listing'],
  oem: ['solution_design'],
  advisor: ['introducer'],
  other: [],
};

/** The tier of a tag that names none: the least claim. */
export const defaultTier: Tier = 'assist';

/** The roles that a partner of this type has unless a tag says otherwise. Example: defaultRoles('msp') is ['managed_service']. */
export const defaultRoles = (partnerType: PartnerType): readonly Role[] => rolesByPartnerType[partnerType];

export interface Claim {
  readonly tier?: Tier | undefined;
  readonly origin?: boolean | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly stages?: readonly LifeCycleStage[] | undefined;
  readonly enteredOn?: number | undefined;
  readonly evidenceType?: EvidenceType | undefined;
  readonly evidence?: string | undefined;
}

export interface TaggedDeal {
  readonly id: string;
  readonly primaryCompanyId: string | null;
  readonly customerId: string | null;
  readonly lifeCycleStage: LifeCycleStage | null;
  /** The partner that the deal came from, where one is tagged so. */
  readonly originName: string | null;
}

export interface TaggedPartner {
  readonly id: string;
  readonly name: string;
  readonly partnerType: PartnerType | null;
}

/**
 * A new tag with every default filled in, or the rule that forbids it: tier assist, roles from the partner's type,
 * stage from the deal, entered today, origin exactly where the tier is source; proposed until a confirmer says so.
 */
export function propose(
  claim: Claim,
  deal: TaggedDeal,
  partner: TaggedPartner,
  act: Act,
): Ruling<NewInvolvement> {
  if (partner.partnerType === null) return refused('not_a_partner', 'partnerId');
  if (isCustomer(partner.id, deal)) return refused('self_involvement', 'partnerId');
  const tier = claim.tier ?? defaultTier;
  const value: NewInvolvement = {
    dealId: deal.id,
    accountId: deal.customerId,
    partnerId: partner.id,
    partnerName: partner.name,
    tier,
    origin: claim.origin ?? tier === 'source',
    roles: [...new Set(claim.roles ?? defaultRoles(partner.partnerType))],
    stages: [...new Set(claim.stages ?? (deal.lifeCycleStage ? [deal.lifeCycleStage] : []))],
    enteredOn: claim.enteredOn ?? dayOf(act.at),
    exitedOn: null,
    exitReason: null,
    status: act.confirms ? 'confirmed' : 'proposed',
    statusReason: null,
    statusChangedAt: act.at,
    share: null,
    evidenceType: claim.evidenceType ?? (claim.evidence ? 'seller_statement' : null),
    evidence: claim.evidence || null,
    taggedAt: act.at,
    taggedBy: act.by,
    taggedFrom: 'card',
    history: [{ at: act.at, by: act.by, what: `tagged as ${tier}` }],
  };
  if (value.origin && deal.originName !== null) return refused('origin_taken', 'origin');
  return entryRuling(value, act.at) ?? { outcome: 'allowed', value };
}

/** A deal's customer cannot be its partner: not the customer company, nor a primary company without another customer. */
const isCustomer = (partnerId: string, deal: TaggedDeal): boolean =>
  partnerId === (deal.customerId ?? deal.primaryCompanyId);

/** Entry days are UTC days; a day before the tag's own needs one line of evidence, a day to come is refused. */
export function entryRuling(
  involvement: Pick<Involvement, 'enteredOn' | 'exitedOn' | 'evidence' | 'taggedAt'>,
  now: number,
): Refusal | null {
  const { enteredOn, exitedOn, evidence, taggedAt } = involvement;
  if (enteredOn === null) return null;
  if (enteredOn > dayOf(now)) return refused('entered_in_future', 'enteredOn');
  if (exitedOn !== null && exitedOn < enteredOn) return refused('exit_before_entry', 'enteredOn');
  return enteredOn < dayOf(taggedAt) && !evidence ? refused('evidence_needed', 'evidence') : null;
}
