import { askCrm } from './client.ts';

export interface PropertyDefinition {
  name: string;
  label: string;
  type: string;
  fieldType: string;
  groupName: string;
  displayOrder?: number;
  hidden?: boolean;
  hubspotDefined?: boolean;
  showCurrencySymbol?: boolean;
  numberDisplayHint?: string;
  options?: { label: string; value: string }[];
}

export interface Stage {
  id: string;
  label: string;
  displayOrder: number;
  metadata: Record<string, string>;
}

interface Pipeline {
  id: string;
  label: string;
  stages: Stage[];
}

interface PropertyGroup {
  name: string;
  label: string;
}

export interface Definitions {
  properties: Map<string, PropertyDefinition>;
  groups: PropertyGroup[];
  pipelines: Pipeline[];
  owners: Map<string, string>;
}

interface Owner {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
}

const list = async <T>(path: string): Promise<T[]> => (await askCrm<{ results: T[] }>('GET', path)).results;

const nameOf = (owner: Owner) => `${owner.firstName} ${owner.lastName}`.trim() || owner.email;

async function load(objectType: string): Promise<Definitions> {
  const [properties, groups, pipelines, owners] = await Promise.all([
    list<PropertyDefinition>(`/crm/properties/2026-09/${objectType}`),
    list<PropertyGroup>(`/crm/properties/2026-09/${objectType}/groups`),
    list<Pipeline>('/crm/pipelines/2026-09/deals'),
    list<Owner>('/crm/owners/2026-09?limit=100'),
  ]);
  return {
    properties: new Map(properties.map((property) => [property.name, property])),
    groups,
    pipelines,
    owners: new Map(owners.map((owner) => [owner.id, nameOf(owner)])),
  };
}

const kept = new Map<string, { at: number; definitions: Promise<Definitions> }>();
const freshForMs = 15_000;

/** Labels, pipelines and owners of one object type, read again when they are a quarter of a minute old. */
export function definitionsOf(objectType: string): Promise<Definitions> {
  const found = kept.get(objectType);
  if (found && performance.now() - found.at < freshForMs) return found.definitions;
  const definitions = load(objectType);
  kept.set(objectType, { at: performance.now(), definitions });
  definitions.catch(() => kept.delete(objectType));
  return definitions;
}
