import type {
  ComparisonReply,
  LandmarkChoice,
  Portfolio,
  ReadPortfolioInput,
} from '#contract/read-portfolio';
import type { Columns } from '#domain/columns';
import { sizeBands } from '#domain/columns/company-columns';
import { dayOf, toDay } from '#domain/day';
import { secondModelOf } from '#domain/kpis/credit-by-partner';
import { portfolioFigures, type PortfolioFigures } from '#domain/kpis/portfolio';
import type { Question } from '#domain/kpis/question';
import { valueMap } from '#domain/kpis/value-map';
import type { ProgramSettings } from '#domain/settings';
import type { Crm, Pipeline } from './crm.ts';
import { readPortfolioColumns } from './portfolio-columns.ts';

/** Kept back from a function's time for the numbers and the answer. */
const reserveMs = 1_500;

/** The portfolio's numbers over every record, or over as many as the time allows: the coverage says which. */
export async function readPortfolio(
  crm: Crm,
  input: ReadPortfolioInput,
  call: { readonly now: number; readonly deadlineAt: number | null },
): Promise<Portfolio> {
  const [{ settings }, pipelines] = await Promise.all([crm.installed(), crm.pipelines()]);
  const until = call.deadlineAt === null ? null : call.deadlineAt - reserveMs;
  const question = questionOf(input, settings, dayOf(call.now));
  const { columns, coverage } = await readPortfolioColumns(crm, question.settings, { until, pipelines });
  return {
    asOf: new Date(call.now).toISOString(),
    coverage,
    freshness: { kind: 'live' },
    ...portfolioReply(columns, question, pipelines),
  };
}

/** Everything but the time and the coverage: what the page, the terminal and the report all show. */
export function portfolioReply(
  columns: Columns,
  question: Question,
  pipelines: readonly Pipeline[],
): Omit<Portfolio, 'asOf' | 'coverage' | 'freshness'> {
  const figures = portfolioFigures(columns, question);
  const { settings } = question;
  return {
    ...figures,
    currency: settings.homeCurrency,
    valueMap: valueMap(columns, question),
    ...comparisonReply(figures, question, pipelines),
    creditModels: [settings.creditModel, secondModelOf(question)],
    pipelines: pipelines.map(({ id, label }) => ({ id, label })),
    offered: offeredBy(columns, pipelines),
  };
}

/** The input as a question: what it does not choose, the settings do. */
export function questionOf(input: ReadPortfolioInput, settings: ProgramSettings, asOf: number): Question {
  const { from, to, pipelines, owners, regions, industries, sizeBands: bands, landmark } = input;
  const { tier, role, stage, routeToMarket, secondModel } = input;
  return {
    asOf,
    from: from === undefined ? null : toDay(from),
    to: to === undefined ? null : toDay(to),
    pipelines: pipelines?.length ? pipelines : settings.pipelines,
    settings: {
      ...settings,
      landmarkStage: stageOf(landmark, settings),
      strata: input.strata ?? settings.strata,
      creditModel: input.creditModel ?? settings.creditModel,
    },
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

function stageOf(landmark: LandmarkChoice | undefined, settings: ProgramSettings): string | null {
  if (landmark === undefined) return settings.landmarkStage;
  return landmark.kind === 'stage' ? landmark.stageId : null;
}

function comparisonReply(
  { comparison }: PortfolioFigures,
  { settings, landmarkDay }: Question,
  pipelines: readonly Pipeline[],
): { comparison: ComparisonReply | null; comparisonMissing: string | null } {
  const stageId = settings.landmarkStage;
  const landmark: LandmarkChoice =
    landmarkDay !== undefined
      ? { kind: 'day', day: landmarkDay }
      : stageId === null
        ? { kind: 'none' }
        : { kind: 'stage', stageId };
  const name = landmarkName(landmark, pipelines);
  if (comparison === null) return { comparison: null, comparisonMissing: missingSentence(landmark, name) };
  const reply = { ...comparison, landmark, landmarkName: name, factors: settings.strata };
  return { comparison: reply, comparisonMissing: null };
}

function landmarkName(landmark: LandmarkChoice, pipelines: readonly Pipeline[]): string {
  if (landmark.kind === 'none') return '';
  if (landmark.kind === 'day') return `day ${landmark.day} after creation`;
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  return stages.find(({ id }) => id === landmark.stageId)?.label ?? landmark.stageId;
}

function missingSentence(landmark: LandmarkChoice, name: string): string {
  return landmark.kind === 'none'
    ? 'No landmark is chosen. An admin can choose the stage from which on deals are compared on the settings page.'
    : `No deal has a recorded date for ${name}, so there is no moment to compare from.`;
}

const offeredBy = (
  { companies, dictionaries }: Columns,
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
