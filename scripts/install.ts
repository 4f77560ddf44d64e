import { argv, env, stderr, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Problem } from '#contract/problem';
import { hubspotCrm } from '#crm/hubspot-crm';
import { portalIdOf } from '#crm/portal-id';
import { installSchema, type Installation } from '#usecases/install-schema';

export interface InstallOptions {
  readonly token: string;
  readonly baseUrl: string;
  /** Looked up by the token where absent. */
  readonly portalId?: number | undefined;
  /** For the first settings; later the settings page says. */
  readonly homeCurrency?: string | undefined;
}

/** Creates or repairs what Partner Value owns in an account. */
export async function install(options: InstallOptions): Promise<Installation> {
  const transport = { token: options.token, baseUrl: options.baseUrl, now: Date.now, attemptMs: 30_000 };
  const portalId = options.portalId ?? (await portalIdOf(transport));
  return installSchema(hubspotCrm({ ...transport, portalId }), options.homeCurrency);
}

const usage = `Usage: PRIVATE_APP_ACCESS_TOKEN=… npm run install-schema -- [options]
  --token TOKEN      the app's access token (default: PRIVATE_APP_ACCESS_TOKEN)
  --base-url URL     HubSpot's API (default: HUBSPOT_API_URL or https://api.hubapi.com)
  --portal-id ID     the account (default: the token's own)
  --currency CODE    home currency of the first settings (default: EUR)
`;

function optionsOf(args: readonly string[]): InstallOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      token: { type: 'string' },
      'base-url': { type: 'string' },
      'portal-id': { type: 'string' },
      currency: { type: 'string' },
    },
  });
  const token = values.token ?? env['PRIVATE_APP_ACCESS_TOKEN'];
  if (!token) throw new Error('There is no access token: give --token or set PRIVATE_APP_ACCESS_TOKEN.');
  const portalId = values['portal-id'];
  if (portalId !== undefined && !/^\d+$/.test(portalId)) throw new Error('--portal-id must be a number.');
  const { currency } = values;
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
    throw new Error('--currency must be a code like EUR.');
  return {
    token,
    baseUrl: values['base-url'] ?? env['HUBSPOT_API_URL'] ?? 'https://api.hubapi.com',
    portalId: portalId === undefined ? undefined : Number(portalId),
    homeCurrency: currency,
  };
}

/** The terminal's entry: what was created and kept, or what is wrong; answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let options: InstallOptions;
  try {
    options = optionsOf(args);
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  try {
    const { created, kept } = await install(options);
    stdout.write(created.map((line) => `created  ${line}\n`).join(''));
    const summary =
      created.length === 0 ? 'Everything was in place; nothing changed.' : `${created.length} created.`;
    stdout.write(`${summary} ${kept.length} kept.\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    stderr.write(`${error.message}\n`);
    return 1;
  }
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  void main(argv.slice(2)).then((code) => (process.exitCode = code));
}
