import * as z from 'zod';
import type { Owner } from '../store/catalog-types.ts';
import type { Crm } from './crm.ts';
import { isoOf } from './crm.ts';
import { afterOf, limitOf, nextPage } from './objects.ts';
import { conflict, notFound } from './refusal.ts';
import { bodyAs, created, isTrue, ok, param, routesAt } from './router.ts';
import type { Call, Reply, Route } from './router.ts';

const ownerInput = z.object({
  id: z.string().regex(/^\d+$/).optional(),
  email: z.string(),
  firstName: z.string().default(''),
  lastName: z.string().default(''),
  userId: z.number().int().optional(),
});

const toJson = (owner: Owner) => ({
  ...owner,
  type: 'PERSON',
  userIdIncludingInactive: owner.userId,
  teams: [],
});

function list(crm: Crm, call: Call): Reply {
  // UNVERIFIED: that 500 is the most.
  const limit = limitOf(call, 100, 500);
  const email = call.query.get('email');
  const after = afterOf(call);
  const fitting = [...crm.store.catalog.owners.values()]
    .filter(({ archived }) => archived === isTrue(call.query, 'archived'))
    .filter((owner) => email === null || owner.email === email)
    .filter(({ id }) => Number(id) >= after)
    .sort((a, b) => Number(a.id) - Number(b.id));
  const results = fitting.slice(0, limit).map(toJson);
  const next = fitting[limit];
  return ok(next ? { results, paging: nextPage(call, next.id) } : { results });
}

function get(crm: Crm, call: Call): Reply {
  const id = param(call, 'ownerId');
  const byUser = call.query.get('idProperty') === 'userId';
  const found = [...crm.store.catalog.owners.values()].find((owner) =>
    byUser ? String(owner.userId) === id : owner.id === id,
  );
  if (found?.archived !== isTrue(call.query, 'archived')) throw notFound(`Owner ${id} does not exist`);
  return ok(toJson(found));
}

/** HubSpot has no API for it: its owners are its users. */
function create(crm: Crm, call: Call): Reply {
  const { id, userId, ...input } = bodyAs(ownerInput, call);
  const { catalog } = crm.store;
  const number = catalog.nextNumber('owner', 201);
  const owner: Owner = {
    id: id ?? String(number),
    userId: userId ?? 9_000_000 + number,
    ...input,
    archived: false,
    createdAt: isoOf(crm.now()),
    updatedAt: isoOf(crm.now()),
  };
  if (catalog.owners.has(owner.id)) throw conflict(`Owner ${owner.id} already exists`);
  catalog.saveOwner(owner);
  return created(toJson(owner));
}

export const ownerRoutes = (crm: Crm): Route[] => [
  ...routesAt('GET', ['/crm/owners/2026-09', '/crm/v3/owners'], 'general', 'owners.read', (call) =>
    list(crm, call),
  ),
  ...routesAt(
    'GET',
    ['/crm/owners/2026-09/{ownerId}', '/crm/v3/owners/{ownerId}'],
    'general',
    'owners.read',
    (call) => get(crm, call),
  ),
  ...routesAt('POST', ['/portal/owners'], 'none', 'none', (call) => create(crm, call)),
];
