import { randomUUID } from 'node:crypto';
import { env, stderr, stdout } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Problem } from '#contract/problem';
import type { RefreshProgress } from '#contract/refresh-portfolio';
import { hubspotCrm } from '#crm/hubspot-crm';
import { portalIdOf } from '#crm/portal-id';
import { limitsOf } from '#crm/rate-budget';
import type { Crm } from '#usecases/crm';
import { refreshPortfolio } from '#usecases/refresh-portfolio';

interface RefreshOptions {
  readonly token: string;
  readonly baseUrl: string;
  /** Looked up by the token where absent. */
  readonly portalId: number | undefined;
  readonly want: 'changes' | 'sweep';
  /** Of HubSpot's rate limits. */
  readonly share: number;
}

/** A terminal has no function's limit; a step ends well within its lease, so that one that is killed costs little. */
const stepMs = 20_000;

type End = Exclude<RefreshProgress, { state: 'working' }>;

/** Step after step until the refresh is at its end. A stop gives the lease back; what is written stays. */
async function refresh(
  crm: Crm,
  want: RefreshOptions['want'],
  tell: (line: string) => void,
  stop: AbortSignal,
): Promise<End> {
  const worker = randomUUID();
  for (;;) {
    const now = Date.now();
    const input = { portalId: crm.portalId, worker, want: stop.aborted ? ('cancel' as const) : want };
    const progress = await refreshPortfolio(crm, input, { now, deadlineAt: now + stepMs, clock: Date.now });
    if (progress.state !== 'working') return progress;
    tell(`${progress.phase}: ${countOf(progress.done)} of ${countOf(progress.total)} records read`);
    await sleep(progress.nextInMs, undefined, { signal: stop }).catch(() => undefined);
  }
}

const countOf = (count: number): string => count.toLocaleString('en');

const usage = `Usage: PRIVATE_APP_ACCESS_TOKEN=… npm run refresh -- [options]
  --sweep            read every record again: finds deletes, merges and changed associations
  --token TOKEN      the app's access token (default: PRIVATE_APP_ACCESS_TOKEN)
  --base-url URL     HubSpot's API (default: HUBSPOT_API_URL or https://api.hubapi.com)
  --portal-id ID     the account (default: the token's own)
  --share SHARE      how much of HubSpot's rate limits to use, up to 1 (default: 0.8)

Exit code: 0 refreshed, 1 HubSpot refused or did not answer, 2 a flag is wrong, 3 somebody else is refreshing,
130 interrupted.
`;

function optionsOf(args: readonly string[]): RefreshOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sweep: { type: 'boolean' },
      token: { type: 'string' },
      'base-url': { type: 'string' },
      'portal-id': { type: 'string' },
      share: { type: 'string' },
    },
  });
  const token = values.token ?? env['PRIVATE_APP_ACCESS_TOKEN'];
  if (!token) throw new Error('There is no access token: give --token or set PRIVATE_APP_ACCESS_TOKEN.');
  const portalId = values['portal-id'];
  if (portalId !== undefined && !/^\d+$/.test(portalId)) throw new Error('--portal-id must be a number.');
  const share = Number(values.share ?? 0.8);
  if (!(share > 0 && share <= 1)) throw new Error('--share must be a number above 0, and 1 at most.');
  return {
    token,
    baseUrl: values['base-url'] ?? env['HUBSPOT_API_URL'] ?? 'https://api.hubapi.com',
    portalId: portalId === undefined ? undefined : Number(portalId),
    want: values.sweep ? 'sweep' : 'changes',
    share,
  };
}

/** Null where the flags are wrong, which is said. */
function checkedOptions(args: readonly string[]): RefreshOptions | null {
  try {
    return optionsOf(args);
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return null;
  }
}

/** The terminal's entry; answers the exit code. */
export async function main(args: readonly string[], stop: AbortSignal): Promise<number> {
  const options = checkedOptions(args);
  if (options === null) return 2;
  const { token, baseUrl, want } = options;
  const transport = { token, baseUrl, now: Date.now, limits: limitsOf(options.share), attemptMs: 30_000 };
  try {
    const portalId = options.portalId ?? (await portalIdOf(transport));
    const crm = hubspotCrm({ ...transport, portalId });
    return told(await refresh(crm, want, (line) => stdout.write(`${line}\n`), stop));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    stderr.write(`${error.message}\n`);
    return 1;
  }
}

function told(end: End): number {
  switch (end.state) {
    case 'done': {
      const { recordsRead, segmentsWritten, rebuilt } = end;
      const repaired = rebuilt === 0 ? '' : `, ${rebuilt} of them damaged before`;
      stdout.write(
        `Every change up to ${end.readFrom} is in: ${countOf(recordsRead)} records read, ${segmentsWritten} segments written${repaired}.\n`,
      );
      return 0;
    }
    case 'busy':
      stderr.write(`Somebody else is refreshing, until ${end.until} at the latest.\n`);
      return 3;
    case 'cancelled':
      stderr.write('Interrupted. What was read is kept; the next refresh goes on from there.\n');
      return 130;
  }
}

if (import.meta.main) {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  void main(process.argv.slice(2), stop.signal).then((code) => (process.exitCode = code));
}
