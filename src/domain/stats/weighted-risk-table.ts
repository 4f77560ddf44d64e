import { followUp, type DayTally, type RiskTable } from './risk-table.ts';

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
  const open = tallies.map(({ tally }) => tally.counts.reduce((sum, count) => sum + count, 0));
  const slots = tallies.reduce((most, { tally }) => Math.max(most, tally.counts.length), 0);
  const rows: Day[] = [];
  for (let slot = 0; slot < slots; slot += 3) {
    const day = dayOf(tallies, open, slot);
    if (day !== null) rows.push(day);
  }
  return {
    day: Int32Array.from(rows, ({ day }) => day),
    atRisk: Float64Array.from(rows, ({ atRisk }) => atRisk),
    won: Float64Array.from(rows, ({ won }) => won),
    lost: Float64Array.from(rows, ({ lost }) => lost),
  };
}

interface Day {
  readonly day: number;
  readonly atRisk: number;
  readonly won: number;
  readonly lost: number;
}

/** One day of the table, and the follow-ups that end on it taken from those open; null where none does. */
function dayOf(tallies: readonly WeightedTally[], open: number[], slot: number): Day | null {
  let [atRisk, squares, won, lost, ended, staying] = [0, 0, 0, 0, 0, 0];
  for (let k = 0; k < tallies.length; k++) {
    const { weight, tally } = tallies[k]!;
    const wonHere = tally.counts[slot + followUp.won] ?? 0;
    const lostHere = tally.counts[slot + followUp.lost] ?? 0;
    const stopped = tally.counts[slot + followUp.open] ?? 0;
    atRisk += weight * open[k]!;
    squares += weight * weight * open[k]!;
    won += weight * wonHere;
    lost += weight * lostHere;
    ended += wonHere + lostHere + stopped;
    staying += open[k]! - wonHere - lostHere;
    open[k]! -= wonHere + lostHere + stopped;
  }
  if (ended === 0) return null;
  const scale = atRisk / squares;
  // Where all that were open close, none is left: not even what rounding would leave.
  const effective = staying === 0 ? scale * won + scale * lost : scale * atRisk;
  return { day: slot / 3, atRisk: effective, won: scale * won, lost: scale * lost };
}
