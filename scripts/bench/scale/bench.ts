import { parseArgs } from 'node:util';
import { build } from '#scripts/build';
import { syntheticPortfolio } from '../synthetic-portfolio.ts';
import { defaultLatencyMs, openAccount } from './account.ts';
import { measureSize, type SizeResult } from './measure-size.ts';
import { compareSizes } from './compare-sizes.ts';
import { Outcome } from './outcome.ts';

const buildDir = 'build';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'latency-ms': { type: 'string', default: String(defaultLatencyMs) },
    gate: { type: 'boolean', default: false },
  },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [100_000, 1_000_000];
const latencyMs = Number(values['latency-ms']);
if (![...sizes, latencyMs].every((value) => Number.isInteger(value) && value > 0)) {
  throw new Error('Usage: npm run bench:scale -- [--latency-ms MS] [--gate] [DEALS …]');
}

await build(buildDir);
const outcome = new Outcome(values.gate);
const results: SizeResult[] = [];
for (const deals of sizes) {
  const portfolio = syntheticPortfolio(deals);
  const account = await openAccount(portfolio, { buildDir, latencyMs });
  try {
    results.push(await measureSize(account, portfolio, outcome));
  } finally {
    await account.close();
  }
}
compareSizes(results, outcome);
console.log(
  outcome.broken.length === 0
    ? `\nEvery bound${values.gate ? ' of the gate' : ''} holds.`
    : `\nBroken:\n  ${outcome.broken.join('\n  ')}`,
);
process.exitCode = outcome.broken.length === 0 ? 0 : 1;
