import type { SchemaAddress } from '#contract/involvement';
import { Problem } from '#contract/problem';
import { involvementObject, propertyGroup } from '#contract/schema';
import { firstLifeCycleStage } from '#domain/life-cycle';
import { defaultSettings } from '#domain/settings';
import type { LifeCycleStage } from '#domain/vocabulary';
import type { Crm, Installed, ObjectDefinition, PropertyDefinition, SchemaDoor } from './crm.ts';
import {
  accountLabel,
  companyProperties,
  dealProperties,
  involvementDefinition,
  partnerLabel,
  storeDefinition,
} from './crm-schema.ts';

/** What the install made and what it found in place, in words: `deals: property partner_tier`. */
export interface Installation {
  readonly created: readonly string[];
  readonly kept: readonly string[];
  readonly address: SchemaAddress;
}

interface Log {
  readonly created: string[];
  readonly kept: string[];
}

/**
 * Creates what Partner Value owns in the CRM: two custom objects, properties, groups, association labels and the
 * settings record. Running it again changes nothing; what is missing is repaired, and nothing of the customer's is touched.
 */
export async function installSchema(crm: Crm, homeCurrency?: string): Promise<Installation> {
  const { schema } = crm;
  const log: Log = { created: [], kept: [] };
  const existing = await schema.objects();
  const involvement = await installObject(schema, existing, involvementDefinition, log);
  await installObject(schema, existing, storeDefinition, log);
  await Promise.all([
    installProperties(schema, 'deals', dealProperties, log),
    installProperties(schema, 'companies', companyProperties, log),
  ]);
  const address = { involvement, ...(await installAssociations(schema, log)) };
  await installSettings(crm, address, homeCurrency, log);
  return { created: log.created.sort(), kept: log.kept.sort(), address };
}

async function installObject(
  schema: SchemaDoor,
  existing: ReadonlyMap<string, string>,
  definition: ObjectDefinition,
  log: Log,
): Promise<string> {
  const typeId = existing.get(definition.name);
  if (typeId === undefined) {
    log.created.push(`object ${definition.name}`);
    return schema.createObject(definition);
  }
  log.kept.push(`object ${definition.name}`);
  await repairProperties(schema, definition.name, definition.properties, log);
  return typeId;
}

async function installProperties(
  schema: SchemaDoor,
  objectType: 'deals' | 'companies',
  definitions: readonly PropertyDefinition[],
  log: Log,
): Promise<void> {
  const hasGroup = (await schema.groups(objectType)).includes(propertyGroup);
  (hasGroup ? log.kept : log.created).push(`${objectType}: group ${propertyGroup}`);
  if (!hasGroup) await schema.createGroup(objectType, propertyGroup, 'Partner Value');
  await repairProperties(schema, objectType, definitions, log);
}

async function repairProperties(
  schema: SchemaDoor,
  objectType: string,
  definitions: readonly PropertyDefinition[],
  log: Log,
): Promise<void> {
  const existing = await schema.properties(objectType);
  const missing = definitions.filter(({ name }) => !existing.has(name));
  if (missing.length > 0) await schema.createProperties(objectType, missing);
  for (const definition of definitions) {
    const { name, options = [] } = definition;
    const values = existing.get(name);
    const line = `${objectType}: property ${name}`;
    if (values === undefined) log.created.push(line);
    else if (options.every(({ value }) => values.includes(value))) log.kept.push(line);
    else {
      // HubSpot replaces the whole list, so values that an admin added are written back with ours.
      const added = values.filter((value) => !options.some((option) => option.value === value));
      await schema.setOptions(objectType, name, [
        ...options,
        ...added.map((value) => ({ value, label: value })),
      ]);
      log.created.push(`${line}: missing options`);
    }
  }
}

async function installAssociations(
  schema: SchemaDoor,
  log: Log,
): Promise<Omit<SchemaAddress, 'involvement'>> {
  const [toDeals, toCompanies] = await Promise.all([
    schema.associations(involvementObject, 'deals'),
    schema.associations(involvementObject, 'companies'),
  ]);
  const plain = toDeals.find(({ label }) => label === null) ?? toDeals[0];
  if (!plain)
    throw new Problem('not_installed', { detail: 'HubSpot associates involvements with no deals.' });
  const labelled = async ({ name, label }: { name: string; label: string }): Promise<number> => {
    const found = toCompanies.find((type) => type.label === label);
    (found ? log.kept : log.created).push(`association label ${label}`);
    return (found ?? (await schema.createLabel(involvementObject, 'companies', name, label))).typeId;
  };
  return {
    involvementToDeal: plain.typeId,
    involvementToAccount: await labelled(accountLabel),
    involvementToPartner: await labelled(partnerLabel),
  };
}

const sameAddress = (one: SchemaAddress, other: SchemaAddress): boolean =>
  one.involvement === other.involvement &&
  one.involvementToDeal === other.involvementToDeal &&
  one.involvementToAccount === other.involvementToAccount &&
  one.involvementToPartner === other.involvementToPartner;

async function installSettings(
  crm: Crm,
  address: SchemaAddress,
  homeCurrency: string | undefined,
  log: Log,
): Promise<void> {
  const current = await readable(crm);
  if (current && sameAddress(current.address, address)) {
    log.kept.push('settings record');
    return;
  }
  await crm.saveInstalled(
    current ? { ...current, address } : await firstSettings(crm, address, homeCurrency),
  );
  log.created.push('settings record');
}

async function firstSettings(
  crm: Crm,
  address: SchemaAddress,
  homeCurrency: string = defaultSettings.homeCurrency,
): Promise<Installed> {
  const stages = (await crm.pipelines()).flatMap((pipeline) => pipeline.stages);
  const lifeCycleOf: Record<string, LifeCycleStage> = {};
  for (const { id, outcome, label } of stages) {
    const stage = firstLifeCycleStage(id, outcome, label);
    if (stage) lifeCycleOf[id] = stage;
  }
  const settings = { ...defaultSettings, homeCurrency, lifeCycleOf };
  return { settings, version: 0, savedAt: null, savedBy: null, address };
}

/** The settings in place; null where there are none, or none that can be read. */
async function readable(crm: Crm): Promise<Installed | null> {
  try {
    return await crm.installed();
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_installed') return null;
    throw error;
  }
}
