import { missing } from '../columns/minute.ts';
import { kaplanMeier, medianTime } from '../stats/kaplan-meier.ts';
import { countFollowUp, followUp, newTally, toRiskTable } from '../stats/risk-table.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { counted, rate, unvalued, valued } from './kpi-of.ts';
import { activePartners, never, type PartnerTable } from './partner-table.ts';
import type { Asked } from './selection.ts';
import { readAtTheEnd, type Tally } from './tally.ts';

/** Days without a confirmed tag after which a partner is dormant (K39). */
const dormantDays = 180;

/** Partners of the program: how many were activated in time (K37), how long that took (K38), who is active (K39). */
export function activationKpis(asked: Asked, foundations: Foundations): Tally<Kpi[]> {
  const { columns, question, programArm } = asked;
  const { asOf } = question;
  const partners = foundations.partners();
  return readAtTheEnd(() => {
    const table = partners.finish();
    const isDormant = (day: number): boolean => day !== missing && day <= asOf - dormantDays;
    const activity = [
      counted('K39', programArm, activePartners(table, asOf)),
      counted('K39.dormant', programArm, table.lastConfirmedDay.filter(isDormant).length),
    ];
    if (!columns.companies.onboardedDay.some((day) => day !== missing && day <= asOf)) {
      return [
        ...(['K37', 'K38'] as const).map((id) => unvalued(id, programArm, 'not_recorded')),
        ...activity,
      ];
    }
    return [activationRate(asked, table), daysToFirstDeal(asked, table), ...activity];
  });
}

function activationRate({ question, columns, programArm }: Asked, { firstConfirmedDay }: PartnerTable): Kpi {
  const within = question.settings.activationDays;
  let due = 0;
  let activated = 0;
  columns.companies.onboardedDay.forEach((onboarded, partner) => {
    if (onboarded === missing || onboarded > question.asOf - within) return;
    due++;
    if (firstConfirmedDay[partner]! <= onboarded + within) activated++;
  });
  return rate('K37', programArm, activated, due);
}

function daysToFirstDeal({ question, columns, programArm }: Asked, { firstDay }: PartnerTable): Kpi {
  const tally = newTally();
  let n = 0;
  columns.companies.onboardedDay.forEach((onboarded, partner) => {
    if (onboarded === missing || onboarded > question.asOf) return;
    const isActivated = firstDay[partner] !== never;
    const until = isActivated ? firstDay[partner]! : question.asOf;
    // A partner that brought a deal before it was onboarded took no time.
    countFollowUp(tally, Math.max(0, until - onboarded), isActivated ? followUp.won : followUp.open);
    n++;
  });
  const median = medianTime(kaplanMeier(toRiskTable(tally)));
  return median === null
    ? unvalued('K38', programArm, 'not_reached', n)
    : valued('K38', programArm, median.days, n, median.interval);
}
