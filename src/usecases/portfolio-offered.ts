import type { Portfolio } from '#contract/read-portfolio';
import type { SharedColumns } from '#domain/columns';
import { sizeBands } from '#domain/columns/company-columns';
import type { Owner, Pipeline } from './crm.ts';

/** What the filters offer: the values that occur, and the open deal stages as landmarks. */
export const offeredBy = (
  { companies, dictionaries }: SharedColumns,
  pipelines: readonly Pipeline[],
  owners: readonly Owner[],
): Portfolio['offered'] => ({
  owners: namedOwners(dictionaries.owners.texts, owners),
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

/**
 * Owners of the deals, for whoever shows them to sort: comparing names as people do takes 5 MB of a function's memory.
 * One that has left, or whose name may not be read, stands as its id.
 */
function namedOwners(ids: readonly string[], owners: readonly Owner[]): readonly Owner[] {
  const labels = new Map(owners.map(({ id, label }) => [id, label]));
  return ids.map((id) => ({ id, label: labels.get(id) ?? id }));
}
