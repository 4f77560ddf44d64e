import type { Question } from '#domain/kpis/question';

/** Kaplan-Meier's and Aalen-Johansen's steps from follow-ups of a group: days, and 0 open, 1 and 2 for the ends. */
const curve = `
  by_arm AS (
    SELECT arm, part, days, count(*) AS n, count(*) FILTER (ending = 1) AS won, count(*) FILTER (ending <> 0) AS closed
    FROM followed WHERE days >= 0 GROUP BY arm, part, days),
  counts AS (
    SELECT coalesce(arm, 0) AS arm, part, days, sum(n) AS n, sum(won) AS won, sum(closed) AS closed
    FROM by_arm GROUP BY GROUPING SETS ((arm, part, days), (part, days))),
  risk AS (SELECT *, sum(n) OVER (PARTITION BY arm, part ORDER BY days DESC) AS at_risk FROM counts),
  steps AS (
    SELECT *, exp(sum(CASE WHEN closed = at_risk THEN -1000 ELSE ln(1 - closed / at_risk) END)
      OVER (PARTITION BY arm, part ORDER BY days)) AS survival FROM risk),
  curve AS (
    SELECT *, coalesce(lag(survival) OVER (PARTITION BY arm, part ORDER BY days), 1) * won / at_risk AS wins FROM steps),
  medians AS (
    SELECT arm, part, max(at_risk) AS followed, max(days) AS last,
      min(days) FILTER (survival <= 0.5 + 1.4901161e-8) AS half, min(days) FILTER (survival < 0.5 - 1.4901161e-8) AS past,
      sum(wins) FILTER (days <= 30) AS w30, sum(wins) FILTER (days <= 90) AS w90, sum(wins) FILTER (days <= 180) AS w180
    FROM curve GROUP BY arm, part)`;
const median = '(half + coalesce(past, last)) / 2';
const wonBy = (day: number): string =>
  `CASE WHEN followed >= 5 THEN coalesce(w${day}, 0) END AS "K21.${day}"`;

/** Time to any close, share won by a day, and the velocity that the median is part of. */
export const cycle = ({ asOf }: Question): string => `
  WITH followed AS (
    SELECT arm, 0 AS part, o AS ending, CASE WHEN o = 0 THEN ${asOf} ELSE close_day END - created_day AS days FROM sel),
  ${curve},
  cohort AS (
    SELECT coalesce(arm, 0) AS arm, count(*) AS n, rate(count(*) FILTER (o = 1), count(*) FILTER (o <> 0)) AS won,
      avg(sized) FILTER (o = 1) AS size
    FROM sel GROUP BY GROUPING SETS ((arm), ()))
  SELECT arm, ${median} AS "K20", ${wonBy(30)}, ${wonBy(90)}, ${wonBy(180)}, nonzero(cohort.n * won * size, ${median}) AS "K23"
  FROM medians JOIN cohort USING (arm)`;

const places = [0, 1, 2, 3];

/** Each deal's way through the stages, the same for every view. */
export function ways({ asOf }: Question): string {
  const limit = (asOf + 1) * 1440;
  const perPlace = places.map(
    (place) => `min("minute") FILTER (place = ${place} AND "minute" < ${limit}) AS e${place},
      CAST(sum(spent) FILTER (place = ${place}) AS INTEGER) AS s${place}`,
  );
  return `CREATE TEMP TABLE ways AS
    SELECT "row", max(place) FILTER ("minute" < ${limit}) AS dated, ${perPlace.join(', ')}
    FROM entries JOIN stage_map USING (stage) GROUP BY "row"`;
}

/** Conversion out of each stage, and days in it, of deals by their way through the stages. */
export function stages({ asOf }: Question): readonly string[] {
  const leftAfter = (place: number): string => {
    const higher = places.filter((other) => other > place);
    const entered = higher.map((other) => `CASE WHEN e${other} >= e${place} THEN e${other} END`);
    const closed = `CASE WHEN o <> 0 AND "close" >= e${place} THEN "close" END`;
    return `coalesce(least(${[...entered, 'NULL'].join(', ')}), ${closed})`;
  };
  const followed = places.map(
    (place) => `SELECT arm, ${place} AS part, CASE WHEN gone IS NULL THEN 0 ELSE 1 END AS ending,
        CASE WHEN gone IS NULL THEN ${asOf} - e${place} // 1440
          WHEN s${place} IS NOT NULL AND (e${place} + s${place}) // 1440 <= ${asOf} THEN s${place} // 1440
          ELSE gone // 1440 - e${place} // 1440 END AS days
      FROM (SELECT *, ${leftAfter(place)} AS gone FROM passage WHERE e${place} IS NOT NULL)`,
  );
  const names = ['identify', 'engage', 'evaluate', 'decide'];
  const passed = places.map(
    (place) => `rate(count(*) FILTER (highest > ${place}),
        count(*) FILTER (highest > ${place} OR (highest = ${place} AND o <> 0))) AS "K10.${names[place]}"`,
  );
  const days = places.map((place) => `max(${median}) FILTER (part = ${place}) AS "K11.${names[place]}"`);
  return [
    `CREATE OR REPLACE TEMP TABLE passage AS
      SELECT arm, o, "close", CASE WHEN o = 1 THEN 4 WHEN dated IS NOT NULL THEN dated WHEN o = 0 THEN coalesce(place, -1) ELSE -1 END AS highest,
        ways.* EXCLUDE ("row", dated)
      FROM sel LEFT JOIN ways USING ("row") LEFT JOIN stage_map USING (stage)`,
    `SELECT coalesce(arm, 0) AS arm, ${passed.join(', ')} FROM passage GROUP BY GROUPING SETS ((arm), ())`,
    `WITH followed AS (${followed.join(' UNION ALL ')}), ${curve}
      SELECT arm, ${days.join(', ')} FROM medians GROUP BY arm`,
  ];
}

/** Time from onboarding to a partner's first deal, and how many had one in time. */
export const activation = ({ asOf, settings }: Question): string => `
  WITH first AS (
    SELECT partner, min(tag_day) FILTER (live AND matched) AS any_day, min(tag_day) FILTER (standing.confirmed AND matched) AS sure_day,
      max(tag_day) FILTER (standing.confirmed AND matched) AS last_day
    FROM standing JOIN sel USING ("row") GROUP BY partner),
  known AS (SELECT * FROM partners LEFT JOIN first USING (partner)),
  followed AS (
    SELECT 1 AS arm, 0 AS part, CASE WHEN any_day IS NULL THEN 0 ELSE 1 END AS ending,
      greatest(0, coalesce(any_day, ${asOf}) - onboarded) AS days
    FROM known WHERE onboarded <= ${asOf}),
  ${curve}
  SELECT 0 AS arm,
    (SELECT rate(count(*) FILTER (sure_day <= onboarded + ${settings.activationDays}), count(*)) FROM known
      WHERE onboarded <= ${asOf - settings.activationDays}) AS "K37",
    (SELECT max(${median}) FROM medians WHERE arm = 0) AS "K38",
    (SELECT count(*) FROM first WHERE last_day > ${asOf - 365}) AS "K39",
    (SELECT count(*) FROM first WHERE last_day <= ${asOf - 180}) AS "K39.dormant"`;
