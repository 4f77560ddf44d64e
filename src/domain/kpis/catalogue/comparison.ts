import type { CatalogueRow } from './row.ts';

export const comparisonRows = {} as const satisfies Record<string, CatalogueRow>;
