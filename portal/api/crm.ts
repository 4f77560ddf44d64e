import type { Store } from '../store/store.ts';

/** What every route works on. */
export interface Crm {
  store: Store;
  portalId: number;
  homeCurrency: string;
  now: () => number;
  searchLagMs: number;
}

export const isoOf = (time: number): string => new Date(time).toISOString();
