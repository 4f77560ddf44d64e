export interface PropertyOption {
  label: string;
  value: string;
  displayOrder: number;
  hidden: boolean;
  description?: string;
}

export type PropertyType =
  | 'string'
  | 'number'
  | 'date'
  | 'datetime'
  | 'enumeration'
  | 'bool'
  | 'phone_number'
  | 'json'
  | 'object_coordinates';

export interface PropertyDefinition {
  name: string;
  label: string;
  type: PropertyType;
  fieldType: string;
  groupName: string;
  description: string;
  options: PropertyOption[];
  displayOrder: number;
  hidden: boolean;
  formField: boolean;
  hasUniqueValue: boolean;
  calculated: boolean;
  externalOptions: boolean;
  hubspotDefined: boolean;
  /** Set by HubSpot alone: the API refuses to write it. */
  readOnlyValue: boolean;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface PropertyGroup {
  name: string;
  label: string;
  displayOrder: number;
  archived: boolean;
}

export interface Stage {
  id: string;
  label: string;
  displayOrder: number;
  /** Strings, as HubSpot sends them: `isClosed` "true"/"false", `probability` "0.4". */
  metadata: Record<string, string>;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface Pipeline {
  id: string;
  label: string;
  displayOrder: number;
  stages: Stage[];
  archived: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface Owner {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  userId: number;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
}

export type AssociationCategory = 'HUBSPOT_DEFINED' | 'USER_DEFINED';

/** One direction of an association type; its inverse is another one. */
export interface AssociationType {
  typeId: number;
  category: AssociationCategory;
  from: string;
  to: string;
  name: string;
  label: string | null;
  inverseTypeId: number;
  /** The type that an unlabelled association of the pair has. */
  isDefault: boolean;
  /** At most one record per source: HubSpot's "Primary". */
  isPrimary: boolean;
}

export interface ObjectType {
  /** "0-3", "2-5". */
  id: string;
  /** "deals" for HubSpot's own types, the given name for custom ones. */
  name: string;
  singular: string;
  labels: { singular: string; plural: string };
  fullyQualifiedName: string;
  custom: boolean;
  primaryDisplayProperty: string;
  secondaryDisplayProperties: string[];
  requiredProperties: string[];
  searchableProperties: string[];
  description: string | null;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
  properties: PropertyDefinition[];
  groups: PropertyGroup[];
  pipelines: Pipeline[];
}
