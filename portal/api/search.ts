import type { ObjectType } from '../store/catalog-types.ts';
import { recordColumns, tableOf } from '../store/records.ts';
import { plainWordsOf } from '../store/search-functions.ts';
import type { Crm } from './crm.ts';
import { typeOfCall } from './object-types.ts';
import { toJson, viewOf } from './record-view.ts';
import { invalid } from './refusal.ts';
import { bodyAs, ok, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';
import { conditionOf, operandOf, textOf } from './search-filters.ts';
import type { Condition } from './search-filters.ts';
import { searchBody, searchQueryOf } from './search-query.ts';
import type { SearchQuery } from './search-query.ts';

const joined = (conditions: Condition[], word: string): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(` ${word} `),
  values: conditions.flatMap(({ values }) => values),
});

function wordsCondition(type: ObjectType, words: string): Condition {
  const columns = type.searchableProperties.map((name) =>
    name === 'hs_object_id' ? 'id' : `coalesce(${textOf(name)}, '')`,
  );
  if (columns.length === 0) return { sql: 'FALSE', values: [] };
  const text = columns.join(" || ' ' || ");
  const hints = plainWordsOf(words);
  return {
    sql: [...hints.map(() => `instr(lower(${text}), ?) > 0`), `matches_query(${text}, ?)`].join(' AND '),
    values: [...hints, words],
  };
}

function whereOf(crm: Crm, type: ObjectType, { groups, words }: SearchQuery): Condition {
  const alternatives = groups.map((group) =>
    joined(
      group.map((filter) => conditionOf(crm, type, filter)),
      'AND',
    ),
  );
  const all: Condition[] = [{ sql: 'archived_at IS NULL', values: [] }];
  if (alternatives.length > 0) all.push(joined(alternatives, 'OR'));
  if (words.trim() !== '') all.push(wordsCondition(type, words));
  return joined(all, 'AND');
}

function orderOf(crm: Crm, type: ObjectType, { sort }: SearchQuery): string {
  if (!sort) return 'created_at, id';
  const definition = crm.store.catalog.property(type, sort.propertyName);
  if (!definition) throw invalid(`The sort property "${sort.propertyName}" does not exist`);
  const direction = sort.direction === 'DESCENDING' ? 'DESC' : 'ASC';
  const { sql } = operandOf(definition);
  return sql === 'id' ? `id ${direction}` : `${sql} ${direction} NULLS LAST, id`;
}

function search(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const query = searchQueryOf(bodyAs(searchBody, call), JSON.stringify(call.body ?? {}).length);
  const where = whereOf(crm, type, query);
  const order = orderOf(crm, type, query);
  const { records, searchLag } = crm.store;
  const source = call.trusted || crm.searchLagMs === 0 ? tableOf(type.id) : searchLag.source(type.id);
  // UNVERIFIED: that the total counts on beyond the window of 10,000.
  const total = records.number(`SELECT count(*) n FROM ${source} WHERE ${where.sql}`, where.values);
  const rows = records.select(
    `SELECT ${recordColumns} FROM ${source} WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
    [...where.values, query.limit, query.after],
  );
  const view = viewOf(crm, type, query.properties);
  const results = rows.map((row) => toJson(crm, type, row, view));
  const end = query.after + rows.length;
  return ok(end < total ? { total, results, paging: { next: { after: String(end) } } } : { total, results });
}

export const searchRoutes = (crm: Crm): Route[] =>
  routesAt(
    'POST',
    ['/crm/objects/2026-09/{objectType}/search', '/crm/v3/objects/{objectType}/search'],
    'search',
    'records.read',
    (call) => search(crm, call),
  );
