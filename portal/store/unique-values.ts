import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Which live record holds a value of a unique property; values are compared without case, as HubSpot does. */
export interface UniqueValues {
  holder(type: string, property: string, value: string): number | null;
  claim(type: string, property: string, value: string, id: number): void;
  release(type: string, id: number): void;
  forget(type: string): void;
}

export function openUniqueValues(
  database: DatabaseSync,
  prepare: (sql: string) => StatementSync,
): UniqueValues {
  database.exec(`
    CREATE TABLE IF NOT EXISTS unique_values (
      type TEXT, property TEXT, value TEXT, id INTEGER NOT NULL, PRIMARY KEY (type, property, value)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS unique_values_by_record ON unique_values (type, id);`);
  return {
    holder(type, property, value) {
      const row = prepare('SELECT id FROM unique_values WHERE type = ? AND property = ? AND value = ?').get(
        type,
        property,
        value.toLowerCase(),
      );
      return row ? Number(row['id']) : null;
    },
    claim: (type, property, value, id) =>
      void prepare('INSERT OR REPLACE INTO unique_values VALUES (?, ?, ?, ?)').run(
        type,
        property,
        value.toLowerCase(),
        id,
      ),
    release: (type, id) => void prepare('DELETE FROM unique_values WHERE type = ? AND id = ?').run(type, id),
    forget: (type) => void prepare('DELETE FROM unique_values WHERE type = ?').run(type),
  };
}
