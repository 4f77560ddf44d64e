import type { Question } from '#domain/kpis/question';

/**
 * Credit of won deals by partner, under equal shares and by tier: whole cents by largest remainder, ties in the order of
 * partners. Kept for the queries after it.
 */
export const splitting = `
  CREATE OR REPLACE TEMP TABLE credit AS
  WITH claims AS (
    SELECT s."row", partner, matched, amount, close_day, deal_type, tier + 1 AS weight, count(*) OVER deal AS k,
      CAST(sum(tier + 1) OVER deal AS BIGINT) AS weights, row_number() OVER (PARTITION BY s."row" ORDER BY partner) AS place
    FROM standing s JOIN sel ON sel."row" = s."row" WHERE o = 1 AND sel.confirmed AND s.confirmed
    WINDOW deal AS (PARTITION BY s."row")),
  quotas AS (SELECT *, amount * weight // weights AS quota, amount * weight % weights AS remainder FROM claims),
  ranked AS (
    SELECT *, amount - CAST(sum(quota) OVER (PARTITION BY "row") AS BIGINT) AS over,
      row_number() OVER (PARTITION BY "row" ORDER BY remainder DESC, partner) AS turn
    FROM quotas)
  SELECT "row", partner, matched, close_day, deal_type,
    amount // k + CASE WHEN place <= amount % k THEN 1 ELSE 0 END AS equal,
    quota + CASE WHEN turn <= over THEN 1 ELSE 0 END AS by_tier
  FROM ranked`;

export const creditByPartner = `
  SELECT partner AS arm, sum(equal) AS "creditedWonMinor", sum(by_tier) AS "creditedSecondMinor"
  FROM credit WHERE matched GROUP BY partner`;

export const concentration = `
  WITH held AS (SELECT partner, sum(equal) AS amount FROM credit WHERE matched GROUP BY partner),
  shares AS (SELECT amount / (SELECT sum(amount) FROM held) AS share FROM held)
  SELECT 0 AS arm, (SELECT sum(amount) FROM sel WHERE o = 1 AND confirmed) AS "won.attached", (SELECT sum(amount) FROM held) AS "won.credited",
    sum(share * share) AS "K40", max(share) AS "K40.top", 1 / sum(share * share) AS "K40.effective"
  FROM shares`;

/** Return on cost over the twelve months up to the as-of day. */
export function returns({ asOf, settings }: Question, existing: number): string {
  const cost = settings.programCostMinor ?? NaN;
  const roi = [100, 70, 40].map(
    (percent) => `(${percent / 100} * margin - ${cost}) / ${cost} AS "K43.${percent}"`,
  );
  const isNew = `(deal_type IS NULL OR deal_type <> ${existing})`;
  return `
  WITH revenue AS (
    SELECT ${settings.grossMargin} * sum(equal) AS margin, sum(equal) FILTER (${isNew}) AS fresh FROM credit
    WHERE matched AND close_day BETWEEN ${asOf - 364} AND ${asOf})
  SELECT 0 AS arm, ${roi.join(', ')}, margin - ${cost} AS "K44", ${cost} / fresh AS "K45",
    (SELECT ${settings.directCostMinor} / sum(amount) FROM sel
      WHERE o = 1 AND arm = 2 AND ${isNew} AND close_day BETWEEN ${asOf - 364} AND ${asOf}) AS "K45.direct"
  FROM revenue`;
}
