import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { failureBody, functionErrorBody, missingFunctionBody } from '../runner/function-errors.ts';
import type { Runner } from '../runner/runner.ts';
import { readAppManifest } from './app-manifest.ts';
import { bearerOf, envelope } from './door.ts';
import type { Door, PortalReply } from './door.ts';

export interface FunctionDoorOptions {
  buildDir: string | null;
  /** Read when a function runs: the address is known only after the server listens. */
  baseUrl: () => string;
  token: string;
  uiToken: string;
  runner: Runner;
  crm: Door;
  log: (line: string) => void;
}

// The route of HubSpot's own dev server (`@hubspot/ui-extensions-dev-server` dist/lib/serverless/api).
const route = /^\/api\/crm-extensibility\/execution\/internal\/v3\/action\/function\/[^/]+$/;

const invocation = z.object({
  serverlessFunction: z.string(),
  parameters: z.unknown().optional(),
  objectQuery: z
    .object({
      objectId: z.union([z.string(), z.number()]).optional(),
      objectTypeId: z.string().optional(),
      objectPropertyNames: z.array(z.string()).default([]),
    })
    .optional(),
  event: z.unknown().optional(),
});
type Invocation = z.infer<typeof invocation>;
type Properties = Record<string, string | null>;

async function recordProperties(asked: Invocation, options: FunctionDoorOptions): Promise<Properties | null> {
  const { objectId, objectTypeId, objectPropertyNames = [] } = asked.objectQuery ?? {};
  const names = objectPropertyNames.filter(Boolean);
  if (objectId === undefined || objectTypeId === undefined || names.length === 0) return {};
  const reply = await options.crm({
    method: 'GET',
    path: `/crm/objects/2026-09/${encodeURIComponent(objectTypeId)}/${encodeURIComponent(objectId)}`,
    query: new URLSearchParams({ properties: names.join(',') }),
    headers: { authorization: `Bearer ${options.uiToken}` },
    body: undefined,
  });
  if (reply?.status !== 200) return null;
  const { properties } = reply.body as { properties: Properties };
  return Object.fromEntries(names.map((name) => [name, properties[name] ?? null]));
}

const secretsOf = (options: FunctionDoorOptions, uid: string): Record<string, string> => ({
  PRIVATE_APP_ACCESS_TOKEN: options.token,
  HS_ENVIRONMENT: 'local',
  HS_HUBLET: 'na1',
  HS_SERVERLESS_FUNCTION_ID: uid,
});

async function invoke(asked: Invocation, options: FunctionDoorOptions): Promise<PortalReply> {
  const name = asked.serverlessFunction;
  const manifest = options.buildDir === null ? null : readAppManifest(options.buildDir);
  const found = manifest?.functions.find(({ uid }) => uid === name);
  if (!found) return { status: 400, body: missingFunctionBody(name) };
  const propertiesToSend = await recordProperties(asked, options);
  if (!propertiesToSend) {
    return { status: 400, body: functionErrorBody(name, 'Failed to fetch CRM object properties') };
  }
  const secrets = secretsOf(options, name);
  const outcome = await options.runner.run({
    file: found.file,
    context: { parameters: asked.parameters ?? {}, propertiesToSend, event: asked.event ?? null, secrets },
    environment: { ...secrets, HUBSPOT_API_URL: options.baseUrl() },
  });
  if (found.secretKeys.length > 0)
    options.log(`${name}: secrets missing here: ${found.secretKeys.join(', ')}`);
  const lines = outcome.logs.split('\n').filter(Boolean);
  for (const line of lines) options.log(`${name}: ${line}`);
  if (outcome.ok) return { status: 200, body: { logId: 'n/a', response: outcome.value } };
  options.log(`${name} failed (${outcome.because}) ${outcome.text}`);
  return { status: 400, body: failureBody(name, outcome, options.runner.limits.timeoutMs) };
}

/** Runs an app function as HubSpot's dev server does. */
export const functionDoor =
  (options: FunctionDoorOptions): Door =>
  async (request) => {
    if (!route.test(request.path)) return null;
    if (request.method !== 'POST') return envelope(405, 'VALIDATION_ERROR', 'Use POST.', randomUUID());
    if (![options.token, options.uiToken].includes(bearerOf(request.headers) ?? '')) {
      return envelope(401, 'INVALID_AUTHENTICATION', 'A token of this portal is needed.', randomUUID());
    }
    const asked = invocation.safeParse(request.body);
    if (!asked.success) {
      return envelope(400, 'VALIDATION_ERROR', z.prettifyError(asked.error), randomUUID());
    }
    return await invoke(asked.data, options);
  };
