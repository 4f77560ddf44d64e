import type { FindPartnerInput, FoundPartners } from '#contract/find-partner';
import { defaultRoles, defaultTier } from '#domain/involvement';
import type { Crm } from './crm.ts';

const listed = 8;

/** Partner companies whose name or domain matches: one search. */
export async function findPartner(crm: Crm, input: FindPartnerInput): Promise<FoundPartners> {
  const { partners, total } = await crm.findPartners(input.query, listed);
  return {
    partners: partners.flatMap(({ id, name, domain, partnerType }) =>
      partnerType === null
        ? []
        : [{ id, name, domain, partnerType, defaultTier, defaultRoles: defaultRoles(partnerType) }],
    ),
    more: total > partners.length,
  };
}
