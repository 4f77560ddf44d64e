import type { DealRecord } from './dataset.ts';
import { request, type PortalDoor } from './door.ts';

interface Owner {
  readonly id: string;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

const isId = (text: string): boolean => /^\d+$/.test(text);

/** Owner ids by what the deals call their owners: an id, an e-mail address or a full name. Unknown names become owners. */
export async function ensureOwners(
  door: PortalDoor,
  deals: readonly DealRecord[],
): Promise<ReadonlyMap<string, string>> {
  const { results } = await request<{ results: readonly Owner[] }>(
    door,
    'GET',
    '/crm/owners/2026-09?limit=500',
  );
  const ids = new Map<string, string>();
  for (const { id, email, firstName, lastName } of results) {
    ids.set(`${firstName ?? ''} ${lastName ?? ''}`.trim(), id);
    if (email) ids.set(email, id);
  }
  for (const { owner } of deals) {
    if (owner === null || ids.has(owner)) continue;
    ids.set(
      owner,
      isId(owner) ? owner : (await request<Owner>(door, 'POST', '/portal/owners', ownerOf(owner))).id,
    );
  }
  return ids;
}

function ownerOf(name: string): Record<string, string> {
  const [firstName = name, ...rest] = name.split(' ');
  const address = name.toLowerCase().replaceAll(/[^\p{L}\p{N}@.]+/gu, '.');
  return { firstName, lastName: rest.join(' '), email: name.includes('@') ? name : `${address}@example.com` };
}
