import type { Question } from '#domain/kpis/question';

/** Whose tags make a deal a partner deal: those of one tier, or all; and whether only such deals are looked at. */
export interface View {
  readonly tier: number | null;
  readonly partnerOnly: boolean;
}

/** The selection: every tag's standing, and every deal's outcome, arm and class as of the day. */
export function selecting({ asOf }: Question, { tier, partnerOnly }: View): readonly string[] {
  const limit = (asOf + 1) * 1440;
  return [
    `CREATE OR REPLACE TEMP TABLE standing AS
      SELECT *, status IN (0, 1) AS live, status = 1 AS confirmed, ${tier === null ? 'true' : `tier = ${tier}`} AS matched,
        tagged // 1440 AS tag_day
      FROM tags WHERE tagged < ${limit}`,
    `CREATE OR REPLACE TEMP TABLE sel AS
      WITH present AS (
        SELECT "row", true AS any_tag, bool_or(live) AS live, bool_or(live AND matched) AS matched,
          bool_or(confirmed AND matched) AS confirmed, bool_or(live AND matched AND origin = 1) AS origin,
          bool_or(live AND matched AND tier >= 1) AS sold
        FROM standing GROUP BY "row"),
      future AS (SELECT DISTINCT "row", true AS future FROM tags WHERE tagged >= ${limit}),
      joined AS (
        SELECT d.*, coalesce(p.live, false) AS live, coalesce(p.matched, false) AS matched,
          coalesce(p.confirmed, false) AS confirmed, p.origin, p.sold,
          coalesce(p.any_tag, false) OR answer = 1 OR (answer = 2 AND future IS NULL) AS answered,
          CASE WHEN "close" // 1440 > ${asOf} THEN 0 ELSE outcome END AS o
        FROM deals d LEFT JOIN present p USING ("row") LEFT JOIN future f USING ("row")
        WHERE created IS NULL OR created < ${limit})
      SELECT "row", o, created, "close", created // 1440 AS created_day, "close" // 1440 AS close_day,
        greatest(coalesce(amount, 0), 0) AS amount, CASE WHEN amount > 0 THEN amount END AS sized,
        weighted, is_foreign, own_company, stage, account, deal_type, loss_reason, confirmed, answered,
        CASE WHEN matched THEN 1 WHEN live THEN 4 WHEN answer = 1 THEN 2 WHEN answered THEN 4 ELSE 3 END AS arm,
        CASE WHEN NOT matched THEN 0 WHEN origin THEN 3 WHEN sold THEN 2 ELSE 1 END AS class
      FROM joined ${partnerOnly ? 'WHERE matched' : ''}`,
  ];
}
