import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { AssociationCategory, AssociationType } from './catalog-types.ts';

export interface AssociationRow {
  toId: number;
  typeId: number;
  category: AssociationCategory;
}

export interface Associations {
  link(type: AssociationType, fromId: number, toId: number): void;
  unlink(type: AssociationType, fromId: number, toId: number): void;
  unlinkPair(from: string, fromId: number, to: string, toId: number): void;
  between(from: string, fromId: number, to: string, toId: number): AssociationRow[];
  /** Ascending by the other record's id, from an id on, inclusive; a record has one row for each type. */
  page(from: string, fromId: number, to: string, after: number, limit: number): AssociationRow[];
  count(from: string, fromId: number, to: string): number;
  holder(type: AssociationType, fromId: number): number | null;
  isUsed(type: AssociationType): boolean;
  partners(type: string, id: number): { type: string; id: number }[];
}

const createTable = `
  CREATE TABLE IF NOT EXISTS associations (
    from_type TEXT, from_id INTEGER, to_type TEXT, to_id INTEGER, type_id INTEGER, category TEXT NOT NULL,
    PRIMARY KEY (from_type, from_id, to_type, to_id, type_id, category)) WITHOUT ROWID;`;

const source = 'from_type = ? AND from_id = ? AND to_type = ?';

const toAssociation = (row: Record<string, unknown>): AssociationRow => ({
  toId: row['to_id'] as number,
  typeId: row['type_id'] as number,
  category: row['category'] as AssociationCategory,
});

type Prepare = (sql: string) => StatementSync;

const insert = 'INSERT OR IGNORE INTO associations VALUES (?, ?, ?, ?, ?, ?)';
const remove = `DELETE FROM associations WHERE ${source} AND to_id = ? AND type_id = ? AND category = ?`;
const removePair = `DELETE FROM associations WHERE ${source} AND to_id = ?`;

// A page counts records, and a record may have several types.
const page = `
  SELECT * FROM associations WHERE ${source} AND to_id IN (
    SELECT DISTINCT to_id FROM associations WHERE ${source} AND to_id >= ? ORDER BY to_id LIMIT ?)
  ORDER BY to_id, type_id`;

const pair = `SELECT * FROM associations WHERE ${source} AND to_id = ?`;
const counted = `SELECT count(DISTINCT to_id) n FROM associations WHERE ${source}`;
const held = `SELECT to_id FROM associations WHERE ${source} AND type_id = ? AND category = ?`;
const used =
  'SELECT 1 FROM associations WHERE from_type = ? AND to_type = ? AND type_id = ? AND category = ? LIMIT 1';

function writesOf(prepare: Prepare): Pick<Associations, 'link' | 'unlink' | 'unlinkPair'> {
  const both = (sql: string, type: AssociationType, fromId: number, toId: number) => {
    const { from, to, typeId, inverseTypeId, category } = type;
    prepare(sql).run(from, fromId, to, toId, typeId, category);
    prepare(sql).run(to, toId, from, fromId, inverseTypeId, category);
  };
  return {
    link: (type, fromId, toId) => both(insert, type, fromId, toId),
    unlink: (type, fromId, toId) => both(remove, type, fromId, toId),
    unlinkPair(from, fromId, to, toId) {
      prepare(removePair).run(from, fromId, to, toId);
      prepare(removePair).run(to, toId, from, fromId);
    },
  };
}

/** Associations between records; each direction is a row with a type of its own. */
export function openAssociations(database: DatabaseSync, prepare: Prepare): Associations {
  database.exec(createTable);
  const first = (sql: string, ...values: (string | number)[]) => prepare(sql).get(...values);
  return {
    ...writesOf(prepare),
    between: (...records) =>
      prepare(pair)
        .all(...records)
        .map(toAssociation),
    page: (from, fromId, to, after, limit) =>
      prepare(page).all(from, fromId, to, from, fromId, to, after, limit).map(toAssociation),
    count: (...from) => Number(first(counted, ...from)?.['n']),
    holder({ from, to, typeId, category }, fromId) {
      const row = first(held, from, fromId, to, typeId, category);
      return row ? Number(row['to_id']) : null;
    },
    isUsed: ({ from, to, typeId, category }) => first(used, from, to, typeId, category) !== undefined,
    partners: (type, id) =>
      prepare('SELECT DISTINCT to_type, to_id FROM associations WHERE from_type = ? AND from_id = ?')
        .all(type, id)
        .map((row) => ({ type: String(row['to_type']), id: Number(row['to_id']) })),
  };
}
