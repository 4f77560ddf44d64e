import { isWon } from '../columns/deal-columns.ts';
import { sumOver } from './census.ts';
import type { Foundations } from './foundations.ts';
import type { Arm, Kpi } from './kpi.ts';
import { mean, unvalued, valued } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import { readAtTheEnd, type Tally } from './tally.ts';

/**
 * Pipeline velocity (K23): deals × win rate × mean won amount / median cycle, the four of the created cohort. Null with
 * the reason of the first of them that is null. A product of averages: an index, not revenue. Made of the other figures.
 * Example: 10 deals at 60 %, 350.00 on average and 30 days make 70.00 a day.
 */
export function velocityKpis(
  { arms }: Asked,
  foundations: Foundations,
): Tally<(figures: readonly Kpi[]) => Kpi[]> {
  const census = foundations.census();
  return readAtTheEnd(() => (figures) => {
    const won = census.finish().filter(({ inCreated, outcome }) => inCreated && outcome === isWon);
    return arms.map((of) => {
      const { amount, sized } = sumOver(won, of);
      return velocityOf([...partsOf(figures, of), mean('K26.mean', of, amount, sized, 'no_amounts')], of);
    });
  });
}

function velocityOf(parts: readonly Kpi[], of: Arm): Kpi {
  const gap = parts.find((part) => part.value === null);
  const [deals, rate, cycle, size] = parts.map((part) => part.value ?? NaN);
  if (gap?.reason) return unvalued('K23', of, gap.reason, gap.n);
  // A cycle of no days at all makes the quotient meaningless.
  if (cycle === 0) return unvalued('K23', of, 'no_denominator', deals);
  return valued('K23', of, (deals! * rate! * size!) / cycle!, deals!);
}

const partsOf = (figures: readonly Kpi[], of: Arm): Kpi[] =>
  ['deals', 'K24.created', 'K20'].map((id) => figures.find((kpi) => kpi.id === id && kpi.arm === of)!);
