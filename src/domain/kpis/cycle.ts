import { wonBy } from '../stats/aalen-johansen.ts';
import { kaplanMeier, medianTime } from '../stats/kaplan-meier.ts';
import { followUp, toRiskTable, type DayTally, type RiskTable } from '../stats/risk-table.ts';
import { addFollowUps, armTallies, followed, tallyOfArm } from './follow-up.ts';
import type { Arm, Kpi } from './kpi.ts';
import { fewestForRate, middleOfCounts, unvalued, valued } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import type { Tally } from './tally.ts';

const winDays = [30, 90, 180] as const;

/** Speed (K20, K21) of the deals created in the period: time to any close, time to the win, and the share won by a day. */
export function cycleKpis({ arms }: Asked): Tally<Kpi[]> {
  const tallies = armTallies();
  return {
    add: (selection) => addFollowUps(tallies, selection),
    finish: () =>
      arms.flatMap((of) => {
        const tally = tallyOfArm(tallies, of);
        const table = toRiskTable(tally);
        return [
          medianCycle(of, table),
          middleOfCounts('K20.won', of, wonByDays(tally)),
          ...winDays.map((day) => wonByDay(of, table, day)),
        ];
      }),
  };
}

/** Won deals by the days to the win. */
const wonByDays = ({ counts }: DayTally): Int32Array =>
  Int32Array.from({ length: counts.length / 3 }, (_, days) => counts[3 * days + followUp.won]!);

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
