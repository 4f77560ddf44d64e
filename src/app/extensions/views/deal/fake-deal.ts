import type { ChangedInvolvement, InvolvementView } from '#contract/involvement';
import type { DealCard } from '#contract/read-deal-card';

export const involvement = (overrides: Partial<InvolvementView> = {}): InvolvementView => ({
  id: '901',
  partnerId: '88',
  partnerName: 'Acme',
  tier: 'co_sell',
  origin: false,
  roles: [],
  stages: [],
  enteredOn: '2026-03-03',
  exitedOn: null,
  exitReason: null,
  status: 'proposed',
  statusReason: null,
  share: null,
  evidenceType: null,
  evidence: null,
  taggedAt: '2026-03-03T10:00:00Z',
  taggedBy: 'Sam Seller',
  imported: false,
  history: [],
  ...overrides,
});

export const dealCard = (overrides: Partial<DealCard> = {}): DealCard => ({
  asOf: '2026-09-30T12:00:00Z',
  answer: 'unanswered',
  account: { id: '70', name: 'Contoso' },
  involvements: [],
  suggestions: [],
  history: [],
  flags: [],
  credit: null,
  lifeCycleStage: 'evaluate',
  confirmers: [],
  schema: {
    involvement: '2-1',
    involvementToDeal: 1,
    involvementToAccount: 2,
    involvementToPartner: 3,
  },
  ...overrides,
});

export const changed = (overrides: Partial<ChangedInvolvement> = {}): ChangedInvolvement => ({
  involvement: involvement(),
  answer: 'tagged',
  mirror: 'saved',
  ...overrides,
});
