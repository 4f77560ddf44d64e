import { parseArgs } from 'node:util';
import { sizeBands } from '#domain/columns/company-columns';
import { creditModels, type CreditModel } from '#domain/credit';
import { stratumFactors, type StratumFactor } from '#domain/settings';
import {
  lifeCycleStageLabels,
  lifeCycleStages,
  roleLabels,
  roles,
  routesToMarket,
  tierLabels,
  tiers,
  type LifeCycleStage,
  type Role,
  type RouteToMarket,
  type Tier,
} from '#domain/vocabulary';
import { fileFlags, filesOf, fileUsage, WrongFlag } from '../import/flags.ts';
import type { ImportFiles } from '../import/read-files.ts';
import { dayOf, listOf, oneOf, toLandmark, type NamedLandmark } from './flag-values.ts';

export interface ReportOptions {
  readonly files: ImportFiles;
  /** Days since 1970. Nothing after this day counts. */
  readonly asOf: number;
  readonly from: number | null;
  readonly to: number | null;
  /** Null: the report chooses. */
  readonly landmark: NamedLandmark | null;
  readonly strata: readonly StratumFactor[] | null;
  readonly model: CreditModel | null;
  readonly secondModel: CreditModel | null;
  readonly filters: Filters;
  readonly json: string | null;
}

/** Labels or ids, of which empty lists mean all; and what makes a tag count. */
export interface Filters {
  readonly pipelines: readonly string[];
  readonly owners: readonly string[];
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly sizeBands: readonly string[];
  readonly partner: string | null;
  readonly tier: Tier | null;
  readonly role: Role | null;
  readonly stage: LifeCycleStage | null;
  readonly route: RouteToMarket | null;
}

export const reportUsage = `Usage: npm run report -- --deals FILE --as-of YYYY-MM-DD [options]
${fileUsage}
  --as-of DAY           the day of the report: nothing after it counts
  --from DAY, --to DAY  the period, both days included
  --landmark WHERE      compare deals from stage:<id or label> on, from day:<n> after creation on, or none;
                        else from the first stage that evaluates, where the deals have its entry dates
  --strata LIST         compare within ${stratumFactors.join(', ')} (several with commas), or none
  --model MODEL         split credit by ${creditModels.join(', ')}
  --second-model MODEL  the split shown beside it
  --json FILE           write the numbers to a file as well
Filters; those in the first line may be given several times:
  --pipeline NAME  --owner NAME  --region NAME  --industry NAME  --size BAND (${sizeBands.join(', ')})
  --partner NAME  --tier TIER  --role ROLE  --stage LIFE_CYCLE_STAGE  --route ROUTE_TO_MARKET`;

const one = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;
const flags = {
  ...fileFlags,
  'as-of': one,
  from: one,
  to: one,
  landmark: one,
  strata: one,
  model: one,
  'second-model': one,
  json: one,
  pipeline: several,
  owner: several,
  region: several,
  industry: several,
  size: several,
  partner: one,
  tier: one,
  role: one,
  stage: one,
  route: one,
} as const;

type Values = ReturnType<typeof parse>;
const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: flags }).values;

export function reportOptions(args: readonly string[]): ReportOptions {
  const values = parse(args);
  const files = filesOf(values);
  if (files === null) throw new WrongFlag('--deals is missing: name the export of your deals.');
  const asOf = dayOf('--as-of', values['as-of']);
  if (asOf === null) throw new WrongFlag('--as-of is missing: name the day of the report, like 2026-09-30.');
  const [from, to] = [dayOf('--from', values.from), dayOf('--to', values.to)];
  if (from !== null && to !== null && from > to) throw new WrongFlag('--to must not be before --from.');
  const { landmark, strata, model, 'second-model': second } = values;
  return {
    files,
    asOf,
    from,
    to,
    landmark: landmark === undefined ? null : toLandmark(landmark),
    strata: strata === undefined ? null : listOf('--strata', strata, stratumFactors),
    model: model === undefined ? null : oneOf('--model', model, creditModels),
    secondModel: second === undefined ? null : oneOf('--second-model', second, creditModels),
    filters: filtersOf(values),
    json: values.json ?? null,
  };
}

const filtersOf = ({ tier, role, stage, route, ...values }: Values): Filters => ({
  pipelines: values.pipeline ?? [],
  owners: values.owner ?? [],
  regions: values.region ?? [],
  industries: values.industry ?? [],
  sizeBands: (values.size ?? []).map((text) => oneOf('--size', text, sizeBands)),
  partner: values.partner ?? null,
  tier: tier === undefined ? null : oneOf('--tier', tier, tiers, tierLabels),
  role: role === undefined ? null : oneOf('--role', role, roles, roleLabels),
  stage: stage === undefined ? null : oneOf('--stage', stage, lifeCycleStages, lifeCycleStageLabels),
  route: route === undefined ? null : oneOf('--route', route, routesToMarket),
});
