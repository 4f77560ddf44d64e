import type { ObjectType } from '../store/catalog-types.ts';
import { labelsPerPair } from './association-labels.ts';
import type { Crm } from './crm.ts';
import { typeOfCall } from './object-types.ts';
import { ok, routesAt } from './router.ts';
import type { Call, Route } from './router.ts';

// Numbers vary by edition; these are the examples that the documentation gives (UNVERIFIED for any account).
const most = {
  records: 15_000_000,
  customTypes: 10,
  customProperties: 1_000,
  pipelines: 100,
  associated: 50_000,
};

const used = (limit: number, usage: number) => ({ limit, usage, percentage: (usage / limit) * 100 });

const named = ({ id, labels }: ObjectType) => ({
  objectTypeId: id,
  singularLabel: labels.singular,
  pluralLabel: labels.plural,
});

const typesOf = ({ store }: Crm): ObjectType[] =>
  [...store.catalog.types.values()].filter(({ archived }) => !archived);

function records(crm: Crm) {
  const rowOf = (type: ObjectType) => ({
    ...named(type),
    ...used(most.records, crm.store.records.count(type.id)),
  });
  const custom = typesOf(crm)
    .filter((type) => type.custom)
    .map(rowOf);
  const overall = custom.reduce((sum, { usage }) => sum + usage, 0);
  return {
    hubspotDefinedObjectTypes: typesOf(crm)
      .filter((type) => !type.custom)
      .map(rowOf),
    customObjectTypes: { byObjectType: custom, overallLimit: most.records, overallUsage: overall },
  };
}

const customProperties = (crm: Crm) => ({
  byObjectType: typesOf(crm).map((type) => ({
    ...named(type),
    ...used(
      most.customProperties,
      type.properties.filter(({ hubspotDefined, archived }) => !hubspotDefined && !archived).length,
    ),
  })),
});

function labels(crm: Crm) {
  const counts = new Map<string, { fromObjectTypeId: string; toObjectTypeId: string; usage: number }>();
  for (const { from, to, category, label } of crm.store.catalog.associationTypes) {
    if (category !== 'USER_DEFINED' || label === null) continue;
    const row = counts.get(`${from}/${to}`) ?? { fromObjectTypeId: from, toObjectTypeId: to, usage: 0 };
    row.usage += 1;
    counts.set(`${from}/${to}`, row);
  }
  return { results: [...counts.values()].map((row) => ({ ...row, ...used(labelsPerPair, row.usage) })) };
}

const pipelines = (crm: Crm) => ({
  hubspotDefinedObjectTypes: typesOf(crm)
    .filter(({ pipelines: all }) => all.length > 0)
    .map((type) => ({ ...named(type), ...used(most.pipelines, type.pipelines.length) })),
});

function associated(crm: Crm, call: Call) {
  const [from, to] = [typeOfCall(crm, call, 'fromObjectType'), typeOfCall(crm, call, 'toObjectType')];
  return { fromObjectTypeId: from.id, toObjectTypeId: to.id, limit: most.associated, recordsNearLimit: [] };
}

const at = (what: string) => [`/crm/limits/2026-09/${what}`];

export const limitRoutes = (crm: Crm): Route[] => [
  ...routesAt('GET', at('records'), 'general', 'none', () => ok(records(crm))),
  ...routesAt('GET', at('custom-object-types'), 'general', 'none', () =>
    ok(used(most.customTypes, typesOf(crm).filter(({ custom }) => custom).length)),
  ),
  ...routesAt('GET', at('custom-properties'), 'general', 'none', () => ok(customProperties(crm))),
  ...routesAt('GET', at('pipelines'), 'general', 'none', () => ok(pipelines(crm))),
  ...routesAt('GET', at('associations/labels'), 'general', 'none', () => ok(labels(crm))),
  ...routesAt('GET', at('associations/records/{fromObjectType}/{toObjectType}'), 'general', 'none', (call) =>
    ok(associated(crm, call)),
  ),
];
