import type { Question } from '#domain/kpis/question';

/** Figures that count deals and add up amounts, per arm; arm 0 is all. */
export const perArm = `
  SELECT coalesce(arm, 0) AS arm, count(*) AS "deals", count(*) FILTER (o = 1) AS "deals.won",
    count(*) FILTER (o = 2) AS "deals.lost", count(*) FILTER (o = 0) AS "deals.open",
    coalesce(sum(amount) FILTER (o = 1), 0) AS "won.amount", coalesce(sum(amount) FILTER (o = 0), 0) AS "open.amount",
    coalesce(sum(greatest(weighted, 0)) FILTER (o = 0), 0) AS "K08",
    rate(count(*) FILTER (o = 2 AND nowhere), count(*) FILTER (o = 2)) AS "K13",
    rate(count(*) FILTER (o = 2 AND loss_reason IS NULL), count(*) FILTER (o = 2)) AS "K13.blank",
    rate(count(*) FILTER (o = 1), count(*) FILTER (o <> 0)) AS "K24",
    portion(coalesce(sum(amount) FILTER (o = 1), 0), sum(amount) FILTER (o <> 0), count(*) FILTER (o <> 0)) AS "K24.amount",
    rate(count(*) FILTER (o = 1), count(*) FILTER (o <> 0)) AS "K24.created", count(*) FILTER (o = 0) AS "K24.open",
    median(sized) FILTER (o = 1) AS "K26", avg(sized) FILTER (o = 1) AS "K26.mean",
    median(close_day - created_day) FILTER (o = 1 AND close_day >= created_day) AS "K20.won"
  FROM sel LEFT JOIN reasons USING (loss_reason) GROUP BY GROUPING SETS ((arm), ())`;

/** What partners brought to, or touched in, the pipeline. */
export const pipeline = ({ asOf }: Question): string => `
  WITH active AS (
    SELECT count(DISTINCT partner) AS n FROM standing JOIN sel USING ("row")
    WHERE standing.confirmed AND matched AND tag_day > ${asOf - 365}),
  sums AS (
    SELECT count(*) FILTER (class = 3) AS sourced, count(*) FILTER (class > 0) AS attached,
      count(*) FILTER (answered) AS answers, count(*) AS n,
      coalesce(sum(amount) FILTER (class = 3), 0) AS sourced_amount, coalesce(sum(amount) FILTER (class > 0), 0) AS attached_amount,
      sum(amount) FILTER (answered) AS answered_amount, sum(amount) AS total_amount,
      count(*) FILTER (class > 0 AND NOT confirmed) AS proposed
    FROM sel)
  SELECT 0 AS arm, sourced_amount AS "K01", attached_amount - sourced_amount AS "K02", attached_amount AS "K03.pipeline",
    proposed AS "K03.proposed", rate(attached, answers) AS "K03",
    portion(attached_amount, answered_amount, answers) AS "K03.amount", portion(attached_amount, total_amount, sums.n) AS "K04",
    portion(sourced_amount, total_amount, sums.n) AS "K04.sourced", nonzero(sourced, active.n) AS "K05",
    rate(answers, sums.n) AS "K46"
  FROM sums, active`;

/** Open accounts and deals with a partner that has not left, and what partners are due to close against the target. */
export const open = ({ asOf, settings }: Question): string => `
  WITH active AS (
    SELECT DISTINCT "row" FROM standing WHERE live AND matched AND (exited IS NULL OR exited > ${asOf})),
  deal AS (
    SELECT account, arm, amount, active."row" IS NOT NULL AS covered FROM sel LEFT JOIN active USING ("row") WHERE o = 0),
  by_account AS (SELECT bool_or(covered) AS covered FROM deal WHERE account IS NOT NULL GROUP BY account)
  SELECT 0 AS arm,
    (SELECT rate(count(*) FILTER (covered), count(*)) FROM by_account) AS "K06",
    rate(count(*) FILTER (covered), count(*)) AS "K06.deals",
    sum(amount) FILTER (arm = 1) / ${settings.pipelineTargetMinor ?? 1} AS "K07"
  FROM deal`;

/** The first win of each account in the whole program, as one number that orders by close and then by id. */
export const firstWins = ({ asOf }: Question): string => `
  CREATE TEMP TABLE first_wins AS
  SELECT account, min("close"::BIGINT * 16777216 + "row") AS first FROM deals
  WHERE outcome = 1 AND account IS NOT NULL AND "close" // 1440 <= ${asOf}
    AND (created IS NULL OR created < ${(asOf + 1) * 1440})
  GROUP BY account`;

/** The first win of each segment, over those of its accounts. */
export const openers = `
  CREATE TEMP TABLE openers AS
  WITH known AS (SELECT first, industry, region FROM first_wins JOIN accounts USING (account)),
  cells AS (
    SELECT first, industry, NULL AS region FROM known WHERE industry IS NOT NULL
    UNION ALL SELECT first, NULL, region FROM known WHERE region IS NOT NULL
    UNION ALL SELECT first, industry, region FROM known WHERE industry IS NOT NULL AND region IS NOT NULL)
  SELECT min(first) AS first FROM cells GROUP BY industry, region`;

/** Selected deals that are their account's first win. */
export const newLogos = `
  CREATE OR REPLACE TEMP TABLE logos AS
  SELECT sel.* FROM sel JOIN first_wins f ON f.account = sel.account AND sel."row" = f.first % 16777216 WHERE o = 1`;

export const logos = `
  WITH won AS (SELECT arm, count(*) AS n FROM sel WHERE o = 1 GROUP BY GROUPING SETS ((arm), ())),
  new AS (SELECT arm, count(*) AS n FROM logos GROUP BY GROUPING SETS ((arm), ()))
  SELECT coalesce(won.arm, 0) AS arm, coalesce(new.n, 0) AS "K15", rate(coalesce(new.n, 0), won.n) AS "K16.mix"
  FROM won LEFT JOIN new ON won.arm IS NOT DISTINCT FROM new.arm`;

export const logoShares = `
  SELECT 0 AS arm, rate(count(*) FILTER (arm = 1), count(*)) AS "K16", rate(count(*) FILTER (class = 3), count(*)) AS "K16.sourced"
  FROM logos`;

/** Segments that were opened, by whether a partner was on the deal. */
export const segments = `
  WITH opened AS (SELECT class FROM openers JOIN logos ON logos."row" = openers.first % 16777216)
  SELECT 0 AS arm, count(*) FILTER (class > 0) AS "K17", rate(count(*) FILTER (class > 0), count(*)) AS "K17.share" FROM opened`;
