import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { startPortal, type Portal } from '#portal/portal';
import { build } from './build.ts';
import { WrongFlag, wrongFlagOf } from './import/flags.ts';
import { UnusableFile } from './import/issue.ts';
import { readFiles } from './import/read-files.ts';
import { fill, storedCurrency, type Filling } from './start/fill.ts';
import { startOptions, startUsage, type StartOptions } from './start/options.ts';

const buildDir = join(resolve(import.meta.dirname, '..'), 'build');
const usualPort = 4300;
/** About as long as HubSpot's search takes to show a change ("a few moments"; no bound is documented). */
const searchLagMs = 2_000;

/** The app in a portal on this machine: built, installed, filled and ready to open. */
export async function start(options: StartOptions): Promise<{ portal: Portal; told: string }> {
  const now = Date.now();
  const filling = fillingOf(options, now);
  console.log('Building the app …');
  await build(buildDir);
  const homeCurrency = filling.kind === 'files' ? filling.read.dataset.homeCurrency : 'EUR';
  const portal = await portalOn(options, homeCurrency);
  try {
    return { portal, told: await fill(portal, filling, now) };
  } catch (error) {
    await portal.close();
    throw error;
  }
}

function fillingOf({ source }: StartOptions, now: number): Filling {
  return source.kind === 'files' ? { kind: 'files', read: readFiles(source.files, now) } : source;
}

/** A portal in the home currency of its records: a data file has the one of the start that filled it. */
async function portalOn(options: StartOptions, homeCurrency: string): Promise<Portal> {
  const portal = await portalIn(options, homeCurrency);
  const stored = options.dataFile === null ? null : await storedCurrency(portal);
  if (stored === null || stored === homeCurrency) return portal;
  await portal.close();
  return portalIn(options, stored);
}

async function portalIn({ port, dataFile }: StartOptions, homeCurrency: string): Promise<Portal> {
  const open = (on: number): Promise<Portal> =>
    startPortal({ buildDir, port: on, dataFile, homeCurrency, rateLimits: true, searchLagMs });
  try {
    return await open(port ?? usualPort);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_SQLITE_ERROR')
      throw new WrongFlag(`--data ${dataFile ?? ''} cannot be opened as a data file.`);
    if (code !== 'EADDRINUSE') throw error;
    if (port !== null) throw new WrongFlag(`--port ${port} is taken. Choose another one.`);
    return open(0);
  }
}

const addressText = (url: string): string => `
Partner Value runs at ${url}
  ${url}/deals      open a deal: tag a partner in its side bar
  ${url}/companies  open a company: what partners did there, or how a partner performs
  ${url}/app        the portfolio
  ${url}/settings   life cycle, comparison, credit, costs
Ctrl-C stops it. Nothing leaves this machine.`;

async function main(args: readonly string[]): Promise<number> {
  try {
    const options = startOptions(args);
    const { portal, told } = await start(options);
    console.log(`${told}\n${addressText(portal.url)}`);
    if (options.open && process.stdout.isTTY) openBrowser(`${portal.url}/deals`);
    stopOnSignal(portal);
    return 0;
  } catch (error) {
    const wrong = wrongFlagOf(error);
    console.error(wrong === null ? failureText(error) : `${wrong}\n\n${startUsage}`);
    return 2;
  }
}

function failureText(error: unknown): string {
  if (error instanceof UnusableFile) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function stopOnSignal(portal: Portal): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void portal.close().then(() => process.exit(0)));
  }
}

function openBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
  };
  const [command = 'xdg-open', ...args] = commands[process.platform] ?? ['xdg-open', url];
  // A machine without a browser is no failure: the address stands in the terminal.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

if (import.meta.main) {
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
