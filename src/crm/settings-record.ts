import * as z from 'zod/mini';
import { schemaAddress } from '#contract/involvement';
import { Problem } from '#contract/problem';
import { programSettings } from '#contract/settings';
import type { Installed } from '#usecases/crm';
import type { Properties } from './objects.ts';
import { storeProperties } from './records.ts';

export const settingsKey = 'settings';

const payloadSchema = z.object({
  settings: programSettings,
  version: z.int(),
  savedAt: z.nullable(z.number()),
  savedBy: z.nullable(z.string()),
  schema: schemaAddress,
});

/** FNV-1a over the characters, 32 bits: tells a payload that was cut or edited by hand, and guards against nothing else. */
function checksumOf(payload: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < payload.length; at++) hash = Math.imul(hash ^ payload.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

export function settingsText(installed: Installed): Properties {
  const { address, ...rest } = installed;
  const payload = JSON.stringify({ ...rest, schema: address });
  return {
    store_key: settingsKey,
    kind: 'settings',
    payload,
    version: String(installed.version),
    checksum: checksumOf(payload),
  };
}

/** The settings, or the problem that they were changed by hand and cannot be trusted; the install repairs them. */
export function installedOf(properties: unknown): Installed {
  const { payload, checksum } = storeProperties.parse(properties);
  const parsed = payloadSchema.safeParse(toJson(payload ?? ''));
  if (!parsed.success || checksum !== checksumOf(payload ?? '')) {
    throw new Problem('not_installed', {
      detail: 'The settings record of Partner Value is damaged. Run the installation again to repair it.',
    });
  }
  const { schema, ...rest } = parsed.data;
  return { ...rest, address: schema };
}

function toJson(payload: string): unknown {
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return null;
  }
}
