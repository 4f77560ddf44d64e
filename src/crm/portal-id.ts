import * as z from 'zod/mini';
import { createTransport, type TransportOptions } from './transport.ts';

/**
 * The account that a private app's token belongs to. UNVERIFIED: that this call takes the token of a developer
 * project's app as it takes a legacy private app's.
 */
export async function portalIdOf(options: TransportOptions): Promise<number> {
  const { body } = await createTransport(options)({
    method: 'POST',
    path: '/oauth/v2/private-apps/get/access-token-info',
    body: { tokenKey: options.token },
    repeatable: true,
  });
  return z.object({ hubId: z.int() }).parse(body).hubId;
}
