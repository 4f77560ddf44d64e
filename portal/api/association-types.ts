import type { AssociationCategory, AssociationType, ObjectType } from '../store/catalog-types.ts';
import type { Crm } from './crm.ts';
import { invalid } from './refusal.ts';

export const typesBetween = ({ store }: Crm, from: ObjectType, to: ObjectType): AssociationType[] =>
  store.catalog.associationTypes.filter((type) => type.from === from.id && type.to === to.id);

export function defaultType(crm: Crm, from: ObjectType, to: ObjectType): AssociationType {
  const found = typesBetween(crm, from, to).find(({ isDefault }) => isDefault);
  if (!found) {
    throw invalid(
      `No association type exists between ${from.fullyQualifiedName} and ${to.fullyQualifiedName}`,
    );
  }
  return found;
}

export function associationType(
  crm: Crm,
  from: ObjectType,
  to: ObjectType,
  wanted: { category: AssociationCategory; typeId: number },
): AssociationType {
  const found = typesBetween(crm, from, to).find(
    ({ typeId, category }) => typeId === wanted.typeId && category === wanted.category,
  );
  if (!found) {
    throw invalid(
      `Invalid association type: ${wanted.category} ${wanted.typeId} between ${from.fullyQualifiedName} and ${to.fullyQualifiedName}`,
    );
  }
  return found;
}

export const inverseOf = ({ store }: Crm, type: AssociationType): AssociationType => {
  const found = store.catalog.associationTypes.find(
    ({ typeId, category, from, to }) =>
      typeId === type.inverseTypeId && category === type.category && from === type.to && to === type.from,
  );
  if (!found) throw new Error(`Association type ${type.typeId} has no inverse`);
  return found;
};

/** Custom objects' types, unlabelled ones too, are numbered by account (UNVERIFIED: that these are USER_DEFINED). */
export function addAssociationTypes(
  { store }: Crm,
  from: string,
  to: string,
  names: { there: string; back: string; label: string | null; inverseLabel: string | null },
  isDefault: boolean,
): AssociationType[] {
  const number = () => store.catalog.nextNumber('association', 1_001);
  const typeId = number();
  const paired = names.inverseLabel !== names.label || from !== to;
  const inverseTypeId = paired ? number() : typeId;
  const shared = { category: 'USER_DEFINED', isDefault, isPrimary: false } as const;
  const there: AssociationType = {
    ...shared,
    typeId,
    inverseTypeId,
    from,
    to,
    name: names.there,
    label: names.label,
  };
  const back: AssociationType = {
    ...shared,
    typeId: inverseTypeId,
    inverseTypeId: typeId,
    from: to,
    to: from,
    name: names.back,
    label: names.inverseLabel,
  };
  const added = paired ? [there, back] : [there];
  store.catalog.associationTypes.push(...added);
  store.catalog.saveAssociationTypes();
  return added;
}
