import type { PartnerType } from './vocabulary.ts';

export interface DealCompany {
  readonly id: string;
  readonly partnerType: PartnerType | null;
}

/**
 * The customer company of a deal: its primary company unless that is a partner, else the first other company that is
 * no partner, else none. The partner's own company is never the account.
 */
export function customerOf<Company extends DealCompany>(
  primaryId: string | null,
  companies: readonly Company[],
): Company | null {
  const candidates = companies.filter((company) => company.partnerType === null);
  return candidates.find((company) => company.id === primaryId) ?? candidates[0] ?? null;
}
