import * as z from 'zod/mini';
import type { LifeCycleStage, PartnerAnswer, Tier } from '#domain/vocabulary';
import { portalId, recordId, type InvolvementView, type SchemaAddress } from './involvement.ts';

export const readDealCardInput = z.object({ portalId, dealId: recordId });
export type ReadDealCardInput = z.infer<typeof readDealCardInput>;

export interface DealCard {
  readonly asOf: string;
  readonly answer: PartnerAnswer;
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly involvements: readonly InvolvementView[];
  /** At most three, best first. Accepting one is a single click. */
  readonly suggestions: readonly Suggestion[];
  /** What partners did on this account's other deals. */
  readonly history: readonly AccountHistory[];
  readonly flags: readonly DealFlag[];
  /** How credit for the deal is split under the program's model; shares are 0 to 1 and sum to 1. */
  readonly credit: { readonly model: string; readonly shares: readonly CreditShare[] } | null;
  /** Life-cycle stage of the deal's current deal stage, from the settings. */
  readonly lifeCycleStage: LifeCycleStage | null;
  /** E-mail addresses that may confirm; empty means everybody. */
  readonly confirmers: readonly string[];
  readonly schema: SchemaAddress;
}

export interface Suggestion {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly tier: Tier;
  /** One short clause: "already associated with this deal". */
  readonly why: string;
}

export interface AccountHistory {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly deals: number;
  readonly highestTier: Tier;
  readonly lastTaggedOn: string;
}

interface CreditShare {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly share: number;
}

interface DealFlag {
  readonly code:
    'two_origins' | 'tagged_late' | 'no_evidence' | 'mirror_behind' | 'exited_before_close' | 'imported';
  readonly sentence: string;
}
