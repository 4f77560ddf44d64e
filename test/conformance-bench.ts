import type { NewInvolvement } from '#domain/involvement';
import type { Crm } from '#usecases/crm';

/** A CRM under test, with a way to put records in that the port does not have. */
export interface Bench {
  readonly crm: Crm;
  company(company: { name: string; partnerType?: 'si' | 'isv' }): Promise<string>;
  /** The first company is the primary one. Amounts are in euros. */
  deal(deal: { companies: readonly string[]; amount?: number }): Promise<string>;
  /** Search knows everything from here on. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** An involvement with something in every field, and with what is hard to carry. */
export const fullInvolvement = (
  ids: { readonly deal: string; readonly customer: string; readonly partner: string },
  now: number,
): NewInvolvement => ({
  dealId: ids.deal,
  accountId: ids.customer,
  partnerId: ids.partner,
  partnerName: 'Norvik Systems',
  tier: 'joint_solution',
  origin: true,
  roles: ['introducer', 'implementation'],
  stages: ['evaluate', 'renew'],
  enteredOn: 20_000,
  exitedOn: 20_010,
  exitReason: 'withdrew',
  status: 'disputed',
  statusReason: 'Who; and "why"?',
  statusChangedAt: now - 5,
  share: 33.3,
  evidenceType: 'meeting',
  evidence: 'Line one\nline two – ünïcode',
  taggedAt: now,
  taggedBy: 'sam@example.com',
  taggedFrom: 'card',
  history: [
    { at: now, by: 'sam@example.com', what: 'tagged as joint_solution' },
    { at: now + 1, by: 'pat@example.com', what: 'disputed: "why"?' },
  ],
});
