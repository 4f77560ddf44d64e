import type * as z from 'zod';
import { invalid } from './refusal.ts';
import type { Need } from './scopes.ts';

export interface Call {
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  path: string;
  /** Dated paths take custom objects by id or qualified name only. */
  dated: boolean;
  /** The portal's own pages: search has no lag for them. */
  trusted: boolean;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** Which of HubSpot's limits a call counts against. */
export type Quota = 'general' | 'associations' | 'search' | 'none';

export interface Route {
  method: string;
  pattern: string;
  quota: Quota;
  need: Need;
  answer(call: Call): Reply;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const noContent: Reply = { status: 204, body: null };

/** One handler under its dated path and its older names. */
export const routesAt = (
  method: string,
  patterns: readonly string[],
  quota: Quota,
  need: Need,
  answer: Route['answer'],
): Route[] => patterns.map((pattern) => ({ method, pattern, quota, need, answer }));

export function bodyAs<Shape>(schema: z.ZodType<Shape>, call: Call): Shape {
  const parsed = schema.safeParse(call.body ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(
    `Invalid input JSON on line 1, column 1: ${issue?.message ?? 'not understood'} at ${issue?.path.join('.') || 'body'}`,
  );
}

export const param = (call: Call, name: string): string => call.params[name] ?? '';

/** `a,b` and repeated parameters alike. */
export const listOf = (query: URLSearchParams, name: string): string[] =>
  query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter(Boolean);

export const isTrue = (query: URLSearchParams, name: string): boolean => query.get(name) === 'true';

interface Compiled<Found> {
  route: Found;
  segments: string[];
}

const keyOf = (method: string, segments: string[]): string =>
  `${method} ${segments.length} ${segments[0] ?? ''}`;

/** A broken escape is no id of ours: it stays as it is, and nothing is found. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function matched({ segments }: Compiled<unknown>, asked: string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const given = asked[index] ?? '';
    if (segment.startsWith('{')) params[segment.slice(1, -1)] = decoded(given);
    else if (segment !== given) return null;
  }
  return params;
}

/** Finds a route; where a literal and a parameter both fit, the literal wins. */
export function routerOf<Found extends { method: string; pattern: string }>(routes: readonly Found[]) {
  const table = new Map<string, Compiled<Found>[]>();
  for (const route of routes) {
    const segments = route.pattern.split('/').filter(Boolean);
    const key = keyOf(route.method, segments);
    table.set(key, [...(table.get(key) ?? []), { route, segments }]);
  }
  const literals = ({ segments }: Compiled<Found>) =>
    segments.filter((segment) => !segment.startsWith('{')).length;
  for (const row of table.values()) row.sort((a, b) => literals(b) - literals(a));
  return (method: string, path: string): { route: Found; params: Record<string, string> } | null => {
    const asked = path.split('/').filter(Boolean);
    for (const compiled of table.get(keyOf(method, asked)) ?? []) {
      const params = matched(compiled, asked);
      if (params) return { route: compiled.route, params };
    }
    return null;
  };
}
