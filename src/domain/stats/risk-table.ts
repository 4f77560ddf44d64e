import { release } from '../columns/memory.ts';

/** How a follow-up ended. The codes are those of the outcome column. */
export const followUp = { open: 0, won: 1, lost: 2 } as const;

/**
 * Follow-ups counted by whole day: one entry per day on which at least one ended, in order of days.
 * `atRisk` are those still open at the start of the day. Follow-ups that stop without a close (deals still open) leave
 * the risk set after those that close on the same day.
 */
export interface RiskTable {
  readonly day: Int32Array;
  readonly atRisk: Int32Array | Float64Array;
  readonly won: Int32Array | Float64Array;
  readonly lost: Int32Array | Float64Array;
}

/** Follow-ups by day, three counts a day (open, won, lost), to be filled one by one. */
export interface DayTally {
  counts: Int32Array;
}

export const newTally = (): DayTally => ({ counts: new Int32Array(3 * 128) });

/** Counts one follow-up; a fraction of a day is cut off. Lengths below zero and NaN have no place and are left out. */
export function countFollowUp(tally: DayTally, days: number, outcome: number): void {
  if (!(days >= 0)) return;
  const day = Math.floor(days);
  const slot = 3 * day + outcome;
  if (slot >= tally.counts.length) {
    const longer = new Int32Array(3 * Math.ceil(1.25 * (day + 1)));
    longer.set(tally.counts);
    release(tally.counts.buffer);
    tally.counts = longer;
  }
  tally.counts[slot]!++;
}

/** How many follow-ups a tally holds. */
export function followUpsIn({ counts }: DayTally): number {
  let sum = 0;
  for (let slot = 0; slot < counts.length; slot++) sum += counts[slot]!;
  return sum;
}

export function toRiskTable({ counts }: DayTally): RiskTable {
  const days: number[] = [];
  let atRisk = 0;
  for (let slot = 0; slot + 2 < counts.length; slot += 3) {
    const ended = counts[slot]! + counts[slot + 1]! + counts[slot + 2]!;
    if (ended > 0) days.push(slot / 3);
    atRisk += ended;
  }
  const table = {
    day: Int32Array.from(days),
    atRisk: new Int32Array(days.length),
    won: new Int32Array(days.length),
    lost: new Int32Array(days.length),
  };
  days.forEach((day, i) => {
    table.atRisk[i] = atRisk;
    table.won[i] = counts[3 * day + followUp.won]!;
    table.lost[i] = counts[3 * day + followUp.lost]!;
    atRisk -= counts[3 * day]! + table.won[i] + table.lost[i];
  });
  return table;
}

/** The risk table of columns: days followed up, and how it ended (0 still open, 1 won, 2 lost). */
export function riskTable(days: ArrayLike<number>, outcomes: ArrayLike<number>): RiskTable {
  const tally = newTally();
  for (let i = 0; i < days.length; i++) countFollowUp(tally, days[i]!, outcomes[i]!);
  return toRiskTable(tally);
}
