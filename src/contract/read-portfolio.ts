import * as z from 'zod/mini';
import { creditModels, type CreditModel } from '#domain/credit';
import type { FairComparison } from '#domain/kpis/comparison-of';
import type { Kpi } from '#domain/kpis/kpi';
import type { PartnerCoverage } from '#domain/kpis/life-cycle-coverage';
import type { TierMixMonth } from '#domain/kpis/maturity';
import type { PartnerRow } from '#domain/kpis/partner-standings';
import type { ValueMapCell } from '#domain/kpis/value-map';
import { stratumFactors, type StratumFactor } from '#domain/settings';
import { lifeCycleStages, roles, routesToMarket, tiers } from '#domain/vocabulary';
import { isoDay, portalId } from './involvement.ts';
import type { Excluded } from './read-company.ts';
import type { RefreshPhase } from './refresh-portfolio.ts';

export type { PartnerRow, TierMixMonth };

/** Where the fair comparison starts to follow deals: at the entry to a deal stage, or some days after creation. */
const landmark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stage'), stageId: z.string().check(z.minLength(1), z.maxLength(100)) }),
  z.object({ kind: z.literal('day'), day: z.int().check(z.gte(0), z.lte(3650)) }),
  z.object({ kind: z.literal('none') }),
]);
export type LandmarkChoice = z.infer<typeof landmark>;

const chosen = z._default(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(200)), []);

/**
 * Period in days, both ends inclusive; absent means open-ended. Empty lists mean all, empty `pipelines` those of the
 * settings. Tier, role, life-cycle stage and route choose which tags make a deal a partner deal. Landmark, strata and
 * credit model stand in for those of the settings.
 */
export const readPortfolioInput = z
  .object({
    portalId,
    from: z.optional(isoDay),
    to: z.optional(isoDay),
    pipelines: z._default(z.array(z.string().check(z.maxLength(100))).check(z.maxLength(50)), []),
    owners: chosen,
    regions: chosen,
    industries: chosen,
    sizeBands: chosen,
    tier: z.optional(z.enum(tiers)),
    role: z.optional(z.enum(roles)),
    stage: z.optional(z.enum(lifeCycleStages)),
    routeToMarket: z.optional(z.enum(routesToMarket)),
    landmark: z.optional(landmark),
    strata: z.optional(z.array(z.enum(stratumFactors)).check(z.maxLength(4))),
    creditModel: z.optional(z.enum(creditModels)),
    secondModel: z.optional(z.enum(creditModels)),
  })
  .check(
    z.refine((input) => !input.from || !input.to || input.from <= input.to, {
      message: 'must not be before the first day',
      path: ['to'],
    }),
  );
export type ReadPortfolioInput = z.input<typeof readPortfolioInput>;

export interface Portfolio {
  readonly asOf: string;
  readonly currency: string;
  /** How much of the portfolio the numbers cover: less than all where the time budget ended first. */
  readonly coverage: { readonly dealsRead: number; readonly dealsTotal: number; readonly complete: boolean };
  readonly freshness: Freshness;
  /** A refresh that has begun and not ended, by whoever: it goes on where it stopped. Null where there is none. */
  readonly unfinished: UnfinishedRefresh | null;
  readonly kpis: readonly Kpi[];
  /** Sorted by the lower bound of the win rate. */
  readonly partners: readonly PartnerRow[];
  readonly tierMix: readonly TierMixMonth[];
  /** Partners by life-cycle stage, most tags first (K42). */
  readonly lifeCycle: readonly PartnerCoverage[];
  /** Eight dimensions by life-cycle stage by tier. */
  readonly valueMap: readonly ValueMapCell[];
  /** Null where there is none to make: `comparisonMissing` says why. */
  readonly comparison: ComparisonReply | null;
  readonly comparisonMissing: string | null;
  /** The models behind `creditedWonMinor` and `creditedSecondMinor` of the partners. */
  readonly creditModels: readonly [CreditModel, CreditModel];
  readonly pipelines: readonly { readonly id: string; readonly label: string }[];
  /** What the filters offer: values that occur. */
  readonly offered: {
    readonly owners: readonly { readonly id: string; readonly label: string }[];
    readonly regions: readonly string[];
    readonly industries: readonly string[];
    readonly sizeBands: readonly string[];
    /** Deal stages that can be a landmark. */
    readonly landmarks: readonly { readonly id: string; readonly label: string }[];
  };
  readonly excluded: readonly Excluded[];
}

export interface ComparisonReply extends FairComparison {
  readonly landmark: LandmarkChoice;
  /** Evaluate; day 30 after creation. */
  readonly landmarkName: string;
  readonly factors: readonly StratumFactor[];
}

export interface UnfinishedRefresh {
  readonly phase: RefreshPhase;
  /** Records read, and how many there are to read as far as is known. */
  readonly done: number;
  readonly total: number;
}

/**
 * Live: read from the records in this call. Stored: computed from the portfolio's segments, as a refresh last wrote them.
 */
export type Freshness =
  | { readonly kind: 'live' }
  | {
      readonly kind: 'stored';
      /** Instant up to which every change is in. */
      readonly readFrom: string;
      /** Deals and tags that changed since; null where HubSpot did not say. */
      readonly changesPending: number | null;
      /** End of the last reading of everything, which finds deletes, merges and changed associations. */
      readonly sweptAt: string | null;
      /** Segments that could not be read: their records are missing until the next refresh. */
      readonly damaged: number;
    };
