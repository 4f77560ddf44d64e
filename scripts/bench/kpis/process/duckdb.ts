import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { questionFor } from '../question.ts';
import { sharedFrom, type SharedData } from '../shared-data.ts';
import { queriesOf } from '../sql/queries.ts';
import { loading } from '../sql/schema.ts';

const [dir, size, threads] = process.argv.slice(2) as [string, string, string];
const question = questionFor(Number(size));
const shared = sharedFrom(JSON.parse(readFileSync(join(dir, 'shared.json'), 'utf8')) as SharedData);
const instance = await DuckDBInstance.create(':memory:', { threads });
const database = await instance.connect();
for (const sql of loading(dir, question, shared)) await database.run(sql);

const figures: Record<string, number | null> = {};
let microseconds = 0;
for (const { view, queries } of queriesOf(question, shared)) {
  for (const { of, sql } of queries) {
    const before = process.cpuUsage();
    const result = await database.runAndReadAll(sql);
    const { user, system } = process.cpuUsage(before);
    microseconds += user + system;
    for (const { arm, ...row } of result.getRowObjectsJS()) {
      for (const [name, value] of Object.entries(row)) {
        figures[`${view}|${of}|${arm as string | number}|${name}`] = value === null ? null : Number(value);
      }
    }
  }
}
writeFileSync(join(dir, `duckdb-${threads}.json`), JSON.stringify(figures));
console.log(JSON.stringify({ cpuMs: microseconds / 1000 }));
