import * as z from 'zod/mini';
import { Problem } from '#contract/problem';
import type { Owner } from '#usecases/crm';
import type { Send } from './transport.ts';
import { apiVersion } from './version.ts';

const ownerPage = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      email: z.nullish(z.string()),
      firstName: z.nullish(z.string()),
      lastName: z.nullish(z.string()),
    }),
  ),
  paging: z.nullish(z.object({ next: z.optional(z.object({ after: z.string() })) })),
});

/** Names are a comfort: where the app was not granted the scope, numbers come without them. */
export async function readOwners(send: Send): Promise<Owner[]> {
  const owners: Owner[] = [];
  let after: string | undefined;
  try {
    do {
      const query = `limit=100${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`;
      const { body } = await send({ method: 'GET', path: `/crm/owners/${apiVersion}?${query}` });
      const page = ownerPage.parse(body);
      for (const { id, email, firstName, lastName } of page.results) {
        const name = `${firstName ?? ''} ${lastName ?? ''}`.trim();
        owners.push({ id, label: name || email || id });
      }
      after = page.paging?.next?.after;
    } while (after !== undefined);
  } catch (error) {
    if (error instanceof Problem && error.code === 'crm_forbidden') return [];
    throw error;
  }
  return owners;
}
