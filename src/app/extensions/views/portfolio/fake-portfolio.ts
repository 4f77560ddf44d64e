import type { PartnerRow, Portfolio } from '#contract/read-portfolio';
import type { Kpi } from '#domain/kpis/kpi';

/** A partner with 40 of 50 deals won. */
export const partner = (overrides: Partial<PartnerRow>): PartnerRow => ({
  id: '1',
  name: 'Acme',
  deals: 50,
  won: 40,
  closed: 50,
  winRate: 0.8,
  winRateInterval: [0.67, 0.89],
  creditedWonMinor: 100_00,
  creditedSecondMinor: 90_00,
  openMinor: 200_00,
  level: 'co_sell',
  ...overrides,
});

/** A share of 100 deals. */
export const kpi = (overrides: Partial<Kpi>): Kpi => ({
  id: 'K24',
  name: 'Win rate',
  unit: 'share',
  arm: 'all',
  value: 0.5,
  n: 100,
  interval: null,
  reason: null,
  ...overrides,
});

/** The portfolio of 120 deals, live. */
export const portfolio = (overrides: Partial<Portfolio> = {}): Portfolio => ({
  asOf: '2026-09-30T12:00:00Z',
  currency: 'EUR',
  coverage: { dealsRead: 120, dealsTotal: 120, complete: true },
  freshness: { kind: 'live' },
  unfinished: null,
  kpis: [
    kpi({ arm: 'partner', value: 0.4 }),
    kpi({ arm: 'none', value: 0.3 }),
    kpi({ id: 'K46', name: 'Answered share', value: 0.85 }),
    kpi({ id: 'K47', name: 'Late tags', value: 0.1 }),
  ],
  partners: [partner({})],
  tierMix: [{ month: '2026-09', tier: 'co_sell', deals: 4 }],
  pipelines: [
    { id: 'default', label: 'Sales' },
    { id: 'renewal', label: 'Renewals' },
  ],
  excluded: [],
  lifeCycle: [],
  valueMap: [],
  comparison: null,
  comparisonMissing: 'No landmark is chosen.',
  creditModels: ['equal', 'maturity'],
  offered: { owners: [], regions: [], industries: [], sizeBands: [], landmarks: [] },
  ...overrides,
});
