import type { Question } from '#domain/kpis/question';
import { lifeCycleStages, tiers } from '#domain/vocabulary';

/** Tags that count, with their deals. */
const counted = `
  counted AS (
    SELECT s.*, sel.o, sel.amount, sel.created, sel."close", sel.stage AS deal_stage
    FROM standing s JOIN sel USING ("row") WHERE live AND matched)`;
const touches = lifeCycleStages.map(
  (stage, place) => `count(*) FILTER ((stages >> ${place}) & 1 = 1) AS "K42.${stage}"`,
);

/** Coverage of the life cycle, and whether tags came in time. */
export const coverageAndLateness = ({ asOf }: Question): string => `
  WITH ${counted},
  last_entries AS (
    SELECT "row", max("minute") AS last FROM entries JOIN sel USING ("row")
    WHERE "minute" IS NOT NULL AND entries.stage <> sel.stage GROUP BY "row" HAVING count(*) >= 2),
  late AS (
    SELECT c.*, o <> 0 AND tagged > "close" IS TRUE AS after_close,
      o <> 0 AND created IS NOT NULL AND "close" >= created
        AND (tagged > created + 0.75 * ("close" - created) OR tagged >= coalesce(last, 2147483647)) AS in_cycle
    FROM counted c LEFT JOIN last_entries USING ("row"))
  SELECT 0 AS arm, ${touches.join(', ')}, count(*) FILTER (entered <= ${asOf}) AS "K42.entries",
    count(*) FILTER (exited <= ${asOf}) AS "K42.exits",
    rate(count(*) FILTER (after_close OR in_cycle), count(*)) AS "K47",
    rate(count(*) FILTER (after_close), count(*)) AS "K47.after_close",
    rate(count(*) FILTER (in_cycle AND NOT after_close), count(*)) AS "K47.in_cycle"
  FROM late`;

/** Approval, evidence, and how long proposals wait. */
export const quality = ({ asOf }: Question): string => `
  SELECT 0 AS arm, rate(count(*) FILTER (s.confirmed), count(*) FILTER (s.confirmed OR status = 3)) AS "K14",
    rate(count(*) FILTER (s.confirmed AND evidence = 1), count(*) FILTER (s.confirmed)) AS "K48",
    median(${asOf} - tag_day) FILTER (status = 0) AS "K49"
  FROM standing s JOIN sel USING ("row") WHERE matched`;

/** What each role covers of a full-stack solution; solution design does so for technology partners alone. */
const functions = `
  (CASE WHEN roles & 615 <> 0 THEN 1 ELSE 0 END) | (CASE WHEN roles & (CASE WHEN type = 5 THEN 24 ELSE 8 END) <> 0 THEN 2 ELSE 0 END)
  | (CASE WHEN roles & 128 <> 0 THEN 4 ELSE 0 END) | (CASE WHEN roles & 256 <> 0 THEN 8 ELSE 0 END)`;

/** Several partners, full-stack deals, joint solutions and expansion. */
export const parts = ({ settings }: Question, existing: number): string => `
  WITH part AS (
    SELECT "row", count(DISTINCT partner) AS partners, bit_count(bit_or(${functions})) AS covered,
      bool_or(tier = 3 AND matched) AS joint
    FROM standing JOIN partners USING (partner) WHERE confirmed GROUP BY "row"),
  deal AS (SELECT sel.*, partners, joint, joint OR covered >= ${settings.fullStackFunctions} AS full_stack FROM sel LEFT JOIN part USING ("row"))
  SELECT 0 AS arm, rate(count(*) FILTER (confirmed AND partners > 1), count(*) FILTER (class > 0)) AS "K29",
    avg(partners) FILTER (confirmed) AS "K29.mean",
    coalesce(sum(amount) FILTER (o = 1 AND class > 0 AND deal_type = ${existing}), 0) AS "K28",
    count(*) FILTER (o = 1 AND confirmed AND full_stack) AS "K30",
    rate(count(*) FILTER (o = 1 AND confirmed AND full_stack), count(*) FILTER (o = 1 AND confirmed)) AS "K30.share",
    coalesce(sum(amount) FILTER (o = 1 AND confirmed AND joint), 0) AS "K31",
    portion(coalesce(sum(amount) FILTER (o = 1 AND confirmed AND joint), 0), sum(amount) FILTER (o = 1), count(*) FILTER (o = 1)) AS "K31.share"
  FROM deal`;

const highest = `
  highest AS (
    SELECT created_day, max(tier) AS tier FROM standing s JOIN sel USING ("row")
    WHERE s.confirmed AND matched GROUP BY "row", created_day)`;

/** Confirmed deals by their highest tier. */
export const maturity = `
  WITH ${highest}
  SELECT 0 AS arm, ${tiers.map((tier, place) => `rate(count(*) FILTER (tier = ${place}), count(*)) AS "K41.${tier}"`).join(', ')}
  FROM highest`;

/** The same by the month of creation: the month's first day as a number names the row. */
export const months = `
  WITH ${highest}
  SELECT strftime(DATE '1970-01-01' + created_day, '%Y-%m') AS arm, ${tiers.map((tier, place) => `count(*) FILTER (tier = ${place}) AS "${tier}"`).join(', ')}
  FROM highest WHERE created_day IS NOT NULL GROUP BY 1`;

/** One row per partner: each of its deals in full. */
export const partners = `
  WITH ${counted}
  SELECT partner AS arm, count(*) AS deals, count(*) FILTER (o = 1) AS won, count(*) FILTER (o <> 0) AS closed,
    rate(count(*) FILTER (o = 1), count(*) FILTER (o <> 0)) AS "winRate", coalesce(sum(amount) FILTER (o = 0), 0) AS "openMinor",
    ${touches.join(', ')}
  FROM counted GROUP BY partner`;

/** Partners by the highest tier in which they have enough confirmed deals in twelve months, now and a quarter ago. */
export const ladder = ({ asOf, settings }: Question): string => {
  const level = (name: string, until: number): string => `${name} AS (
    SELECT partner, max(tier) AS level FROM (
      SELECT partner, tier FROM standing s JOIN sel USING ("row")
      WHERE s.confirmed AND tag_day <= ${until} AND tag_day > ${until - 365}
      GROUP BY partner, tier HAVING count(*) >= ${settings.ladderDeals})
    GROUP BY partner)`;
  return `WITH ${level('now', asOf)}, ${level('before', asOf - 91)}
  SELECT 0 AS arm, count(*) FILTER (coalesce(now.level, -1) > coalesce(before.level, -1)) AS "K41.promoted",
    count(*) FILTER (coalesce(now.level, -1) < coalesce(before.level, -1)) AS "K41.demoted"
  FROM now FULL JOIN before USING (partner)`;
};
