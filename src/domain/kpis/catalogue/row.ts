import type { KpiReason, KpiUnit } from '../kpi.ts';

/**
 * Which deals a KPI counts: created in the period; closed in the period; open at the as-of day; or the state at the
 * as-of day whatever the period.
 */
type Cohort = 'created' | 'closed' | 'open' | 'as-of';

export interface CatalogueRow {
  readonly name: string;
  readonly unit: KpiUnit;
  readonly cohort: Cohort;
  readonly formula: string;
  /** CRM fields and settings that it reads. */
  readonly fields: string;
  readonly reasons: readonly KpiReason[];
  readonly source: string;
}
