import type { LandmarkChoice } from '#contract/read-portfolio';
import type { Columns } from '#domain/columns';
import type { Question } from '#domain/kpis/question';
import type { Pipeline } from '#usecases/crm';
import { WrongFlag } from '../import/flags.ts';
import { labelOf } from '../import/stages.ts';
import { same, type NamedLandmark } from './flag-values.ts';
import type { Filters } from './options.ts';

interface Named {
  readonly id: string;
  readonly label: string;
}

/** Ids of what a flag names by id or label. */
function idsOf(flag: string, names: readonly string[], offered: readonly Named[]): readonly string[] {
  return names.map((name) => {
    const found = offered.find(({ id }) => id === name) ?? offered.find(({ label }) => same(label, name));
    if (found !== undefined) return found.id;
    throw new WrongFlag(`${flag} ${name}: ${offeredText(offered)}`);
  });
}

/** More than this many names in a message help nobody. */
const listed = 30;

function offeredText(offered: readonly Named[]): string {
  if (offered.length === 0) return 'the files name none.';
  const more = offered.length > listed ? `, … (${offered.length} in all)` : '';
  const labels = offered.slice(0, listed).map(({ label }) => `"${label}"`);
  return `there are ${labels.join(', ')}${more}.`;
}

export const pipelineIdsOf = (names: readonly string[], pipelines: readonly Pipeline[]): readonly string[] =>
  idsOf('--pipeline', names, pipelines);

/**
 * The landmark with the id of its stage, looked for among the pipelines of the deals and then among all. A closed stage
 * can be none: nothing comes after it.
 */
export function landmarkChoiceOf(
  landmark: NamedLandmark | null,
  { used, all }: { readonly used: readonly Pipeline[]; readonly all: readonly Pipeline[] },
): LandmarkChoice | undefined {
  if (landmark?.kind !== 'stage') return landmark ?? undefined;
  const { name } = landmark;
  const inUse = stagesNamed(name, used);
  const found = inUse.length > 0 ? inUse : stagesNamed(name, all);
  const [stage] = found;
  if (stage !== undefined && found.length === 1) return { kind: 'stage', stageId: stage.id };
  throw new WrongFlag(
    stage === undefined
      ? `--landmark stage:${name}: among the open deal stages ${offeredText(openStages(used))} A stage that no deal is in is known by its column hs_v2_date_entered_<stage>.`
      : `--landmark stage:${name}: several stages are called so. Write ${found.map(({ id }) => `stage:${id}`).join(' or ')}.`,
  );
}

const openStages = (pipelines: readonly Pipeline[]) =>
  pipelines.flatMap((pipeline) =>
    pipeline.stages
      .filter(({ outcome }) => outcome === 'open')
      .map(({ id, label }) => ({ id, label, pipeline: pipeline.label })),
  );

function stagesNamed(name: string, pipelines: readonly Pipeline[]): readonly Named[] {
  const open = openStages(pipelines);
  const byId = open.filter(({ id }) => id === name);
  return byId.length > 0 ? byId : open.filter(({ label, pipeline }) => same(labelOf(name, pipeline), label));
}

/** The filters as a question holds them; a value that no record has is a mistake, and said. */
export function filtersOf(
  filters: Filters,
  { companies, dictionaries }: Columns,
  owners: ReadonlyMap<string, string>,
): Partial<Question> {
  const { tier, role, stage, route } = filters;
  const values = (texts: readonly string[]): Named[] => texts.map((text) => ({ id: text, label: text }));
  const partners = dictionaries.partners.texts.map((id, code) => ({
    id,
    label: companies.partnerNames[code] ?? id,
  }));
  const ownersOffered = [...owners].map(([label, id]) => ({ id, label }));
  const [partnerId] = idsOf('--partner', filters.partner === null ? [] : [filters.partner], partners);
  return {
    owners: idsOf('--owner', filters.owners, ownersOffered),
    regions: idsOf('--region', filters.regions, values(companies.regions.texts)),
    industries: idsOf('--industry', filters.industries, values(companies.industries.texts)),
    sizeBands: filters.sizeBands,
    ...(partnerId !== undefined && { partnerId }),
    ...(tier !== null && { tier }),
    ...(role !== null && { role }),
    ...(stage !== null && { stage }),
    ...(route !== null && { routeToMarket: route }),
  };
}
