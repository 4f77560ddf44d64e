import type {
  EvidenceType,
  InvolvementStatus,
  LifeCycleStage,
  PartnerAnswer,
  PartnerType,
  Role,
  Tier,
} from './vocabulary.ts';

/**
 * What the engine is fed: one row per record, already in domain values.
 * Instants are milliseconds since 1970 (UTC); days are whole days since 1970-01-01 (UTC);
 * money is in minor units of the home currency. `null` means the CRM holds no value.
 */
export interface DealRow {
  readonly id: number;
  readonly outcome: 'open' | 'won' | 'lost';
  readonly createdAt: number | null;
  /** Final close of a closed deal; the expected close of an open one. */
  readonly closeAt: number | null;
  readonly amountMinor: number | null;
  /** True where an amount exists but has no home-currency value: kept out of sums and reported. */
  readonly foreignAmount: boolean;
  /** Amount times stage probability. */
  readonly weightedMinor: number | null;
  readonly pipeline: string;
  readonly stage: string;
  readonly owner: string | null;
  /** The customer company: never a partner's own company. */
  readonly account: string | null;
  readonly dealType: string | null;
  readonly lossReason: string | null;
  readonly answer: PartnerAnswer;
  /** First entry per deal stage id. Stages the deal never entered are absent. */
  readonly stageEnteredAt: Readonly<Record<string, number>>;
  /** Cumulative milliseconds per deal stage id, where the CRM states it. */
  readonly timeInStage: Readonly<Record<string, number>>;
}

export interface InvolvementRow {
  readonly id: string;
  readonly dealId: number;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly tier: Tier;
  readonly origin: boolean;
  readonly roles: readonly Role[];
  readonly stages: readonly LifeCycleStage[];
  readonly status: InvolvementStatus;
  /** Day the partner came in, as claimed. */
  readonly enteredOn: number | null;
  readonly exitedOn: number | null;
  /** Instant the tag was made: the system's own, or an imported one (`imported`). */
  readonly taggedAt: number;
  readonly imported: boolean;
  readonly statusChangedAt: number | null;
  /** Negotiated share in percent, 0 to 100. */
  readonly share: number | null;
  readonly evidenceType: EvidenceType | null;
  readonly hasEvidence: boolean;
}

export interface CompanyRow {
  readonly id: string;
  readonly name: string;
  readonly industry: string | null;
  /** Country or region, as the CRM states it. */
  readonly region: string | null;
  readonly employees: number | null;
  /** Set on partner companies only. */
  readonly partnerType: PartnerType | null;
  readonly onboardedOn: number | null;
}
