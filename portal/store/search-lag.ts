import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { RecordRow } from './records.ts';
import { recordColumns, tableOf } from './records.ts';

/** What the search index still believes of records changed a moment ago: their former version, or nothing. */
export interface SearchLag {
  remember(type: string, id: number, before: RecordRow | null, dueAt: number): void;
  /** Lets the index catch up with every change due by then. */
  settle(now: number): void;
  /** The rows that search may see, as a table expression. */
  source(type: string): string;
}

export function openSearchLag(database: DatabaseSync, prepare: (sql: string) => StatementSync): SearchLag {
  database.exec(`
    CREATE TABLE IF NOT EXISTS stale (
      type TEXT, id INTEGER, properties TEXT, created_at INTEGER, updated_at INTEGER, archived_at INTEGER,
      due_at INTEGER NOT NULL, PRIMARY KEY (type, id)) WITHOUT ROWID;`);
  return {
    remember: (type, id, before, dueAt) =>
      void prepare(`INSERT OR IGNORE INTO stale VALUES (?, ?, ?, ?, ?, ?, ?)`).run(
        type,
        id,
        before && JSON.stringify(before.properties),
        before && before.createdAt,
        before && before.updatedAt,
        before && before.archivedAt,
        dueAt,
      ),
    settle: (now) => void prepare('DELETE FROM stale WHERE due_at <= ?').run(now),
    source(type) {
      const behind = prepare('SELECT 1 FROM stale WHERE type = ? LIMIT 1').get(type) !== undefined;
      if (!behind) return tableOf(type);
      return `(SELECT ${recordColumns} FROM ${tableOf(type)}
        WHERE id NOT IN (SELECT id FROM stale WHERE type = '${type}')
        UNION ALL
        SELECT ${recordColumns} FROM stale WHERE type = '${type}' AND properties IS NOT NULL)`;
    },
  };
}
