/**
 * A portfolio built and refreshed while calls fail in every way and functions are killed: in the end its figures are
 * those of the rows, as if nothing had happened.
 * Run: npm run soak:faults -- [SEEDS]
 */
import { randomUUID } from 'node:crypto';
import type { Reply } from '#contract/envelope';
import type { Portfolio } from '#contract/read-portfolio';
import type { RefreshProgress } from '#contract/refresh-portfolio';
import { openAccount, type Account } from '#scripts/bench/scale/account';
import { change, changesOf, type Amounts } from '#scripts/bench/scale/changes';
import { differences, expectedFigures } from '#scripts/bench/scale/expected-figures';
import { syntheticPortfolio } from '#scripts/bench/synthetic-portfolio';
import { build } from '#scripts/build';
import { diceOf, type Dice } from '#scripts/demo/dice';

const deals = 4_000;
const changedDeals = 300;
const share = 0.06;
const mostSteps = 400;
const buildDir = 'build';

interface Tally {
  steps: number;
  kills: number;
  problems: number;
  busy: number;
}

/** The page that goes on until it is done, and now and then another one that takes over after a kill. */
async function refreshUnderFaults(account: Account, dice: Dice, tally: Tally): Promise<void> {
  let worker = randomUUID();
  for (let step = 0; step < mostSteps; step++) {
    tally.steps++;
    const faults = { seed: dice.whole(1, 1e9), share };
    const run = await account.attempt('refresh-portfolio', { worker }, faults);
    if (!run) {
      tally.kills++;
      if (dice.chance(0.5)) worker = randomUUID();
      continue;
    }
    const reply = run.answer as Reply<RefreshProgress>;
    if (!reply.ok) {
      tally.problems++;
      continue;
    }
    const { value } = reply;
    if (value.state === 'done') return;
    if (value.state === 'working') account.clock.now += value.nextInMs;
    if (value.state === 'busy') {
      tally.busy++;
      account.clock.now = Math.max(account.clock.now, Date.parse(value.until));
    }
  }
  throw new Error(`The refresh did not end in ${mostSteps} steps.`);
}

async function wrongFigures(account: Account, seed: number, amounts: Amounts): Promise<string[]> {
  const { answer } = await account.run('read-portfolio', {});
  const reply = answer as Reply<Portfolio>;
  if (!reply.ok) return [JSON.stringify(reply.problem)];
  const expected = expectedFigures(syntheticPortfolio(deals, seed), amounts, account);
  const store = { freshness: { kind: 'stored', damaged: 0 }, coverage: { dealsRead: deals, complete: true } };
  return [...differences(store, reply.value), ...differences(expected, reply.value)];
}

async function soak(seed: number): Promise<string[]> {
  const portfolio = syntheticPortfolio(deals, seed);
  const dice = diceOf(seed);
  const tally: Tally = { steps: 0, kills: 0, problems: 0, busy: 0 };
  const account = await openAccount(portfolio, { buildDir, latencyMs: 100 });
  try {
    await refreshUnderFaults(account, dice, tally);
    const afterBuild = await wrongFigures(account, seed, new Map());
    const amounts = changesOf('spread', deals, changedDeals, seed);
    await change(account, portfolio, amounts);
    account.clock.now += 60_000;
    await refreshUnderFaults(account, dice, tally);
    const wrong = [...afterBuild, ...(await wrongFigures(account, seed, amounts))];
    const { steps, kills, problems, busy } = tally;
    const found = wrong.length === 0 ? 'figures equal' : wrong.slice(0, 3).join('; ');
    console.log(
      `seed ${seed}: ${steps} steps, ${kills} killed, ${problems} failed, ${busy} found it busy: ${found}`,
    );
    return wrong;
  } finally {
    await account.close();
  }
}

await build(buildDir);
const seeds = Number(process.argv[2] ?? 5);
const wrong: string[] = [];
for (let seed = 1; seed <= seeds; seed++) wrong.push(...(await soak(seed)));
process.exitCode = wrong.length === 0 ? 0 : 1;
