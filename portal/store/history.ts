import type { DatabaseSync, StatementSync } from 'node:sqlite';

interface PropertyVersion {
  value: string;
  at: number;
}

/** The values that a property had, newest first. */
export interface History {
  add(type: string, id: number, property: string, value: string, at: number): void;
  of(type: string, id: number, property: string): PropertyVersion[];
}

export function openHistory(database: DatabaseSync, prepare: (sql: string) => StatementSync): History {
  database.exec(`
    CREATE TABLE IF NOT EXISTS history (
      step INTEGER PRIMARY KEY, type TEXT, id INTEGER, property TEXT, value TEXT NOT NULL, at INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS history_by_property ON history (type, id, property, step);`);
  return {
    add: (type, id, property, value, at) =>
      void prepare('INSERT INTO history (type, id, property, value, at) VALUES (?, ?, ?, ?, ?)').run(
        type,
        id,
        property,
        value,
        at,
      ),
    of: (type, id, property) =>
      prepare('SELECT value, at FROM history WHERE type = ? AND id = ? AND property = ? ORDER BY step DESC')
        .all(type, id, property)
        .map((row) => ({ value: String(row['value']), at: Number(row['at']) })),
  };
}
