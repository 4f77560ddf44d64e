import * as z from 'zod';
import { invalid } from './refusal.ts';

/** https://developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm (limits) */
export const searchLimits = {
  page: 200,
  window: 10_000,
  groups: 5,
  filtersInGroup: 6,
  filters: 18,
  characters: 3_000,
} as const;

const operators = [
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'IN',
  'NOT_IN',
  'HAS_PROPERTY',
  'NOT_HAS_PROPERTY',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
] as const;

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const filter = z.object({
  propertyName: z.string(),
  operator: z.enum(operators),
  value: scalar.nullish(),
  highValue: scalar.nullish(),
  values: z.array(scalar).nullish(),
});
export type Filter = z.infer<typeof filter>;

const sort = z.union([
  z.string().transform((name) => ({
    propertyName: name.replace(/^-/, ''),
    direction: name.startsWith('-') ? ('DESCENDING' as const) : ('ASCENDING' as const),
  })),
  z.object({
    propertyName: z.string(),
    direction: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING'),
  }),
]);

export const searchBody = z.object({
  filterGroups: z.array(z.object({ filters: z.array(filter) })).default([]),
  filters: z.array(filter).optional(),
  query: z.string().nullish(),
  sorts: z.array(sort).nullish(),
  properties: z.array(z.string()).nullish(),
  limit: z.coerce.number().int().default(10),
  after: z.coerce.number().int().nullish(),
});

export interface SearchQuery {
  groups: Filter[][];
  words: string;
  sort: { propertyName: string; direction: 'ASCENDING' | 'DESCENDING' } | null;
  properties: string[];
  limit: number;
  after: number;
}

function checkFilters(groups: Filter[][]): void {
  const { groups: mostGroups, filtersInGroup, filters } = searchLimits;
  if (groups.length > mostGroups) {
    throw invalid(`There are too many filterGroups: at most ${mostGroups} are allowed`);
  }
  if (groups.some((group) => group.length > filtersInGroup)) {
    throw invalid(`There are too many filters in a filterGroup: at most ${filtersInGroup} are allowed`);
  }
  if (groups.reduce((sum, group) => sum + group.length, 0) > filters) {
    throw invalid(`There are too many filters: at most ${filters} are allowed in total`);
  }
}

/** A search as asked, within HubSpot's limits. */
export function searchQueryOf(body: z.infer<typeof searchBody>, characters: number): SearchQuery {
  const { limit, after, sorts, query, properties } = body;
  const groups = [
    ...body.filterGroups.map(({ filters }) => filters),
    ...(body.filters ? [body.filters] : []),
  ];
  // DOC: "If the body of your request exceeds 3,000 characters"; whether body or query is meant is UNVERIFIED.
  if (characters > searchLimits.characters) {
    throw invalid(`The request body is too long: at most ${searchLimits.characters} characters are allowed`);
  }
  checkFilters(groups);
  if (limit < 1 || limit > searchLimits.page) {
    throw invalid(`The limit ${limit} is not between 1 and ${searchLimits.page}`);
  }
  if ((after ?? 0) < 0 || (after ?? 0) >= searchLimits.window) {
    throw invalid(
      `The search results are limited to ${searchLimits.window} rows: after ${after} lies beyond`,
    );
  }
  if ((sorts?.length ?? 0) > 1) throw invalid('Only one sort is allowed');
  return {
    groups: groups.filter((group) => group.length > 0),
    words: query ?? '',
    sort: sorts?.[0] ?? null,
    properties: properties ?? [],
    limit: Math.min(limit, searchLimits.window - (after ?? 0)),
    after: after ?? 0,
  };
}
