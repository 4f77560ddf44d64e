import * as z from 'zod/mini';
import { evidenceTypes, exitReasons, lifeCycleStages, roles, tiers } from '#domain/vocabulary';
import type {
  EvidenceType,
  ExitReason,
  InvolvementStatus,
  LifeCycleStage,
  PartnerAnswer,
  Role,
  Tier,
} from '#domain/vocabulary';

export const recordId = z.string().check(z.regex(/^\d{1,18}$/, 'must be the numeric id of a HubSpot record'));
export const isoDay = z.iso.date('must be a day like 2026-09-30');
export const portalId = z.int().check(z.positive());

/** Who acts, as HubSpot's page reports it. Browser-supplied: kept for the audit trail, never used to grant anything. */
export const actor = z.object({
  userId: z.nullable(z.int()),
  email: z.string().check(z.maxLength(320)),
  name: z.string().check(z.maxLength(320)),
});
export type Actor = z.infer<typeof actor>;

export const lifeCycleStage = z.enum(lifeCycleStages);

/**
 * Where our custom objects live in this account, and what the card read of the settings. The deal card hands all of it
 * back, so that saving needs no lookup. It grants nothing: the e-mail that `confirmers` is compared with comes from the
 * same browser, unverified.
 */
export const schemaAddress = z.object({
  involvement: z.string().check(z.regex(/^2-\d+$/)),
  involvementToDeal: z.int(),
  involvementToAccount: z.int(),
  involvementToPartner: z.int(),
  program: z.optional(
    z.object({
      lifeCycleStage: z.nullable(lifeCycleStage),
      confirmers: z.array(z.string().check(z.maxLength(320))).check(z.maxLength(200)),
    }),
  ),
});
export type SchemaAddress = z.infer<typeof schemaAddress>;

/** What every message about one deal carries. */
export const dealContext = {
  portalId,
  dealId: recordId,
  actor,
  schema: z.optional(schemaAddress),
};

export const tier = z.enum(tiers);
export const role = z.enum(roles);
export const evidenceType = z.enum(evidenceTypes);
export const exitReason = z.enum(exitReasons);
export const freeText = z.string().check(z.trim(), z.maxLength(1000, 'takes 1000 characters at most'));

/** One partner's involvement in one deal, as the card shows it. Days are ISO (2026-09-30), instants ISO with time. */
export interface InvolvementView {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly tier: Tier;
  readonly origin: boolean;
  readonly roles: readonly Role[];
  readonly stages: readonly LifeCycleStage[];
  readonly enteredOn: string | null;
  readonly exitedOn: string | null;
  readonly exitReason: ExitReason | null;
  readonly status: InvolvementStatus;
  /** Why it is disputed or rejected. */
  readonly statusReason: string | null;
  readonly share: number | null;
  readonly evidenceType: EvidenceType | null;
  readonly evidence: string | null;
  readonly taggedAt: string;
  readonly taggedBy: string;
  /** True where the time of the tag comes from an import, not from our server's clock. */
  readonly imported: boolean;
  readonly history: readonly HistoryEntry[];
}

interface HistoryEntry {
  readonly at: string;
  readonly by: string;
  readonly what: string;
}

/** The answer to every change of a deal's tags. */
export interface ChangedInvolvement {
  /** Null after a removal or a "no partner" answer. */
  readonly involvement: InvolvementView | null;
  readonly answer: PartnerAnswer;
  /** `behind`: the tag is saved, HubSpot refused the copy on the deal; the next refresh repairs it. */
  readonly mirror: 'saved' | 'behind';
}
