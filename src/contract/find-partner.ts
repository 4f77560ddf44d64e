import * as z from 'zod/mini';
import type { PartnerType, Role, Tier } from '#domain/vocabulary';
import { portalId } from './involvement.ts';

export const findPartnerInput = z.object({
  portalId,
  query: z.string().check(z.trim(), z.minLength(2, 'needs at least two letters'), z.maxLength(100)),
});
export type FindPartnerInput = z.infer<typeof findPartnerInput>;

export interface FoundPartners {
  readonly partners: readonly FoundPartner[];
  /** True where more match than are listed. */
  readonly more: boolean;
}

export interface FoundPartner {
  readonly id: string;
  readonly name: string;
  readonly partnerType: PartnerType;
  readonly domain: string | null;
  readonly defaultTier: Tier;
  readonly defaultRoles: readonly Role[];
}
