import { dayOfMinute, missing } from '../columns/minute.ts';
import { kaplanMeier, medianTime } from '../stats/kaplan-meier.ts';
import { countFollowUp, followUp, newTally, toRiskTable } from '../stats/risk-table.ts';
import { activePartners } from './active-partners.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { counted, rate, unvalued, valued } from './kpi-of.ts';
import type { Asked, Selection } from './selection.ts';
import { countsAs, isConfirmed } from './standing.ts';
import type { Tally } from './tally.ts';

/** Days without a confirmed tag after which a partner is dormant (K39). */
const dormantDays = 180;

/** Partners of the program: how many were activated in time (K37), how long that took (K38), who is active (K39). */
export function activationKpis(asked: Asked, { lastConfirmed }: Foundations): Tally<Kpi[]> {
  const { columns: shared, question, programArm } = asked;
  const { asOf } = question;
  const { onboardedDay } = shared.companies;
  const tagged = firstTagDays(shared.dictionaries.partners.texts.length);
  return {
    add: (selection) => addTagDays(tagged, selection),
    finish: () => {
      const last = lastConfirmed.finish();
      const dormant = last.reduce((n, day) => n + (day !== missing && day <= asOf - dormantDays ? 1 : 0), 0);
      const activity = [
        counted('K39', programArm, activePartners(last, asOf)),
        counted('K39.dormant', programArm, dormant),
      ];
      if (!onboardedDay.some((day) => day !== missing && day <= asOf)) {
        return [
          ...(['K37', 'K38'] as const).map((id) => unvalued(id, programArm, 'not_recorded')),
          ...activity,
        ];
      }
      return [
        activationRate(asked, tagged.firstConfirmed),
        daysToFirstDeal(asked, tagged.first),
        ...activity,
      ];
    },
  };
}

function activationRate({ question, columns, programArm }: Asked, firstConfirmed: Int32Array): Kpi {
  const within = question.settings.activationDays;
  let due = 0;
  let activated = 0;
  columns.companies.onboardedDay.forEach((onboarded, partner) => {
    if (onboarded === missing || onboarded > question.asOf - within) return;
    due++;
    if (firstConfirmed[partner]! <= onboarded + within) activated++;
  });
  return rate('K37', programArm, activated, due);
}

function daysToFirstDeal({ question, columns, programArm }: Asked, first: Int32Array): Kpi {
  const tally = newTally();
  let n = 0;
  columns.companies.onboardedDay.forEach((onboarded, partner) => {
    if (onboarded === missing || onboarded > question.asOf) return;
    const isActivated = first[partner] !== never;
    const until = isActivated ? first[partner]! : question.asOf;
    // A partner that brought a deal before it was onboarded took no time.
    countFollowUp(tally, Math.max(0, until - onboarded), isActivated ? followUp.won : followUp.open);
    n++;
  });
  const median = medianTime(kaplanMeier(toRiskTable(tally)));
  return median === null
    ? unvalued('K38', programArm, 'not_reached', n)
    : valued('K38', programArm, median.days, n, median.interval);
}

const never = 2147483647;

/** Days of each partner's first tag that counts, and of its first confirmed one, by partner code. */
const firstTagDays = (partners: number) => ({
  first: new Int32Array(partners).fill(never),
  firstConfirmed: new Int32Array(partners).fill(never),
});

function addTagDays(
  { first, firstConfirmed }: ReturnType<typeof firstTagDays>,
  { columns, standing, rows }: Selection,
): void {
  const { start, partner, taggedMinute } = columns.involvements;
  for (let at = 0; at < rows.length; at++) {
    for (let tag = start[rows[at]!]!; tag < start[rows[at]! + 1]!; tag++) {
      if ((standing[tag]! & countsAs) !== countsAs) continue;
      const day = dayOfMinute(taggedMinute[tag]!);
      const of = partner[tag]!;
      first[of] = Math.min(first[of]!, day);
      if ((standing[tag]! & isConfirmed) !== 0) firstConfirmed[of] = Math.min(firstConfirmed[of]!, day);
    }
  }
}
