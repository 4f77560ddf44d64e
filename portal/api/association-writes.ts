import type { AssociationType, ObjectType } from '../store/catalog-types.ts';
import type { RecordRow } from '../store/records.ts';
import { defaultType, inverseOf, typesBetween } from './association-types.ts';
import type { Crm } from './crm.ts';

/** Records whose associations changed, so that what HubSpot counts over them is counted again. */
export type Touched = Map<string, { type: string; id: number; to: string }>;

export const noneTouched = (): Touched => new Map();

function touch(touched: Touched, type: string, id: number, to: string): void {
  touched.set(`${type}/${id}/${to}`, { type, id, to });
}

/** For a record that came with what its associations to these make of it: there is nothing to count. */
export const settled = (touched: Touched, type: string, id: number, to: string): void =>
  void touched.delete(`${type}/${id}/${to}`);

function touchBoth(touched: Touched, from: string, fromId: number, to: string, toId: number): void {
  touch(touched, from, fromId, to);
  touch(touched, to, toId, from);
}

interface Rollup {
  type: string;
  to: string;
  property: string;
  of: 'count' | number;
}

const rollups: Rollup[] = [
  { type: '0-3', to: '0-2', property: 'hs_primary_associated_company', of: 5 },
  { type: '0-3', to: '0-1', property: 'num_associated_contacts', of: 'count' },
  { type: '0-2', to: '0-3', property: 'num_associated_deals', of: 'count' },
  { type: '0-2', to: '0-1', property: 'num_associated_contacts', of: 'count' },
  { type: '0-2', to: '0-2', property: 'hs_parent_company_id', of: 14 },
  { type: '0-1', to: '0-2', property: 'associatedcompanyid', of: 1 },
];

function rolledUp({ store }: Crm, { of, type, to }: Rollup, id: number): string | undefined {
  if (of === 'count') return String(store.associations.count(type, id, to));
  const known = store.catalog.associationTypes.find(
    (one) => one.typeId === of && one.category === 'HUBSPOT_DEFINED' && one.from === type && one.to === to,
  );
  const holder = known && store.associations.holder(known, id);
  return holder === null || holder === undefined ? undefined : String(holder);
}

/** OBSERVED: a changed rollup does not move the record's modification time. */
export function settleRollups(crm: Crm, touched: Touched): void {
  for (const { type, id, to } of touched.values()) {
    const due = rollups.filter((rollup) => rollup.type === type && rollup.to === to);
    if (due.length === 0) continue;
    const row = crm.store.records.get(type, id);
    if (!row) continue;
    let changed = false;
    for (const rollup of due) {
      const value = rolledUp(crm, rollup, id);
      if (value === row.properties[rollup.property]) continue;
      changed = true;
      if (value === undefined) delete row.properties[rollup.property];
      else row.properties[rollup.property] = value;
    }
    if (changed) crm.store.records.put(type, row);
  }
}

/** Of two directions, the one that allows a single record: a deal has one primary company. */
const singleSide = (crm: Crm, type: AssociationType): AssociationType =>
  ['0-3', '0-1'].includes(type.from) ? type : inverseOf(crm, type);

function linkPrimary(crm: Crm, type: AssociationType, fromId: number, toId: number, touched: Touched): void {
  const single = singleSide(crm, type);
  const [one, other] = single === type ? [fromId, toId] : [toId, fromId];
  const former = crm.store.associations.holder(single, one);
  if (former !== null && former !== other) {
    crm.store.associations.unlink(single, one, former);
    touch(touched, single.to, former, single.from);
  }
  crm.store.associations.link(single, one, other);
}

export function link(crm: Crm, type: AssociationType, fromId: number, toId: number, touched: Touched): void {
  const { catalog, associations } = crm.store;
  const from = catalog.types.get(type.from) as ObjectType;
  const to = catalog.types.get(type.to) as ObjectType;
  // Whatever its label, an associated pair has the unlabelled type as well.
  associations.link(defaultType(crm, from, to), fromId, toId);
  const primary = typesBetween(crm, from, to).find(({ isPrimary }) => isPrimary);
  if (type.isPrimary) linkPrimary(crm, type, fromId, toId, touched);
  else if (!type.isDefault) associations.link(type, fromId, toId);
  else if (primary) {
    // UNVERIFIED: the first company of a deal or contact becomes its primary one.
    const single = singleSide(crm, primary);
    const one = single === primary ? fromId : toId;
    if (associations.holder(single, one) === null) linkPrimary(crm, primary, fromId, toId, touched);
  }
  touchBoth(touched, type.from, fromId, type.to, toId);
}

export function unlinkPair(
  crm: Crm,
  from: string,
  fromId: number,
  to: string,
  toId: number,
  touched: Touched,
) {
  crm.store.associations.unlinkPair(from, fromId, to, toId);
  touchBoth(touched, from, fromId, to, toId);
}

export function unlinkType(crm: Crm, type: AssociationType, fromId: number, toId: number, touched: Touched) {
  // Removing the unlabelled type removes the association.
  if (type.isDefault) crm.store.associations.unlinkPair(type.from, fromId, type.to, toId);
  else crm.store.associations.unlink(type, fromId, toId);
  touchBoth(touched, type.from, fromId, type.to, toId);
}

/** An archived record has no associations any more. */
export function unlinkRecord(crm: Crm, type: ObjectType, row: RecordRow, touched: Touched): void {
  for (const other of crm.store.associations.partners(type.id, row.id)) {
    unlinkPair(crm, type.id, row.id, other.type, other.id, touched);
  }
}
