import { followUp, followUpsIn, type DayTally, type RiskTable } from './risk-table.ts';

export interface WeightedTally {
  readonly tally: DayTally;
  /** How many follow-ups each one of the tally stands for. */
  readonly weight: number;
}

/**
 * One risk table of several tallies, each follow-up counted with the weight of its tally. The counts are scaled to the
 * effective number at risk, (Σw)² / Σw², so that the variances of the curves drawn from it are those of the weighted
 * estimator of Xie & Liu, Stat Med 2005;24:3089. With all weights 1 it is the plain risk table.
 * Example: of two follow-ups with the weights 1 and 3 that are at risk, the effective number is 1.6.
 */
export function weightedRiskTable(tallies: readonly WeightedTally[]): RiskTable {
  const slots = tallies.reduce((most, { tally }) => Math.max(most, tally.counts.length), 0);
  const sums = emptySums(Math.ceil(slots / 3));
  for (const weighted of tallies) addTally(sums, weighted);
  const days = Int32Array.from(sums.ended.keys()).filter((day) => sums.ended[day]! > 0);
  const scaled = (day: number, value: number): number => (sums.atRisk[day]! / sums.squares[day]!) * value;
  const won = Float64Array.from(days, (day) => scaled(day, sums.won[day]!));
  const lost = Float64Array.from(days, (day) => scaled(day, sums.lost[day]!));
  return {
    day: days,
    // Where all that were open close, none is left: not even what rounding would leave.
    atRisk: Float64Array.from(days, (day, at) =>
      sums.staying[day] === 0 ? won[at]! + lost[at]! : scaled(day, sums.atRisk[day]!),
    ),
    won,
    lost,
  };
}

/** By day: weighted follow-ups at risk, their squared weights, weighted ends; ends of any kind, and those that close none. */
const emptySums = (days: number) => ({
  atRisk: new Float64Array(days),
  squares: new Float64Array(days),
  won: new Float64Array(days),
  lost: new Float64Array(days),
  ended: new Int32Array(days),
  staying: new Int32Array(days),
});

function addTally(sums: ReturnType<typeof emptySums>, { tally, weight }: WeightedTally): void {
  const { counts } = tally;
  let open = followUpsIn(tally);
  for (let day = 0; open > 0; day++) {
    const won = counts[3 * day + followUp.won]!;
    const lost = counts[3 * day + followUp.lost]!;
    const ended = won + lost + counts[3 * day + followUp.open]!;
    sums.atRisk[day]! += weight * open;
    sums.squares[day]! += weight * weight * open;
    sums.won[day]! += weight * won;
    sums.lost[day]! += weight * lost;
    sums.ended[day]! += ended;
    sums.staying[day]! += open - won - lost;
    open -= ended;
  }
}
