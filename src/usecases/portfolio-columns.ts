import { columnsBuilder, type Columns } from '#domain/columns';
import type { ProgramSettings } from '#domain/settings';
import type { Crm, DealReading, Pipeline } from './crm.ts';

export interface PortfolioReading {
  readonly columns: Columns;
  readonly coverage: Coverage;
}

interface Coverage {
  readonly dealsRead: number;
  readonly dealsTotal: number;
  readonly complete: boolean;
}

/**
 * Every deal, involvement and company as columns: three walks at the same time, nothing kept but the columns. Where the
 * time ends first (`until`), the coverage says how far they got; null reads to the end.
 */
export async function readPortfolioColumns(
  crm: Crm,
  settings: ProgramSettings,
  options: {
    readonly until: number | null;
    readonly pipelines?: readonly Pipeline[];
    /** Deal stages whose dates are read beside those that the settings name. */
    readonly stages?: readonly string[];
  },
): Promise<PortfolioReading> {
  const { until, stages = [] } = options;
  const reading = readingOf(settings, options.pipelines ?? (await crm.pipelines()), stages);
  const builder = columnsBuilder();
  const [total, deals, involvements, companies] = await Promise.all([
    crm.countDeals(),
    crm.walkDeals(reading, builder.addDeal, until),
    crm.walkInvolvements(builder.addInvolvement, until),
    crm.walkCompanies(builder.addCompany, until),
  ]);
  const complete = deals.complete && involvements.complete && companies.complete;
  // The count comes from search, which lags; a walk that reached the end knows better.
  const dealsTotal = deals.complete ? deals.read : Math.max(total, deals.read);
  return { columns: builder.finish(), coverage: { dealsRead: deals.read, dealsTotal, complete } };
}

/** Their dates make the address of a list call long, and HubSpot refuses addresses that are too long (414). */
const mostStages = 60;

/** Dates are read for the stages that the settings name, the landmark first, as far as the pipelines still have them. */
export function readingOf(
  settings: ProgramSettings,
  pipelines: readonly Pipeline[],
  more: readonly string[] = [],
): DealReading {
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  const existing = new Set(stages.map(({ id }) => id));
  const { landmarkStage } = settings;
  const named = [
    ...(landmarkStage === null ? [] : [landmarkStage]),
    ...Object.keys(settings.lifeCycleOf),
    ...more,
  ];
  return {
    homeCurrency: settings.homeCurrency,
    stages: [...new Set(named)].filter((id) => existing.has(id)).slice(0, mostStages),
    outcomes: Object.fromEntries(stages.map(({ id, outcome }) => [id, outcome])),
  };
}
