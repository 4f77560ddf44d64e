import type { Surface } from '../boot.ts';

/** How the pages show one object type. */
export interface RecordKind {
  objectType: string;
  objectTypeId: string;
  singular: string;
  plural: string;
  path: string;
  nameProperty: string;
  columns: string[];
  about: string[];
  editable: string[];
  associated: string;
}

const deals: RecordKind = {
  objectType: 'deals',
  objectTypeId: '0-3',
  singular: 'Deal',
  plural: 'Deals',
  path: '/deals',
  nameProperty: 'dealname',
  columns: ['dealname', 'dealstage', 'amount', 'hubspot_owner_id', 'closedate', 'createdate'],
  about: ['pipeline', 'hubspot_owner_id', 'dealtype', 'createdate', 'hs_lastmodifieddate', 'description'],
  editable: ['dealstage', 'amount', 'closedate'],
  associated: 'companies',
};

const companies: RecordKind = {
  objectType: 'companies',
  objectTypeId: '0-2',
  singular: 'Company',
  plural: 'Companies',
  path: '/companies',
  nameProperty: 'name',
  columns: ['name', 'domain', 'industry', 'country', 'hubspot_owner_id', 'createdate'],
  about: [
    'domain',
    'industry',
    'country',
    'city',
    'numberofemployees',
    'annualrevenue',
    'hubspot_owner_id',
    'createdate',
  ],
  editable: [],
  associated: 'deals',
};

export const recordKinds: readonly RecordKind[] = [deals, companies];

export const hrefOfRecord = (kind: RecordKind, id: string): string =>
  `${kind.path}/${encodeURIComponent(id)}`;

export const kindOf = (objectType: string): RecordKind | undefined =>
  recordKinds.find((kind) => kind.objectType === objectType || kind.objectTypeId === objectType);

/** The metadata's `objectTypes` decide on which records a card shows. */
export const cardsFor = (surfaces: readonly Surface[], kind: RecordKind, location: string): Surface[] =>
  surfaces.filter(
    (surface) =>
      surface.kind === 'card' &&
      surface.location === location &&
      surface.objectTypes.some((name) => name === kind.objectType || name === kind.objectTypeId),
  );
