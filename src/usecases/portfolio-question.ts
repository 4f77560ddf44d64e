import type { LandmarkChoice, ReadPortfolioInput } from '#contract/read-portfolio';
import { toDay } from '#domain/day';
import type { Labels, Question } from '#domain/kpis/question';
import type { ProgramSettings } from '#domain/settings';
import type { Pipeline } from './crm.ts';

/**
 * The input as a question: what it does not choose, the settings do. Where neither chooses a landmark, it is the entry
 * to the first deal stage, in the order of the pipelines, that the life-cycle map calls Evaluate.
 */
export function questionOf(
  input: Omit<ReadPortfolioInput, 'portalId'>,
  settings: ProgramSettings,
  asOf: number,
  pipelines: readonly Pipeline[] = [],
): Question {
  const { from, to, owners, regions, industries, sizeBands: bands, landmark } = input;
  const { tier, role, stage, routeToMarket, secondModel } = input;
  const counted = input.pipelines?.length ? input.pipelines : settings.pipelines;
  return {
    asOf,
    from: from === undefined ? null : toDay(from),
    to: to === undefined ? null : toDay(to),
    pipelines: counted,
    settings: {
      ...settings,
      landmarkStage:
        landmark === undefined
          ? (settings.landmarkStage ?? firstEvaluateStage(settings, counted, pipelines))
          : stageOf(landmark),
      strata: input.strata ?? settings.strata,
      creditModel: input.creditModel ?? settings.creditModel,
    },
    labels: labelsOf(pipelines),
    ...(owners && { owners }),
    ...(regions && { regions }),
    ...(industries && { industries }),
    ...(bands && { sizeBands: bands }),
    ...(tier && { tier }),
    ...(role && { role }),
    ...(stage && { stage }),
    ...(routeToMarket && { routeToMarket }),
    ...(secondModel && { secondModel }),
    ...(landmark?.kind === 'day' && { landmarkDay: landmark.day }),
  };
}

const labelsOf = (pipelines: readonly Pipeline[]): Labels => ({
  pipelines: byId(pipelines),
  stages: byId(pipelines.flatMap((pipeline) => pipeline.stages)),
});

const byId = (named: readonly { readonly id: string; readonly label: string }[]): Record<string, string> =>
  Object.fromEntries(named.map(({ id, label }) => [id, label]));

const stageOf = (landmark: LandmarkChoice): string | null =>
  landmark.kind === 'stage' ? landmark.stageId : null;

function firstEvaluateStage(
  { lifeCycleOf }: ProgramSettings,
  counted: readonly string[],
  pipelines: readonly Pipeline[],
): string | null {
  const stages = pipelines
    .filter(({ id }) => counted.length === 0 || counted.includes(id))
    .flatMap((pipeline) => pipeline.stages);
  return stages.find(({ id, outcome }) => outcome === 'open' && lifeCycleOf[id] === 'evaluate')?.id ?? null;
}
