import * as z from 'zod/mini';
import type { Kpi } from '#domain/kpis/kpi';
import type { PartnerType, StackFunction, Tier } from '#domain/vocabulary';
import { portalId, recordId } from './involvement.ts';

export const readCompanyInput = z.object({ portalId, companyId: recordId });
export type ReadCompanyInput = z.infer<typeof readCompanyInput>;

export type CompanyCard = CustomerAccount | PartnerScorecard;

interface CompanyHead {
  readonly asOf: string;
  readonly company: { readonly id: string; readonly name: string };
  readonly currency: string;
  readonly kpis: readonly Kpi[];
  /** Deals behind the numbers, and how many were kept out, by reason. */
  readonly counted: {
    readonly deals: number;
    readonly complete: boolean;
    readonly excluded: readonly Excluded[];
  };
}

/** Records kept out of some numbers, in words: { reason: 'foreign currency without a home amount', n: 3 }. */
export interface Excluded {
  readonly reason: string;
  readonly n: number;
}

export interface CustomerAccount extends CompanyHead {
  readonly kind: 'customer';
  readonly partners: readonly AccountPartner[];
  readonly fullStack: {
    readonly covered: readonly StackFunction[];
    readonly missing: readonly StackFunction[];
  };
}

interface AccountPartner {
  readonly id: string;
  readonly name: string;
  readonly highestTier: Tier;
  readonly firstEnteredOn: string | null;
  readonly deals: number;
  readonly won: number;
  /** Each of its deals in full: overlaps with other partners, do not add. Minor units. */
  readonly uniqueWonMinor: number;
  /** Its credited share; sums over partners to the partner-attached won amount. Minor units. */
  readonly creditedWonMinor: number;
}

export interface PartnerScorecard extends CompanyHead {
  readonly kind: 'partner';
  readonly partnerType: PartnerType;
  readonly deals: { readonly open: number; readonly won: number; readonly lost: number };
  readonly ladder: {
    readonly level: Tier | null;
    readonly deals: Readonly<Record<Tier, number>>;
    readonly needed: number;
  };
  readonly accounts: number;
}
