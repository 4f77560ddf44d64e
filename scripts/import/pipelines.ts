import type { NamedStage } from './dataset.ts';
import { request, type PortalDoor } from './door.ts';
import { isPipeline, labelOf, placeOf, type PortalPipeline, type PortalStage } from './stages.ts';

const path = '/crm/pipelines/2026-09/deals';

interface PipelineReply {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly {
    readonly id: string;
    readonly label: string;
    readonly metadata: Readonly<Record<string, string>>;
  }[];
}

async function readPipelines(door: PortalDoor): Promise<readonly PortalPipeline[]> {
  const { results } = await request<{ results: readonly PipelineReply[] }>(door, 'GET', path);
  return results.map(({ id, label, stages }) => ({ id, label, stages: stages.map(toStage) }));
}

const toStage = ({ id, label, metadata }: PipelineReply['stages'][number]): PortalStage => ({
  id,
  label,
  probability: Number(metadata['probability'] ?? 0),
  closed: metadata['isClosed'] === 'true',
});

/** An open stage for which neither the portal nor the export states a probability. */
const assumedProbability = 0.5;

export interface PipelinesMade {
  readonly pipelines: readonly PortalPipeline[];
  /** What was made, one sentence per pipeline. */
  readonly notes: readonly string[];
}

/** Makes the pipelines and stages that the deals name and the portal lacks. */
export async function ensurePipelines(
  door: PortalDoor,
  named: readonly NamedStage[],
): Promise<PipelinesMade> {
  const before = await readPipelines(door);
  const missing = distinct(named.filter((stage) => placeOf(before, stage) === null));
  const notes: string[] = [];
  for (const [pipeline, stages] of byPipeline(missing, before)) {
    const existing = before.find((candidate) => isPipeline(candidate, pipeline));
    if (existing === undefined) await createPipeline(door, pipeline, stages, before.length + notes.length);
    else for (const [at, stage] of stages.entries()) await addStage(door, existing, stage, at);
    notes.push(noteOf(pipeline, existing !== undefined, stages));
  }
  return { pipelines: notes.length === 0 ? before : await readPipelines(door), notes };
}

/** The same stage may be named in several ways: by its id, its label, its label with the pipeline behind it. */
function distinct(stages: readonly NamedStage[]): readonly NamedStage[] {
  const kept: NamedStage[] = [];
  for (const stage of stages) {
    const label = labelOf(stage.stage, stage.pipeline);
    const known = kept.findIndex(
      (one) => one.pipeline === stage.pipeline && labelOf(one.stage, one.pipeline) === label,
    );
    const same = kept[known];
    if (same === undefined) kept.push(stage);
    else if (same.outcome === 'open')
      kept[known] = { ...stage, probability: stage.probability ?? same.probability };
  }
  return kept;
}

/** Stages without a pipeline go to the portal's first one. */
function byPipeline(
  stages: readonly NamedStage[],
  before: readonly PortalPipeline[],
): ReadonlyMap<string, readonly NamedStage[]> {
  const groups = new Map<string, NamedStage[]>();
  for (const stage of stages) {
    const pipeline = stage.pipeline || (before[0]?.label ?? 'Sales Pipeline');
    groups.set(pipeline, [...(groups.get(pipeline) ?? []), stage]);
  }
  for (const group of groups.values()) group.sort((one, other) => rank(one) - rank(other));
  return groups;
}

const outcomeRank = { open: 0, won: 2, lost: 3 };
const rank = ({ outcome, probability }: NamedStage): number =>
  outcomeRank[outcome] + (outcome === 'open' ? (probability ?? assumedProbability) : 0);

const stageBody = ({ stage, pipeline, outcome, probability }: NamedStage, displayOrder: number): unknown => ({
  label: labelOf(stage, pipeline),
  displayOrder,
  metadata: {
    isClosed: String(outcome !== 'open'),
    probability:
      outcome === 'won' ? '1.0' : outcome === 'lost' ? '0.0' : String(probability ?? assumedProbability),
  },
});

async function createPipeline(
  door: PortalDoor,
  label: string,
  stages: readonly NamedStage[],
  displayOrder: number,
): Promise<void> {
  await request(door, 'POST', path, { label, displayOrder, stages: stages.map(stageBody) });
}

async function addStage(
  door: PortalDoor,
  pipeline: PortalPipeline,
  stage: NamedStage,
  at: number,
): Promise<void> {
  const body = stageBody(stage, pipeline.stages.length + at);
  await request(door, 'POST', `${path}/${encodeURIComponent(pipeline.id)}/stages`, body);
}

function noteOf(pipeline: string, existed: boolean, stages: readonly NamedStage[]): string {
  const said = stages.map((stage) => {
    const { outcome, probability } = stage;
    const chance =
      probability === null ? `${assumedProbability * 100} % assumed` : `${Math.round(probability * 100)} %`;
    return `${labelOf(stage.stage, stage.pipeline)} (${outcome === 'open' ? `open, ${chance}` : outcome})`;
  });
  return `${existed ? 'Stages added to the pipeline' : 'Pipeline made:'} ${pipeline}: ${said.join(', ')}.`;
}
