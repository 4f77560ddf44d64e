import type { Columns } from '../columns.ts';
import { sizeBands } from '../columns/company-columns.ts';
import type { StratumFactor } from '../settings.ts';

/** Numbers the strata of a comparison as deals come, and names them. */
export interface Strata {
  readonly numberOf: (row: number) => number;
  /** "Austria, 50-249": by number. */
  readonly names: readonly string[];
}

/** Strata by the factors given; an unknown region, size or type is a stratum of its own. */
export function strataOf(columns: Columns, factors: readonly StratumFactor[]): Strata {
  const readers = factors.map((factor) => readerOf(columns, factor));
  const numbers = new Map<number, number>();
  const names: string[] = [];
  return {
    names,
    numberOf: (row) => {
      let key = 0;
      for (const { codeOf, texts } of readers) key = key * (texts.length + 1) + codeOf(row) + 1;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, names.length);
      const parts = readers.map(({ codeOf, texts, unknown }) => texts[codeOf(row)] ?? unknown);
      return names.push(parts.join(', ') || 'all deals') - 1;
    },
  };
}

interface Reader {
  readonly codeOf: (row: number) => number;
  readonly texts: readonly string[];
  readonly unknown: string;
}

function readerOf({ deals, companies, dictionaries }: Columns, factor: StratumFactor): Reader {
  switch (factor) {
    case 'region':
      return {
        codeOf: (row) => companies.accountRegion[deals.account[row]!] ?? -1,
        texts: companies.regions.texts,
        unknown: 'region unknown',
      };
    case 'size':
      return {
        codeOf: (row) => companies.accountSize[deals.account[row]!] ?? -1,
        texts: sizeBands,
        unknown: 'size unknown',
      };
    case 'pipeline':
      return {
        codeOf: (row) => deals.pipeline[row]!,
        texts: dictionaries.pipelines.texts,
        unknown: 'no pipeline',
      };
    case 'dealtype':
      return {
        codeOf: (row) => deals.dealType[row]!,
        texts: dictionaries.dealTypes.texts,
        unknown: 'type unknown',
      };
  }
}

/** What the strata are made of, as people call it. */
export const factorNames: Readonly<Record<StratumFactor, string>> = {
  region: 'region',
  size: 'company size',
  pipeline: 'pipeline',
  dealtype: 'type of deal',
};
