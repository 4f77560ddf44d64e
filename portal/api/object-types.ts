import type { ObjectType } from '../store/catalog-types.ts';
import type { Crm } from './crm.ts';
import { invalid } from './refusal.ts';
import type { Call } from './router.ts';
import { param } from './router.ts';

const namesOf = (type: ObjectType, dated: boolean): string[] => {
  if (!type.custom) return [type.name, type.singular];
  // OBSERVED on dated paths: a bare custom name cannot be inferred.
  return dated ? [type.fullyQualifiedName] : [type.fullyQualifiedName, type.name, `p_${type.name}`];
};

/** The object type that a path or body names: `0-3`, `deals`, `deal`, `2-5`, `p42_involvement`. */
export function findType({ store }: Crm, given: string, dated: boolean): ObjectType | null {
  const known = store.catalog.types.get(given);
  if (known) return known.archived ? null : known;
  const wanted = given.toLowerCase();
  for (const type of store.catalog.types.values()) {
    if (type.archived) continue;
    if (namesOf(type, dated).some((name) => name.toLowerCase() === wanted)) return type;
  }
  return null;
}

export function resolveType(crm: Crm, given: string, dated: boolean): ObjectType {
  const type = findType(crm, given, dated);
  if (!type) throw invalid(`Unable to infer object type from: ${given}`);
  return type;
}

export const typeOfCall = (crm: Crm, call: Call, name = 'objectType'): ObjectType =>
  resolveType(crm, param(call, name), call.dated);
