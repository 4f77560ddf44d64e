import type { DatabaseSync } from 'node:sqlite';
import type { AssociationType, ObjectType, Owner, PropertyDefinition } from './catalog-types.ts';

/** What the portal knows about its records: small, so kept in memory and written through. */
export interface Catalog {
  types: Map<string, ObjectType>;
  owners: Map<string, Owner>;
  associationTypes: AssociationType[];
  saveType(type: ObjectType): void;
  removeType(id: string): void;
  saveOwner(owner: Owner): void;
  saveAssociationTypes(): void;
  /** Names are in lower case, but for those that hold a stage's id. */
  property(type: ObjectType, name: string): PropertyDefinition | undefined;
  nextNumber(counter: string, first: number): number;
}

const createTables = `
  CREATE TABLE IF NOT EXISTS catalog (kind TEXT, key TEXT, json TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;`;

export function openCatalog(database: DatabaseSync): Catalog {
  database.exec(createTables);
  const rows = database.prepare('SELECT json FROM catalog WHERE kind = ? ORDER BY key');
  const put = database.prepare('INSERT OR REPLACE INTO catalog (kind, key, json) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM catalog WHERE kind = ? AND key = ?');
  const count = database.prepare(
    'INSERT INTO counters VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value',
  );
  const read = <Kept>(kind: string) => rows.all(kind).map(({ json }) => JSON.parse(String(json)) as Kept);

  const types = new Map(read<ObjectType>('type').map((type) => [type.id, type]));
  const owners = new Map(read<Owner>('owner').map((owner) => [owner.id, owner]));
  const associationTypes = read<AssociationType[]>('associations')[0] ?? [];
  const properties = new Map<string, Map<string, PropertyDefinition>>();
  const indexProperties = (type: ObjectType) =>
    properties.set(type.id, new Map(type.properties.map((property) => [property.name, property])));
  types.forEach(indexProperties);

  return {
    types,
    owners,
    associationTypes,
    saveType(type) {
      types.set(type.id, type);
      indexProperties(type);
      put.run('type', type.id, JSON.stringify(type));
    },
    removeType: (id) => void [types.delete(id), properties.delete(id), remove.run('type', id)],
    saveOwner(owner) {
      owners.set(owner.id, owner);
      put.run('owner', owner.id, JSON.stringify(owner));
    },
    saveAssociationTypes: () => void put.run('associations', 'all', JSON.stringify(associationTypes)),
    property(type, name) {
      const known = properties.get(type.id);
      return known?.get(name) ?? known?.get(name.toLowerCase());
    },
    nextNumber: (counter, first) => Number(count.get(counter, first)?.['value']),
  };
}
