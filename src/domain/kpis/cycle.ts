import { isWon } from '../columns/deal-columns.ts';
import { wonBy } from '../stats/aalen-johansen.ts';
import { kaplanMeier, medianTime } from '../stats/kaplan-meier.ts';
import type { RiskTable } from '../stats/risk-table.ts';
import { valuesByArm } from './arm-sums.ts';
import { cycleDays, followed, followUps } from './follow-up.ts';
import type { Arm, Kpi } from './kpi.ts';
import { fewestForRate, middle, unvalued, valued } from './kpi-of.ts';
import type { Selection } from './selection.ts';

const winDays = [30, 90, 180] as const;

/** Speed (K20, K21) of the deals created in the period: time to any close, time to the win, and the share won by a day. */
export function cycleKpis(selection: Selection): Kpi[] {
  const { rows, outcome, inCreated } = selection;
  const tables = followUps(selection);
  const wonDays = valuesByArm(selection, (at) =>
    inCreated[at] === 1 && outcome[at] === isWon ? cycleDays(selection, rows[at]!) : NaN,
  );
  return selection.arms.flatMap((of) => [
    medianCycle(of, tables[of]),
    middle('K20.won', of, wonDays[of]),
    ...winDays.map((day) => wonByDay(of, tables[of], day)),
  ]);
}

function medianCycle(of: Arm, table: RiskTable): Kpi {
  const n = followed(table);
  if (n === 0) return unvalued('K20', of, 'no_denominator');
  const median = medianTime(kaplanMeier(table));
  return median === null
    ? unvalued('K20', of, 'not_reached', n)
    : valued('K20', of, median.days, n, median.interval);
}

function wonByDay(of: Arm, table: RiskTable, day: (typeof winDays)[number]): Kpi {
  const n = followed(table);
  if (n === 0) return unvalued(`K21.${day}`, of, 'no_denominator');
  const incidence = n < fewestForRate ? null : wonBy(table, day);
  return incidence === null
    ? unvalued(`K21.${day}`, of, 'too_few', n)
    : valued(`K21.${day}`, of, incidence.share, n, incidence.interval);
}
