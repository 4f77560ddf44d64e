import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { openAssociations } from './associations.ts';
import type { Associations } from './associations.ts';
import { openCatalog } from './catalog.ts';
import type { Catalog } from './catalog.ts';
import { fillNewCatalog } from './defaults/new-catalog.ts';
import { openHistory } from './history.ts';
import type { History } from './history.ts';
import { openRecords } from './records.ts';
import type { Records } from './records.ts';
import { openSearchLag } from './search-lag.ts';
import type { SearchLag } from './search-lag.ts';
import { addSearchFunctions } from './search-functions.ts';
import { openUniqueValues } from './unique-values.ts';
import type { UniqueValues } from './unique-values.ts';

export interface Store {
  catalog: Catalog;
  records: Records;
  associations: Associations;
  uniqueValues: UniqueValues;
  history: History;
  searchLag: SearchLag;
  /** All or nothing. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

/** A database file, or null for one in memory. */
export function openStore(file: string | null): Store {
  const database = new DatabaseSync(file ?? ':memory:');
  database.exec(`PRAGMA journal_mode = ${file ? 'WAL' : 'MEMORY'}; PRAGMA synchronous = NORMAL;`);
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    // Searches have as many shapes as callers think of; the rest is a small closed set.
    if (statements.size > 2_000) statements.clear();
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  addSearchFunctions(database);
  const catalog = openCatalog(database);
  const records = openRecords(database, prepare);
  if (catalog.types.size === 0) fillNewCatalog(catalog);
  for (const type of catalog.types.keys()) records.open(type);
  return {
    catalog,
    records,
    associations: openAssociations(database, prepare),
    uniqueValues: openUniqueValues(database, prepare),
    history: openHistory(database, prepare),
    searchLag: openSearchLag(database, prepare),
    transaction: transactionsOf(database),
    close: () => database.close(),
  };
}

/** Transactions nest: an inner one can fail alone. */
function transactionsOf(database: DatabaseSync): Store['transaction'] {
  let depth = 0;
  return (work) => {
    const name = `level_${depth}`;
    database.exec(`SAVEPOINT ${name}`);
    depth += 1;
    try {
      return work();
    } catch (error) {
      database.exec(`ROLLBACK TO ${name}`);
      throw error;
    } finally {
      depth -= 1;
      database.exec(`RELEASE ${name}`);
    }
  };
}
