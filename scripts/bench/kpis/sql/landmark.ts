import type { Question } from '#domain/kpis/question';

/** Every deal at the entry to the landmark stage: in which arm of the fair comparison, in which stratum. */
export const atLandmark = ({ asOf }: Question, stage: number): string => `
  CREATE OR REPLACE TEMP TABLE landmark AS
  WITH entered AS (SELECT "row", min("minute") AS reached FROM entries WHERE stage = ${stage} GROUP BY "row"),
  tagged AS (SELECT "row", min(tagged) AS first FROM standing WHERE confirmed AND matched GROUP BY "row"),
  dated AS (
    SELECT sel.*, region, size, CASE WHEN reached < ${(asOf + 1) * 1440} THEN reached END AS reached, first
    FROM sel LEFT JOIN entered USING ("row") LEFT JOIN tagged USING ("row") LEFT JOIN accounts USING (account)
    WHERE o = 0 OR "close" IS NOT NULL)
  SELECT *, CASE WHEN reached IS NULL THEN 'notReached' WHEN o <> 0 AND "close" <= reached THEN 'closedBefore'
    WHEN first <= reached THEN 'partner' WHEN first IS NOT NULL OR arm = 2 THEN 'none'
    WHEN arm = 3 THEN 'unanswered' ELSE 'unconfirmed' END AS side FROM dated`;

const sides = ['notReached', 'closedBefore', 'unanswered', 'unconfirmed'];

export const strata = `
  SELECT coalesce(region, -1) || '/' || coalesce(size, -1) AS arm,
    count(*) FILTER (side = 'partner' AND o = 1) AS "partnerWon", count(*) FILTER (side = 'partner') AS "partnerClosed",
    count(*) FILTER (side = 'none' AND o = 1) AS "noneWon", count(*) FILTER (side = 'none') AS "noneClosed"
  FROM landmark WHERE side IN ('partner', 'none') AND o <> 0 GROUP BY region, size`;

export const comparison = `
  WITH cells AS (${strata}),
  rates AS (
    SELECT sum("partnerClosed" * ("partnerWon" / "partnerClosed")) / sum("partnerClosed") AS partner,
      sum("partnerClosed" * ("noneWon" / "noneClosed")) / sum("partnerClosed") AS none
    FROM cells WHERE "partnerClosed" > 0 AND "noneClosed" > 0),
  crude AS (
    SELECT sum("partnerWon") / sum("partnerClosed") - sum("noneWon") / sum("noneClosed") AS difference FROM cells)
  SELECT 'comparison' AS arm, partner - none AS "standardised difference", partner / none AS "standardised ratio",
    difference AS "crude difference",
    (SELECT exp(avg(ln(sized)) FILTER (side = 'partner') - avg(ln(sized)) FILTER (side = 'none'))
      FROM landmark WHERE o = 1 AND sized IS NOT NULL) AS "ratio of sizes"
  FROM rates, crude`;

export const kept = `
  SELECT 'comparison' AS arm, ${sides.map((side) => `count(*) FILTER (side = '${side}') AS "${side}"`).join(', ')},
    count(*) FILTER (side NOT IN ('notReached', 'closedBefore')) AS "reached",
    count(*) FILTER (side NOT IN ('notReached', 'closedBefore') AND first IS NOT NULL) AS "tagged",
    count(*) FILTER (side = 'none' AND first IS NOT NULL) AS "taggedLate"
  FROM landmark`;

/** Records kept out of some numbers, in the engine's words. */
export const excluded = `
  SELECT 'excluded' AS arm, count(*) FILTER (is_foreign = 1) AS "foreign currency without a home amount",
    count(*) FILTER (is_foreign = 0 AND sized IS NULL) AS "no amount, or an amount that is not above zero",
    count(*) FILTER (o <> 0 AND close_day < created_day) AS "closed before it was created",
    count(*) FILTER (o <> 0 AND (close_day IS NULL OR created_day IS NULL)) AS "closed without a date of creation or close",
    count(*) FILTER (own_company = 1) AS "a partner's own company as the account",
    count(*) FILTER (own_company = 0 AND account IS NULL) AS "no customer company",
    count(*) FILTER (arm = 4) AS "no counted tag: all disputed, rejected or outside the filters"
  FROM sel`;
