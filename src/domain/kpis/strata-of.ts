import type { Columns } from '../columns.ts';
import { sizeBands } from '../columns/company-columns.ts';
import { withPlace } from '../columns/growing.ts';
import type { StratumFactor } from '../settings.ts';

/** Numbers the strata of a comparison as deals come, and names them. */
export interface Strata {
  /** `stage`: code of the stage that the deal is in at the landmark, where that is a factor; -1 for none. */
  readonly numberOf: (columns: Columns, row: number, stage: number) => number;
  /** "Austria, 50-249": by number. */
  readonly names: readonly string[];
}

/** The stage on the day of a day landmark is a factor that nobody chooses: it comes with the landmark. */
export type Factor = StratumFactor | 'stage';

/** Names of what the CRM knows by id. */
export interface StratumNames {
  readonly stage: (stageId: string) => string;
  readonly pipeline: (pipelineId: string) => string;
}

/** Strata by the factors given; an unknown region, size, type or stage is a stratum of its own. */
export function strataOf(factors: readonly Factor[], given: StratumNames): Strata {
  // A tree with a level per factor: node 0 is the root, and a node's children are by code + 1. It asks for no bound on
  // the number of codes, which may grow from chunk to chunk.
  const children = [new Int32Array(4)];
  const numbers: number[] = [];
  const names: string[] = [];
  const nameOf = (columns: Columns, row: number, stage: number): string =>
    factors.map((factor) => textOf(columns, factor, row, stage, given)).join(', ') || 'all deals';
  return {
    names,
    numberOf: (columns, row, stage) => {
      let node = 0;
      for (const factor of factors) {
        node = childOf(children, node, codeOf(columns, factor, row, stage) + 1);
      }
      return (numbers[node] ??= names.push(nameOf(columns, row, stage)) - 1);
    },
  };
}

function childOf(children: Int32Array[], node: number, place: number): number {
  const known = (children[node] = withPlace(children[node]!, place));
  if (known[place] === 0) known[place] = children.push(new Int32Array(4)) - 1;
  return known[place]!;
}

function codeOf({ deals, companies }: Columns, factor: Factor, row: number, stage: number): number {
  switch (factor) {
    case 'region':
      return companies.accountRegion[deals.account[row]!] ?? -1;
    case 'size':
      return companies.accountSize[deals.account[row]!] ?? -1;
    case 'pipeline':
      return deals.pipeline[row]!;
    case 'dealtype':
      return deals.dealType[row]!;
    case 'stage':
      return stage;
  }
}

function textOf(columns: Columns, factor: Factor, row: number, stage: number, given: StratumNames): string {
  const { companies, dictionaries } = columns;
  const code = codeOf(columns, factor, row, stage);
  switch (factor) {
    case 'region':
      return companies.regions.texts[code] ?? 'region unknown';
    case 'size':
      return sizeBands[code] ?? 'size unknown';
    case 'pipeline': {
      const id = dictionaries.pipelines.texts[code];
      return id === undefined ? 'no pipeline' : given.pipeline(id);
    }
    case 'dealtype':
      return dictionaries.dealTypes.texts[code] ?? 'type unknown';
    case 'stage': {
      const id = dictionaries.stages.texts[code];
      return id === undefined ? 'stage unknown' : given.stage(id);
    }
  }
}

/** What the strata are made of, as people call it. */
export const factorNames: Readonly<Record<Factor, string>> = {
  region: 'region',
  size: 'company size',
  pipeline: 'pipeline',
  dealtype: 'type of deal',
  stage: 'stage on that day',
};
