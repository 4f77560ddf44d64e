import { hubspotCrm } from '#crm/hubspot-crm';
import { isoDayOf, startOfDay } from '#domain/day';
import type { Columns } from '#domain/columns';
import { excludedCounts, type Excluded } from '#domain/kpis/excluded';
import type { Kpi } from '#domain/kpis/kpi';
import { partnerKpis } from '#domain/kpis/partner-scorecard';
import { partnerStandings } from '#domain/kpis/partner-standings';
import { portfolioKpis } from '#domain/kpis/portfolio';
import type { Question } from '#domain/kpis/question';
import { defaultSettings } from '#domain/settings';
import { startPortal } from '#portal/portal';
import type { Pipeline } from '#usecases/crm';
import { installSchema } from '#usecases/install-schema';
import { readPortfolioColumns } from '#usecases/portfolio-columns';
import { WrongFlag } from '../import/flags.ts';
import { load } from '../import/load.ts';
import { readFiles } from '../import/read-files.ts';
import { summaryOf } from '../import/summary.ts';
import type { ReportOptions } from './options.ts';

export interface Report {
  readonly asOf: number;
  readonly currency: string;
  readonly deals: number;
  readonly excluded: readonly Excluded[];
  readonly kpis: readonly Kpi[];
  readonly partners: readonly { readonly id: string; readonly name: string; readonly kpis: readonly Kpi[] }[];
  /** What was loaded and what was not, as text. */
  readonly summary: string;
}

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
    const pipelines = await crm.pipelines();
    const question = questionOf(options, homeCurrency, pipelines);
    const { columns, coverage } = await readPortfolioColumns(crm, question.settings, {
      until: null,
      pipelines,
    });
    return { ...numbersOf(columns, question), deals: coverage.dealsRead, summary: summaryOf(read, loaded) };
  } finally {
    await portal.close();
  }
}

function questionOf(options: ReportOptions, homeCurrency: string, pipelines: readonly Pipeline[]): Question {
  const settings = {
    ...defaultSettings,
    homeCurrency,
    landmarkStage: stageIdOf(options.landmark, pipelines),
  };
  const { asOf, from, to } = options;
  return {
    asOf,
    from,
    to,
    pipelines: options.pipelines.map((name) => pipelineIdOf(name, pipelines)),
    settings,
  };
}

const named = (text: string) => (one: { id: string; label: string }) =>
  one.id === text || one.label.toLowerCase() === text.toLowerCase();

function pipelineIdOf(name: string, pipelines: readonly Pipeline[]): string {
  const pipeline = pipelines.find(named(name));
  if (pipeline !== undefined) return pipeline.id;
  throw new WrongFlag(
    `--pipeline ${name}: there are ${pipelines.map(({ label }) => `"${label}"`).join(', ')}.`,
  );
}

function stageIdOf(name: string | null, pipelines: readonly Pipeline[]): string | null {
  if (name === null) return null;
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  const stage = stages.find(named(name));
  if (stage !== undefined) return stage.id;
  throw new WrongFlag(
    `--landmark ${name}: the deal stages are ${stages.map(({ label }) => `"${label}"`).join(', ')}.`,
  );
}

function numbersOf(columns: Columns, question: Question): Omit<Report, 'deals' | 'summary'> {
  return {
    asOf: question.asOf,
    currency: question.settings.homeCurrency,
    excluded: excludedCounts(columns, question),
    kpis: portfolioKpis(columns, question),
    partners: partnerStandings(columns, question).map(({ id, name }) => ({
      id,
      name,
      kpis: partnerKpis(columns, question, id),
    })),
  };
}

export const titleOf = ({ asOf, currency, deals }: Report): string =>
  `Partner Value as of ${isoDayOf(asOf)}: ${deals.toLocaleString('en')} deals, amounts in ${currency}`;
