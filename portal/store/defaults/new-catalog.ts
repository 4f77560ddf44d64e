import type { Catalog } from '../catalog.ts';
import type { ObjectType, Pipeline, PropertyDefinition } from '../catalog-types.ts';
import { hubSpotAssociationTypes } from './association-types.ts';
import { companyProperties, contactProperties } from './company-properties.ts';
import { dealProperties, stageProperties } from './deal-properties.ts';
import { beginning } from './define.ts';
import { salesPipeline } from './sales-pipeline.ts';

const owners = [
  { id: '101', email: 'dana.field@example.com', firstName: 'Dana', lastName: 'Field', userId: 9001 },
  { id: '102', email: 'noor.haddad@example.com', firstName: 'Noor', lastName: 'Haddad', userId: 9002 },
  { id: '103', email: 'sam.okafor@example.com', firstName: 'Sam', lastName: 'Okafor', userId: 9003 },
];

interface Standard {
  id: string;
  name: string;
  labels: [singular: string, plural: string];
  display: string;
  searchable: string[];
  groups: [name: string, label: string][];
  properties: PropertyDefinition[];
  pipelines?: Pipeline[];
}

const standard = ({ id, name, labels, display, searchable, groups, ...more }: Standard): ObjectType => ({
  id,
  name,
  singular: labels[0].toLowerCase(),
  labels: { singular: labels[0], plural: labels[1] },
  fullyQualifiedName: labels[0].toUpperCase(),
  custom: false,
  primaryDisplayProperty: display,
  secondaryDisplayProperties: [],
  requiredProperties: [],
  searchableProperties: searchable,
  description: null,
  archived: false,
  createdAt: beginning,
  updatedAt: beginning,
  groups: groups.map(([group, label], displayOrder) => ({
    name: group,
    label,
    displayOrder,
    archived: false,
  })),
  pipelines: [],
  ...more,
});

// https://developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm (default searchable properties)
const standardTypes = (): ObjectType[] => [
  standard({
    id: '0-1',
    name: 'contacts',
    labels: ['Contact', 'Contacts'],
    display: 'email',
    searchable: ['firstname', 'lastname', 'email', 'phone', 'company', 'hs_object_id'],
    groups: [['contactinformation', 'Contact information']],
    properties: contactProperties(),
  }),
  standard({
    id: '0-2',
    name: 'companies',
    labels: ['Company', 'Companies'],
    display: 'name',
    searchable: ['name', 'website', 'phone', 'domain', 'hs_object_id'],
    groups: [['companyinformation', 'Company information']],
    properties: companyProperties(),
  }),
  standard({
    id: '0-3',
    name: 'deals',
    labels: ['Deal', 'Deals'],
    display: 'dealname',
    searchable: ['dealname', 'pipeline', 'dealstage', 'description', 'dealtype', 'hs_object_id'],
    groups: [
      ['dealinformation', 'Deal information'],
      ['deal_stage_properties', 'Deal stage properties'],
    ],
    properties: [
      ...dealProperties(),
      ...salesPipeline().stages.flatMap(({ id, label }) => stageProperties(id, label)),
    ],
    pipelines: [salesPipeline()],
  }),
];

/** What a new HubSpot account has before its first record. */
export function fillNewCatalog(catalog: Catalog): void {
  for (const type of standardTypes()) catalog.saveType(type);
  catalog.associationTypes.push(...hubSpotAssociationTypes());
  catalog.saveAssociationTypes();
  for (const owner of owners) {
    catalog.saveOwner({ ...owner, archived: false, createdAt: beginning, updatedAt: beginning });
  }
}
