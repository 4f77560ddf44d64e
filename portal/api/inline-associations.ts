import * as z from 'zod';
import type { AssociationType, ObjectType } from '../store/catalog-types.ts';
import type { RecordRow } from '../store/records.ts';
import { associationType, typesBetween } from './association-types.ts';
import { link } from './association-writes.ts';
import type { Touched } from './association-writes.ts';
import type { Crm } from './crm.ts';
import { resolveType } from './object-types.ts';
import type { RecordJson } from './record-view.ts';
import { invalid, notFound } from './refusal.ts';

// OBSERVED: 100 for each record on a list, with a link to the rest.
const inlineLimit = 100;

export const inlineAssociation = z.object({
  to: z.object({ id: z.coerce.string() }),
  types: z
    .array(
      z.object({
        associationCategory: z.enum(['HUBSPOT_DEFINED', 'USER_DEFINED']),
        associationTypeId: z.coerce.number(),
      }),
    )
    .min(1),
});
export type InlineAssociation = z.infer<typeof inlineAssociation>;

const nameOfType = ({ name, label, isDefault }: AssociationType): string =>
  isDefault || label === null ? name : name.replace(/_unlabeled$/, '');

/** UNVERIFIED for custom objects: that the list's key is the qualified name. */
const keyOf = (type: ObjectType): string => (type.custom ? type.fullyQualifiedName : type.name);

function listed(crm: Crm, from: ObjectType, to: ObjectType, row: RecordRow, path: string) {
  const kinds = typesBetween(crm, from, to);
  const rows = crm.store.associations.page(from.id, row.id, to.id, 0, inlineLimit + 1);
  const ids = [...new Set(rows.map(({ toId }) => toId))];
  const next = ids[inlineLimit];
  const results = rows
    .filter(({ toId }) => toId !== next)
    .map(({ toId, typeId, category }) => {
      const kind = kinds.find((one) => one.typeId === typeId && one.category === category);
      return { id: String(toId), type: kind ? nameOfType(kind) : String(typeId) };
    });
  if (next === undefined) return { results };
  const link = `${path}/${row.id}/associations/${keyOf(to)}?after=${next}`;
  return { results, paging: { next: { after: String(next), link } } };
}

/** The `associations=` answer of a read: one list for each type that has any. */
export function addAssociations(
  crm: Crm,
  type: ObjectType,
  row: RecordRow,
  json: RecordJson,
  to: ObjectType[],
  path: string,
): void {
  const lists: Record<string, unknown> = {};
  for (const other of to) {
    const answer = listed(crm, type, other, row, path);
    if (answer.results.length > 0) lists[keyOf(other)] = answer;
  }
  if (Object.keys(lists).length > 0) json.associations = lists;
}

const described = ({ associationCategory, associationTypeId }: InlineAssociation['types'][number]) => ({
  category: associationCategory,
  typeId: associationTypeId,
});

/** The record that an inline association points at is of the type that its association type says. */
export function linkInline(
  crm: Crm,
  type: ObjectType,
  row: RecordRow,
  given: InlineAssociation[],
  touched: Touched,
): void {
  for (const { to, types } of given) {
    for (const wanted of types.map(described)) {
      const known = crm.store.catalog.associationTypes.find(
        (one) => one.from === type.id && one.typeId === wanted.typeId && one.category === wanted.category,
      );
      if (!known)
        throw invalid(`invalid association type ${wanted.category} ${wanted.typeId} from ${type.id}`);
      const other = resolveType(crm, known.to, true);
      if (!crm.store.records.get(other.id, Number(to.id))) {
        throw notFound(`The ${other.singular} ${to.id} to associate with does not exist`);
      }
      link(crm, associationType(crm, type, other, wanted), row.id, Number(to.id), touched);
    }
  }
}
