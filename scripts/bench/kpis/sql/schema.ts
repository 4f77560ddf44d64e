import { join } from 'node:path';
import type { SharedColumns } from '#domain/columns';
import { placesOfStages } from '#domain/kpis/stage-passage';
import type { Question } from '#domain/kpis/question';

const tables = {
  deals: `"row" INTEGER, outcome TINYINT, created INTEGER, "close" INTEGER, amount BIGINT, weighted BIGINT,
    is_foreign TINYINT, own_company TINYINT, answer TINYINT, stage SMALLINT, account INTEGER, deal_type SMALLINT,
    loss_reason INTEGER`,
  entries: `"row" INTEGER, stage SMALLINT, "minute" INTEGER, spent INTEGER`,
  tags: `"row" INTEGER, partner INTEGER, tier TINYINT, status TINYINT, origin TINYINT, evidence TINYINT,
    roles INTEGER, stages INTEGER, entered INTEGER, exited INTEGER, tagged INTEGER`,
  accounts: `account INTEGER, region SMALLINT, industry SMALLINT, size TINYINT`,
  partners: `partner INTEGER, type TINYINT, onboarded INTEGER`,
};

/** Loads the rows, and what the program's settings say of stages and reasons. Not part of the time. */
export function loading(dir: string, question: Question, shared: SharedColumns): readonly string[] {
  const places = placesOfStages(shared, question.settings.lifeCycleOf);
  const nowhere = shared.dictionaries.lossReasons.texts.map((text) => /decision|budget/i.test(text));
  return [
    ...Object.entries(tables).flatMap(([name, columns]) => [
      `CREATE TABLE ${name} (${columns})`,
      `COPY ${name} FROM '${join(dir, `${name}.csv`)}' (FORMAT csv, HEADER false)`,
    ]),
    `CREATE TABLE stage_map AS SELECT * FROM (VALUES ${[...places].map((place, code) => `(${code}, ${place})`).join(', ')}) AS t(stage, place) WHERE place >= 0`,
    `CREATE TABLE reasons AS SELECT * FROM (VALUES ${nowhere.map((is, code) => `(${code}, ${is})`).join(', ')}) AS t(loss_reason, nowhere)`,
    'CREATE MACRO rate(hits, trials) AS CASE WHEN trials >= 5 THEN hits / trials END',
    'CREATE MACRO portion(part, whole, n) AS CASE WHEN n >= 5 AND whole <> 0 THEN part / whole END',
    'CREATE MACRO nonzero(value, divisor) AS CASE WHEN divisor <> 0 THEN value / divisor END',
  ];
}
