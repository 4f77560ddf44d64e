import { qualifiedName, storeObject } from '#contract/schema';
import type { Account } from './account.ts';

export interface Stored {
  readonly records: number;
  /** Characters in the largest property of each record, by the kind of record: `deals`, `head`. */
  readonly characters: ReadonlyMap<string, number>;
  readonly counts: ReadonlyMap<string, number>;
}

interface Page {
  readonly results: readonly { readonly properties: Readonly<Record<string, string | null>> }[];
  readonly paging?: { readonly next: { readonly after: string } };
}

/** What the app keeps in the account's own CRM. */
export async function stored(account: Account): Promise<Stored> {
  const characters = new Map<string, number>();
  const counts = new Map<string, number>();
  const path = `/crm/objects/2026-09/${qualifiedName(account.portal.portalId, storeObject)}`;
  let records = 0;
  let after: string | undefined = '';
  while (after !== undefined) {
    const page = (await account.ask(
      `${path}?limit=100&properties=store_key,payload${after && `&after=${after}`}`,
    )) as Page;
    for (const { properties } of page.results) {
      records += 1;
      const kind = String(properties['store_key']).split(':')[0]!;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      characters.set(kind, (characters.get(kind) ?? 0) + String(properties['payload'] ?? '').length);
    }
    after = page.paging?.next.after;
  }
  return { records, characters, counts };
}
