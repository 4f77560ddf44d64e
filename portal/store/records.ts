import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

export type Properties = Record<string, string>;

export interface RecordRow {
  id: number;
  /** Only properties that have a value; ids and system times are columns. */
  properties: Properties;
  createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
}

export interface Records {
  open(type: string): void;
  drop(type: string): void;
  put(type: string, row: RecordRow): void;
  /** Live or archived. */
  exists(type: string, id: number): boolean;
  get(type: string, id: number, archived?: boolean): RecordRow | null;
  /** Ascending by id, from an id on, inclusive. */
  page(type: string, from: number, limit: number, archived: boolean): RecordRow[];
  count(type: string): number;
  select(sql: string, values: SQLInputValue[]): RecordRow[];
  number(sql: string, values: SQLInputValue[]): number;
  /** Makes searches by an expression quick from its first use on. */
  indexOn(type: string, expression: string): void;
}

// Each index costs something on every write.
const mostIndexes = 12;

/** One table for each object type: record ids are unique within a type only. */
export const tableOf = (type: string): string => `records_${type.replace('-', '_')}`;

/** Live records by the time of their last change; it holds ids as well, so that counting needs no record. */
export const changesIndexOf = (type: string): string => `${tableOf(type)}_changes`;

export const recordColumns = 'id, properties, created_at, updated_at, archived_at';

const toRow = (row: Record<string, unknown>): RecordRow => ({
  id: row['id'] as number,
  properties: JSON.parse(row['properties'] as string) as Properties,
  createdAt: row['created_at'] as number,
  updatedAt: row['updated_at'] as number,
  archivedAt: row['archived_at'] as number | null,
});

function createTable(database: DatabaseSync, type: string): void {
  const table = tableOf(type);
  database.exec(`
    CREATE TABLE IF NOT EXISTS ${table} (
      id INTEGER PRIMARY KEY, properties TEXT NOT NULL,
      created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, archived_at INTEGER);
    DROP INDEX IF EXISTS ${table}_updated;
    CREATE INDEX IF NOT EXISTS ${changesIndexOf(type)} ON ${table} (updated_at) WHERE archived_at IS NULL;
    CREATE INDEX IF NOT EXISTS ${table}_archived ON ${table} (id) WHERE archived_at IS NOT NULL;`);
}

interface Statements {
  put: StatementSync;
  get: StatementSync;
  exists: StatementSync;
  live: StatementSync;
  archived: StatementSync;
  count: StatementSync;
}

function statementsOf(database: DatabaseSync, type: string): Statements {
  const table = tableOf(type);
  const page = (test: string) =>
    `SELECT ${recordColumns} FROM ${table} WHERE id >= ? AND archived_at IS ${test} ORDER BY id LIMIT ?`;
  return {
    put: database.prepare(`
      INSERT INTO ${table} (${recordColumns}) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET properties = excluded.properties, created_at = excluded.created_at,
        updated_at = excluded.updated_at, archived_at = excluded.archived_at`),
    get: database.prepare(`SELECT ${recordColumns} FROM ${table} WHERE id = ?`),
    exists: database.prepare(`SELECT 1 FROM ${table} WHERE id = ?`),
    live: database.prepare(page('NULL')),
    archived: database.prepare(page('NOT NULL')),
    count: database.prepare(`SELECT count(*) n FROM ${table} WHERE archived_at IS NULL`),
  };
}

/** Prepared once for each object type. */
function preparedFor(database: DatabaseSync) {
  const known = new Map<string, Statements>();
  return (type: string): Statements => {
    const statements = known.get(type) ?? statementsOf(database, type);
    known.set(type, statements);
    return statements;
  };
}

function indexerOf(database: DatabaseSync): Records['indexOn'] {
  const known = new Map<string, Set<string>>();
  return (type, expression) => {
    const expressions = known.get(type) ?? new Set<string>();
    if (expressions.has(expression) || expressions.size >= mostIndexes) return;
    known.set(type, expressions.add(expression));
    const name = `${tableOf(type)}_${expression.replace(/[^a-z0-9_]+/gi, '_')}`;
    database.exec(`CREATE INDEX IF NOT EXISTS ${name} ON ${tableOf(type)} (${expression})`);
  };
}

export function openRecords(database: DatabaseSync, prepare: (sql: string) => StatementSync): Records {
  const of = preparedFor(database);
  return {
    indexOn: indexerOf(database),
    open: (type) => createTable(database, type),
    drop: (type) => database.exec(`DROP TABLE IF EXISTS ${tableOf(type)}`),
    put: (type, { id, properties, createdAt, updatedAt, archivedAt }) =>
      void of(type).put.run(id, JSON.stringify(properties), createdAt, updatedAt, archivedAt),
    exists: (type, id) => of(type).exists.get(id) !== undefined,
    get(type, id, archived = false) {
      const row = of(type).get.get(id);
      return row && (row['archived_at'] !== null) === archived ? toRow(row) : null;
    },
    page: (type, from, limit, archived) =>
      (archived ? of(type).archived : of(type).live).all(from, limit).map(toRow),
    count: (type) => Number(of(type).count.get()?.['n']),
    select: (sql, values) =>
      prepare(sql)
        .all(...values)
        .map(toRow),
    number: (sql, values) => Number(prepare(sql).get(...values)?.['n'] ?? 0),
  };
}
