import type { ObjectType } from '../store/catalog-types.ts';
import { changesIndexOf, recordColumns, tableOf } from '../store/records.ts';
import { plainWordsOf } from '../store/search-functions.ts';
import type { Crm } from './crm.ts';
import { typeOfCall } from './object-types.ts';
import { toJson, viewOf } from './record-view.ts';
import { invalid } from './refusal.ts';
import { bodyAs, ok, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';
import { conditionOf, operandOf, textOf } from './search-filters.ts';
import type { Condition } from './search-filters.ts';
import { searchBody, searchLimits, searchQueryOf } from './search-query.ts';
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

const changeTimes = new Set(['hs_lastmodifieddate', 'lastmodifieddate']);

/** Whether every match changed after some time. */
const asksForChanges = ({ groups }: SearchQuery): boolean =>
  groups.length === 1 &&
  groups.some((group) =>
    group.some(
      ({ propertyName, operator }) =>
        changeTimes.has(propertyName) && ['GT', 'GTE', 'BETWEEN'].includes(operator),
    ),
  );

function found(crm: Crm, type: ObjectType, query: SearchQuery, trusted: boolean) {
  const where = whereOf(crm, type, query);
  const order = orderOf(crm, type, query);
  const { records, searchLag } = crm.store;
  const table = tableOf(type.id);
  const source = trusted || crm.searchLagMs === 0 ? table : searchLag.source(type.id);
  const changes =
    source === table && asksForChanges(query) ? `${table} INDEXED BY ${changesIndexOf(type.id)}` : source;
  // UNVERIFIED: that the total counts on beyond the window of 10,000.
  const total = records.number(`SELECT count(*) n FROM ${changes} WHERE ${where.sql}`, where.values);
  // SQLite cannot know how many changed: few are sorted, of many the next ones are close by in the order asked for.
  const way = total <= searchLimits.window ? changes : source;
  const rows = records.select(
    `SELECT ${recordColumns} FROM ${way} WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
    [...where.values, query.limit, query.after],
  );
  return { total, rows };
}

function search(crm: Crm, call: Call): Reply {
  const type = typeOfCall(crm, call);
  const query = searchQueryOf(bodyAs(searchBody, call), JSON.stringify(call.body ?? {}).length);
  const { total, rows } = found(crm, type, query, call.trusted);
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
