import * as z from 'zod';
import type { AssociationType, ObjectType } from '../store/catalog-types.ts';
import type { Properties } from '../store/records.ts';
import { typesBetween } from './association-types.ts';
import { link, noneTouched, settled, settleRollups } from './association-writes.ts';
import type { Touched } from './association-writes.ts';
import type { Crm } from './crm.ts';
import { isoOf } from './crm.ts';
import { placeOf, settleStage } from './deal-stage.ts';
import { derivedOf } from './derived-deal-properties.ts';
import { resolveType } from './object-types.ts';
import { instantOf } from './property-values.ts';
import { keepImported, nextId } from './record-writes.ts';
import { invalid, invalidValues, Refusal } from './refusal.ts';
import { bodyAs, noContent, ok, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';

const importBody = z.object({
  objectType: z.string(),
  records: z.array(
    z.object({
      id: z.coerce
        .string()
        .regex(/^\d{1,15}$/)
        .optional(),
      properties: z.record(z.string(), z.string().nullable()),
      associations: z
        .array(
          z.object({
            toObjectType: z.string(),
            toId: z.coerce.string(),
            typeId: z.number().optional(),
            label: z.string().optional(),
          }),
        )
        .optional(),
      createdAt: z.string().optional(),
    }),
  ),
});
type Given = z.infer<typeof importBody>['records'][number];

/** Columns rather than properties: they have their own place in a row. */
const columns = new Set(['hs_object_id', 'hs_createdate', 'hs_lastmodifieddate', 'lastmodifieddate']);

/** A trusted value, in the form in which HubSpot keeps it. */
function importedValues(crm: Crm, type: ObjectType, given: Given['properties']): Properties {
  const out: Properties = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === '' || columns.has(name)) continue;
    const definition = crm.store.catalog.property(type, name);
    if (!definition) {
      throw invalidValues([
        { name, code: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` },
      ]);
    }
    const timed = definition.type === 'datetime' || definition.type === 'date';
    const time = timed ? instantOf(value) : null;
    if (timed && time === null) throw invalid(`${value} is not a date for ${name}`);
    out[name] = time === null ? value : isoOf(time).slice(0, definition.type === 'date' ? 10 : 24);
  }
  return out;
}

/** Derives what the caller left out, and keeps what was given. */
function completeDeal(crm: Crm, type: ObjectType, deal: Properties): void {
  const wrong = settleStage(type, deal);
  if (wrong) throw invalidValues([wrong]);
  const stage = placeOf(type, deal['dealstage'], deal['pipeline'])?.stage ?? null;
  const derived = derivedOf(deal, stage, crm.homeCurrency);
  for (const [name, value] of Object.entries(derived)) deal[name] ??= value;
  if (!stage) return;
  const entered = `hs_v2_date_entered_${stage.id}`;
  // A closed deal entered its stage when it closed. An open one may have on any day since it began: that is not guessed.
  if (stage.metadata['isClosed'] === 'true' && deal['closedate']) deal[entered] ??= deal['closedate'];
  if (deal[entered]) deal['hs_v2_date_entered_current_stage'] ??= deal[entered];
}

interface Link {
  kind: AssociationType;
  toId: number;
}

function linksOf(crm: Crm, type: ObjectType, given: Given): Link[] {
  return (given.associations ?? []).map(({ toObjectType, toId, typeId, label }) => {
    const to = resolveType(crm, toObjectType, false);
    const kind = typesBetween(crm, type, to).find((one) => {
      if (typeId !== undefined) return one.typeId === typeId;
      return label === undefined ? one.isDefault : one.label === label || one.name === label;
    });
    if (!kind)
      throw invalid(`No association type ${typeId ?? label ?? 'without a label'} to ${toObjectType}`);
    if (!crm.store.records.exists(to.id, Number(toId))) throw invalid(`There is no ${to.singular} ${toId}`);
    return { kind, toId: Number(toId) };
  });
}

/** Ids that HubSpot reads off an association: where they are given, the association is meant. */
const pointers: Record<string, { from: string; to: string; typeId: number }> = {
  hs_primary_associated_company: { from: '0-3', to: '0-2', typeId: 5 },
  hs_parent_company_id: { from: '0-2', to: '0-2', typeId: 14 },
};

function pointedLinks(crm: Crm, type: ObjectType, properties: Properties): Link[] {
  return Object.entries(pointers).flatMap(([name, { from, to, typeId }]) => {
    const toId = Number(properties[name] ?? NaN);
    if (from !== type.id || !crm.store.records.exists(to, toId)) return [];
    const kind = crm.store.catalog.associationTypes.find(
      (one) => one.typeId === typeId && one.category === 'HUBSPOT_DEFINED',
    );
    return kind ? [{ kind, toId }] : [];
  });
}

/** Every check comes before the first write, so that a wrong record leaves nothing behind. */
function importOne(crm: Crm, type: ObjectType, given: Given, touched: Touched): string {
  const properties = importedValues(crm, type, given.properties);
  const id = given.id === undefined ? nextId(crm, type) : Number(given.id);
  const createdAt =
    instantOf(given.createdAt ?? given.properties['createdate'] ?? given.properties['hs_createdate'] ?? '') ??
    crm.now();
  const updatedAt =
    instantOf(given.properties['hs_lastmodifieddate'] ?? given.properties['lastmodifieddate'] ?? '') ??
    crm.now();
  if (!type.custom) properties['createdate'] ??= isoOf(createdAt);
  if (type.id === '0-3') completeDeal(crm, type, properties);
  const pointed = pointedLinks(crm, type, properties);
  const links = linksOf(crm, type, given);
  keepImported(crm, type, { id, properties, createdAt, updatedAt, archivedAt: null });
  for (const { kind, toId } of pointed) {
    link(crm, kind, id, toId, touched);
    settled(touched, type.id, id, kind.to);
  }
  for (const { kind, toId } of links) link(crm, kind, id, toId, touched);
  return String(id);
}

function importRecords(crm: Crm, call: Call): Reply {
  const { objectType, records } = bodyAs(importBody, call);
  const type = resolveType(crm, objectType, false);
  const ids: string[] = [];
  const errors: { index: number; message: string }[] = [];
  return crm.store.transaction(() => {
    const touched = noneTouched();
    for (const [index, given] of records.entries()) {
      try {
        ids.push(importOne(crm, type, given, touched));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        errors.push({ index, message: error.message });
      }
    }
    settleRollups(crm, touched);
    return ok({ imported: ids.length, ids, errors });
  });
}

/** The portal's own doors, which HubSpot does not have. */
export const importRoutes = (crm: Crm): Route[] => [
  ...routesAt('POST', ['/portal/import'], 'none', 'none', (call) => importRecords(crm, call)),
  ...routesAt('POST', ['/portal/settle'], 'none', 'none', () => {
    crm.store.searchLag.settle(Infinity);
    return noContent;
  }),
];
