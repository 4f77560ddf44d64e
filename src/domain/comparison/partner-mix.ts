import { followUpsIn, type RiskTable } from '../stats/risk-table.ts';
import { weightedRiskTable } from '../stats/weighted-risk-table.ts';
import type { StratumFollowUps } from './arms.ts';

/**
 * Risk tables of both arms in the partner mix of strata: deals without a partner are weighted until they lie in the
 * strata as the partner deals do. Strata that lack an arm drop out, as they do for the win rates.
 * Example: where a stratum has 2 partner deals and 8 without, each of the 8 counts as a quarter.
 */
export function inPartnerMix(strata: readonly StratumFollowUps[]): {
  readonly partner: RiskTable;
  readonly none: RiskTable;
} {
  const sized = strata.map(({ partner, none }) => ({
    partner,
    none,
    size: followUpsIn(partner),
    others: followUpsIn(none),
  }));
  const both = sized.filter(({ size, others }) => size > 0 && others > 0);
  return {
    partner: weightedRiskTable(both.map(({ partner }) => ({ tally: partner, weight: 1 }))),
    none: weightedRiskTable(both.map(({ none, size, others }) => ({ tally: none, weight: size / others }))),
  };
}
