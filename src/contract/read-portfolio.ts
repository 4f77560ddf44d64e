import * as z from 'zod';
import type { Kpi } from '#domain/kpis/kpi';
import type { Tier } from '#domain/vocabulary';
import { isoDay, portalId } from './involvement.ts';
import type { Excluded } from './read-company.ts';

/** Period in days, both ends inclusive; absent means open-ended. Empty `pipelines` means those of the settings. */
export const readPortfolioInput = z
  .object({
    portalId,
    from: isoDay.optional(),
    to: isoDay.optional(),
    pipelines: z.array(z.string().max(100)).max(50).default([]),
  })
  .refine((input) => !input.from || !input.to || input.from <= input.to, {
    message: 'must not be before the first day',
    path: ['to'],
  });
export type ReadPortfolioInput = z.input<typeof readPortfolioInput>;

export interface Portfolio {
  readonly asOf: string;
  readonly currency: string;
  /** How much of the portfolio the numbers cover: less than all where the time budget ended first. */
  readonly coverage: { readonly dealsRead: number; readonly dealsTotal: number; readonly complete: boolean };
  readonly kpis: readonly Kpi[];
  /** Sorted by the lower bound of the win rate. */
  readonly partners: readonly PartnerRow[];
  readonly tierMix: readonly TierMixMonth[];
  readonly pipelines: readonly { readonly id: string; readonly label: string }[];
  readonly excluded: readonly Excluded[];
}

export interface PartnerRow {
  readonly id: string;
  readonly name: string;
  readonly deals: number;
  readonly won: number;
  readonly closed: number;
  /** Null under five closed deals: counts only. */
  readonly winRate: number | null;
  readonly winRateInterval: readonly [number, number] | null;
  readonly creditedWonMinor: number;
  readonly openMinor: number;
  readonly level: Tier | null;
}

export interface TierMixMonth {
  /** 2026-09 */
  readonly month: string;
  readonly tier: Tier;
  readonly deals: number;
}
