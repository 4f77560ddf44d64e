import type { SyntheticPortfolio } from '../synthetic-portfolio.ts';
import type { Account } from './account.ts';
import { change, changesOf, type Amounts, type Where } from './changes.ts';
import { differences, expectedFigures } from './expected-figures.ts';
import { measuredRead } from './measure-read.ts';
import { atMost, type Outcome } from './outcome.ts';
import { refreshed, type RefreshRun } from './refresh-run.ts';
import { stored } from './stored.ts';

export interface ChangeRun {
  readonly where: Where;
  readonly changed: number;
  readonly run: RefreshRun;
}

export interface SizeResult {
  readonly deals: number;
  readonly segments: number;
  readonly changes: readonly ChangeRun[];
}

const changed = [1, 1_000, 10_000];
/** HubSpot's pages of lists. */
const listPage = 100;
/** The targets are set for 100,000 deals and a million. */
const smallestBound = 100_000;
const hourMs = 3_600_000;
const minute = 60_000;

/** One portfolio: its first reading, the store, the read, and refreshes after changes. */
export async function measureSize(
  account: Account,
  portfolio: SyntheticPortfolio,
  outcome: Outcome,
): Promise<SizeResult> {
  const { deals, involvements, companies } = account.loaded;
  outcome.title(`${count(deals)} deals, ${count(involvements)} involvements, ${count(companies)} companies`);
  printBuild(await refreshed(account), account, outcome);
  const segments = await printStored(account, outcome);
  await printRead(account, portfolio, outcome);
  const runs: ChangeRun[] = [];
  const amounts = new Map<number, number>();
  for (const where of ['spread', 'newest'] as const) {
    for (const much of changed) {
      await absorb(account);
      const now: Amounts = changesOf(where, deals, much, runs.length);
      await change(account, portfolio, now);
      now.forEach((amount, place) => amounts.set(place, amount));
      account.clock.now += minute;
      const run = await refreshed(account);
      runs.push({ where, changed: much, run });
      await printChange({ where, changed: much, run }, { account, portfolio, amounts, outcome });
    }
  }
  return { deals, segments, changes: runs };
}

/** A refresh looks back to an hour before the last one: after this one, the next sees its own changes alone. */
async function absorb(account: Account): Promise<void> {
  account.clock.now += 2 * hourMs;
  await refreshed(account);
  account.clock.now += 2 * hourMs;
}

function printBuild(run: RefreshRun, { loaded }: Account, outcome: Outcome): void {
  const { calls } = run;
  const floor = Math.ceil(loaded.deals / listPage) + Math.ceil(loaded.involvements / listPage);
  const companyPages = Math.ceil(loaded.companies / listPage);
  outcome.line('build: CRM calls', calls.all);
  outcome.line(
    '  deals, involvements, companies',
    [calls.deals, calls.involvements, calls.companies].join(' + '),
  );
  outcome.line(
    '  store read, store written, search, other',
    [calls.storeReads, calls.storeWrites, calls.search, calls.other].join(' + '),
  );
  outcome.line('  refused for the rate limit', calls.refused);
  const ratio = (calls.all - companyPages) / floor;
  // What every step costs beside its reading weighs more the fewer pages there are.
  const bound = loaded.deals < smallestBound ? null : atMost(ratio, 1.05);
  outcome.line('build: calls but the pages of companies, over the floor', ratio, '', bound);
  outcome.line('  all calls, over the floor with the pages of companies', calls.all / (floor + companyPages));
  outcome.line('  all calls, over the floor of deals and involvements', calls.all / floor);
  outcome.line('build: simulated wall time', minutes(run.simulatedMs));
  outcome.line('build: steps', run.steps);
  printSteps('build', run, outcome);
}

function printSteps(what: string, run: RefreshRun, outcome: Outcome): void {
  outcome.line(
    `${what}: longest step`,
    run.longestStepMs / 1000,
    ' s',
    atMost(run.longestStepMs / 1000, 8, ' s'),
  );
  outcome.line(`${what}: peak RSS of any step`, run.peakRssMb, ' MB', atMost(run.peakRssMb, 100, ' MB'));
}

async function printStored(account: Account, outcome: Outcome): Promise<number> {
  const { counts, characters } = await stored(account);
  const { deals } = account.loaded;
  const kinds = [...counts.keys()].sort();
  outcome.line('store: records', kinds.map((kind) => `${kind} ${counts.get(kind)}`).join(', '));
  outcome.line('store: bytes', kinds.map((kind) => `${kind} ${count(characters.get(kind) ?? 0)}`).join(', '));
  const all = [...characters.values()].reduce((sum, size) => sum + size, 0);
  outcome.line('store: bytes per deal, all tables', all / deals);
  return (counts.get('deals') ?? 0) + (counts.get('involvements') ?? 0) + (counts.get('companies') ?? 0);
}

/** For 100,000 deals and for a million; in between, what the larger one may take. */
const readBounds = (deals: number) =>
  deals <= 100_000 ? { calls: 3, cpuMs: 300, rssMb: 100 } : { calls: 12, cpuMs: 2_500, rssMb: 120 };

async function printRead(account: Account, portfolio: SyntheticPortfolio, outcome: Outcome): Promise<void> {
  const read = await measuredRead(account, 3);
  const { deals } = account.loaded;
  const { calls, cpuMs, rssMb } = readBounds(deals);
  outcome.line('read: CRM calls', read.calls.all, '', atMost(read.calls.all, calls));
  outcome.line('read: CPU', read.cpuMs, ' ms', atMost(read.cpuMs, cpuMs, ' ms'));
  outcome.line('read: peak RSS', read.peakRssMb, ' MB', atMost(read.peakRssMb, rssMb, ' MB'));
  outcome.line('read: simulated wall time', read.simulatedMs / 1000, ' s');
  printCorrect('read', { account, portfolio, amounts: new Map(), outcome }, read.portfolio);
}

interface After {
  readonly account: Account;
  readonly portfolio: SyntheticPortfolio;
  readonly amounts: Amounts;
  readonly outcome: Outcome;
}

async function printChange({ where, changed: much, run }: ChangeRun, after: After): Promise<void> {
  const { outcome } = after;
  const what = `${count(much)} ${much === 1 ? 'deal' : 'deals'} changed, ${where}`;
  const { calls, done } = run;
  outcome.line(`${what}: calls`, calls.all);
  outcome.line(
    '  search, store read, store written',
    [calls.search, calls.storeReads, calls.storeWrites].join(' + '),
  );
  outcome.line('  segments written', done.segmentsWritten);
  outcome.line('  simulated wall time, steps', `${(run.simulatedMs / 1000).toFixed(1)} s, ${run.steps}`);
  printSteps(what, run, outcome);
  printCorrect(what, after, (await measuredRead(after.account)).portfolio);
}

function printCorrect(what: string, { account, portfolio, amounts, outcome }: After, answer: object): void {
  const expected = expectedFigures(portfolio, amounts, account);
  const wrong = [
    ...differences({ freshness: { kind: 'stored', damaged: 0 } }, answer),
    ...differences({ coverage: { dealsRead: account.loaded.deals, complete: true } }, answer),
    ...differences(expected, answer),
  ];
  const found = wrong.length === 0 ? 'equal' : wrong.slice(0, 3).join('; ');
  outcome.line(`${what}: KPIs as straight from the rows`, found, '', {
    target: 'equal',
    holds: wrong.length === 0,
  });
}

const count = (value: number): string => value.toLocaleString('en-GB');
const minutes = (ms: number): string => `${(ms / 60_000).toFixed(1)} min`;
