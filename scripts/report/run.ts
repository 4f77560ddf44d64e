import { hubspotCrm } from '#crm/hubspot-crm';
import { isoDayOf, startOfDay } from '#domain/day';
import type { Question } from '#domain/kpis/question';
import { defaultSettings } from '#domain/settings';
import { startPortal } from '#portal/portal';
import type { Crm, Pipeline } from '#usecases/crm';
import { installSchema } from '#usecases/install-schema';
import { readPortfolioColumns } from '#usecases/portfolio-columns';
import { landmarkOf } from '#usecases/portfolio-comparison';
import { questionOf } from '#usecases/portfolio-question';
import { portfolioReply } from '#usecases/read-portfolio';
import type { ReadFiles } from '../import/dataset.ts';
import { load, type Loaded } from '../import/load.ts';
import { readFiles } from '../import/read-files.ts';
import { isPipeline } from '../import/stages.ts';
import { summaryOf } from '../import/summary.ts';
import { filtersOf, landmarkChoiceOf, pipelineIdsOf } from './choices.ts';
import type { ReportOptions } from './options.ts';
import { reportOf, type Report } from './report-of.ts';
import { datedStagesOf, lifeCycleMapOf, noDefaultLandmark, undatedStage } from './stage-dates.ts';

const msPerDay = 86_400_000;

/** Loads the files into a portal of its own and asks the app's use cases over its API, without a function's time limit. */
export async function runReport(options: ReportOptions): Promise<Report> {
  // The last instant of the day: what happened on the day of the report counts.
  const now = startOfDay(options.asOf) + msPerDay - 1;
  const read = readFiles(options.files, now);
  const { homeCurrency } = read.dataset;
  const portal = await startPortal({
    buildDir: null,
    homeCurrency,
    now: () => now,
    rateLimits: false,
    searchLagMs: 0,
    quiet: true,
  });
  try {
    const { url, token, portalId } = portal;
    const crm = hubspotCrm({
      token,
      baseUrl: url,
      portalId,
      now: Date.now,
      limits: 'off',
      attemptMs: 60_000,
    });
    const { address } = await installSchema(crm, homeCurrency);
    const loaded = await load(read.dataset, portal, address, { linked: false });
    return await answer(crm, options, read, loaded);
  } finally {
    await portal.close();
  }
}

async function answer(crm: Crm, options: ReportOptions, read: ReadFiles, loaded: Loaded): Promise<Report> {
  const all = await crm.pipelines();
  const pipelines = usedBy(read.dataset, all);
  const dated = datedStagesOf(read.datedStages, pipelines);
  const lifeCycleOf = lifeCycleMapOf(pipelines, dated);
  const settings = { ...defaultSettings, homeCurrency: read.dataset.homeCurrency, lifeCycleOf };
  const { from, to, strata, model, secondModel } = options;
  const landmark = landmarkChoiceOf(options.landmark, { used: pipelines, all });
  const asked = questionOf(
    {
      pipelines: [...pipelineIdsOf(options.filters.pipelines, pipelines)],
      ...(from !== null && { from: isoDayOf(from) }),
      ...(to !== null && { to: isoDayOf(to) }),
      ...(landmark && { landmark }),
      ...(strata && { strata: [...strata] }),
      ...(model && { creditModel: model }),
      ...(secondModel && { secondModel }),
    },
    settings,
    options.asOf,
    pipelines,
  );
  const { columns, coverage } = await readPortfolioColumns(crm, asked.settings, {
    until: null,
    pipelines,
    stages: [...dated],
  });
  const filtered = { ...asked, ...filtersOf(options.filters, columns, loaded.owners) };
  const missing = whyNotCompared(filtered, options, pipelines, all, dated);
  const question = missing === null ? filtered : withoutLandmark(filtered);
  const reply = portfolioReply(columns, question, pipelines);
  return reportOf(columns, question, {
    reply: missing === null ? reply : { ...reply, comparisonMissing: missing },
    landmark: landmarkOf(filtered),
    pipelines: all,
    deals: coverage.dealsRead,
    summary: summaryOf(read, loaded),
  });
}

/** The portal has a pipeline of its own, which the deals of a file need not be in. */
const usedBy = ({ stages }: ReadFiles['dataset'], all: readonly Pipeline[]): readonly Pipeline[] =>
  all.filter((pipeline) =>
    stages.some((named) => named.pipeline === '' || isPipeline(pipeline, named.pipeline)),
  );

/** What the files lack for a comparison, or that none is wanted; null where it can be made. */
function whyNotCompared(
  question: Question,
  options: ReportOptions,
  pipelines: readonly Pipeline[],
  all: readonly Pipeline[],
  dated: ReadonlySet<string>,
): string | null {
  const landmark = landmarkOf(question);
  if (landmark.kind === 'none') {
    return options.landmark === null
      ? noDefaultLandmark(pipelines)
      : 'No landmark: --landmark none leaves the comparison out.';
  }
  if (landmark.kind === 'day') return null;
  return dated.has(landmark.stageId) ? null : undatedStage(landmark.stageId, all);
}

const withoutLandmark = (question: Question): Question => ({
  ...question,
  settings: { ...question.settings, landmarkStage: null },
});
