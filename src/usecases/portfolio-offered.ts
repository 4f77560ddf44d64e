import type { Portfolio } from '#contract/read-portfolio';
import type { SharedColumns } from '#domain/columns';
import { sizeBands } from '#domain/columns/company-columns';
import type { Pipeline } from './crm.ts';

/** What the filters offer: the values that occur, and the open deal stages as landmarks. */
export const offeredBy = (
  { companies, dictionaries }: SharedColumns,
  pipelines: readonly Pipeline[],
): Portfolio['offered'] => ({
  owners: dictionaries.owners.texts.map((id) => ({ id, label: id })),
  regions: [...companies.regions.texts].sort(),
  industries: [...companies.industries.texts].sort(),
  sizeBands,
  landmarks: pipelines.flatMap(({ label, stages }) =>
    stages
      .filter(({ outcome }) => outcome === 'open')
      .map((stage) => ({
        id: stage.id,
        label: pipelines.length > 1 ? `${label}: ${stage.label}` : stage.label,
      })),
  ),
});
