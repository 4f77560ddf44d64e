import type { AssociationType } from '../catalog-types.ts';

const contacts = '0-1';
const companies = '0-2';
const deals = '0-3';

interface Direction {
  typeId: number;
  from: string;
  to: string;
  name: string;
  label?: string;
}

function pair(
  there: Direction,
  back: Direction,
  kind: 'default' | 'primary' | 'labelled',
): AssociationType[] {
  const one = (direction: Direction, inverse: Direction): AssociationType => ({
    label: null,
    ...direction,
    category: 'HUBSPOT_DEFINED',
    inverseTypeId: inverse.typeId,
    isDefault: kind === 'default',
    isPrimary: kind === 'primary',
  });
  return there.typeId === back.typeId ? [one(there, there)] : [one(there, back), one(back, there)];
}

const between = (
  [from, fromName]: [string, string],
  [to, toName]: [string, string],
  [thereId, backId]: [number, number],
  kind: 'default' | 'primary',
) => {
  const suffix = kind === 'primary' ? '' : '_unlabeled';
  const label = kind === 'primary' ? { label: 'Primary' } : {};
  return pair(
    { typeId: thereId, from, to, name: `${fromName}_to_${toName}${suffix}`, ...label },
    { typeId: backId, from: to, to: from, name: `${toName}_to_${fromName}${suffix}`, ...label },
    kind,
  );
};

/** https://developers.hubspot.com/docs/api-reference/latest/crm/associations/associations-guide (type ids) */
export const hubSpotAssociationTypes = (): AssociationType[] => [
  ...between([deals, 'deal'], [companies, 'company'], [341, 342], 'default'),
  ...between([deals, 'deal'], [companies, 'company'], [5, 6], 'primary'),
  ...between([deals, 'deal'], [contacts, 'contact'], [3, 4], 'default'),
  ...between([contacts, 'contact'], [companies, 'company'], [279, 280], 'default'),
  ...between([contacts, 'contact'], [companies, 'company'], [1, 2], 'primary'),
  ...between([deals, 'deal'], [deals, 'deal'], [451, 451], 'default'),
  ...between([contacts, 'contact'], [contacts, 'contact'], [449, 449], 'default'),
  ...between([companies, 'company'], [companies, 'company'], [450, 450], 'default'),
  ...pair(
    { typeId: 13, from: companies, to: companies, name: 'parent_to_child_company', label: 'Child Company' },
    { typeId: 14, from: companies, to: companies, name: 'child_to_parent_company', label: 'Parent Company' },
    'labelled',
  ),
];
