import type { SharedColumns } from '#domain/columns';
import { sizeBands } from '#domain/columns/company-columns';
import { arms } from '#domain/kpis/kpi';
import type { PortfolioFigures } from '#domain/kpis/portfolio';

/** Every number by a name of its own: the view, what it is of, which of these, and the number's name. */
export type NamedFigures = Readonly<Record<string, number | null>>;

/** The engine's answer under the names that the queries use. */
export function namedFigures(figures: PortfolioFigures, shared: SharedColumns): NamedFigures {
  const named: Record<string, number | null> = {};
  const add = (key: string, row: object): void => {
    for (const [name, value] of Object.entries(row) as [string, unknown][]) {
      if (typeof value === 'number' || value === null) named[`${key}|${name}`] = value;
    }
  };
  for (const { id, arm, value } of figures.kpis) {
    named[`portfolio|kpi|${arms.indexOf(arm)}|${id}`] = value;
  }
  for (const { tier, kpis } of figures.valueMap) {
    for (const { id, value } of kpis) named[`${tier ?? 'any tier'}|kpi|0|${id}`] = value;
  }
  const partnerCode = (id: string): number => shared.dictionaries.partners.codeOf(id);
  for (const { id, ...row } of figures.partners) add(`portfolio|partner|${partnerCode(id)}`, row);
  for (const { id, stages } of figures.lifeCycle) {
    const touches = Object.entries(stages).map(([stage, n]) => [`K42.${stage}`, n]);
    add(`portfolio|partner|${partnerCode(id)}`, Object.fromEntries(touches) as object);
  }
  for (const { month, tier, deals } of figures.tierMix) add(`portfolio|month|${month}`, { [tier]: deals });
  for (const { reason, n } of figures.excluded) add('portfolio|kpi|excluded', { [reason]: n });
  addComparison(add, figures.comparison, shared);
  return named;
}

function addComparison(
  add: (key: string, row: object) => void,
  comparison: PortfolioFigures['comparison'],
  { companies }: SharedColumns,
): void {
  if (comparison === null) return;
  const { adjusted, crude, sizeRatio } = comparison;
  add('portfolio|kpi|comparison', {
    ...comparison.excluded,
    ...comparison.atLandmark,
    'standardised difference': adjusted.standardised?.difference.value ?? null,
    'standardised ratio': adjusted.standardised?.ratio?.value ?? null,
    'crude difference': crude.difference?.value ?? null,
    'ratio of sizes': sizeRatio?.value ?? null,
  });
  for (const { stratum, partner, none } of comparison.byStratum) {
    const [region, size] = comparison.stratumNames[stratum]!.split(', ') as [string, string];
    const code = `${companies.regions.codeOf(region)}/${(sizeBands as readonly string[]).indexOf(size)}`;
    add(`portfolio|stratum|${code}`, {
      partnerWon: partner.won,
      partnerClosed: partner.closed,
      noneWon: none.won,
      noneClosed: none.closed,
    });
  }
}
