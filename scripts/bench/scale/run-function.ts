import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { peakRssMb } from '../peak-rss.ts';
import { faultyExchange, type Faults } from './faulty-exchange.ts';
import { httpOver, type Exchange } from './http-exchange.ts';
import { simulation } from './simulated-time.ts';

/** What a process of its own is told to run. */
export interface FunctionCall {
  /** A built function. */
  readonly file: string;
  readonly parameters: unknown;
  readonly startAt: number;
  readonly latencyMs: number;
  /** Absent: nothing goes wrong. */
  readonly faults?: Faults | undefined;
}

export interface FunctionRun {
  readonly answer: unknown;
  readonly endedAt: number;
  /** From the call to its answer; loading the file is not in it. */
  readonly cpuMs: number;
  /** The most that the whole process held. */
  readonly peakRssMb: number;
}

interface World {
  readonly setTimeout: unknown;
  readonly clearTimeout: unknown;
  readonly exchange: Exchange;
}

/** Loads a built function as HubSpot's runner does, with timers and a network of ours. */
function loaded(file: string, { setTimeout, clearTimeout, exchange }: World) {
  const module = { exports: {} as { main: (context: object) => Promise<unknown> } };
  const names = ['module', 'exports', 'require', 'setTimeout', 'clearTimeout'];
  const run = compileFunction(readFileSync(file, 'utf8'), names, { filename: file }) as (
    ...given: unknown[]
  ) => void;
  const require = createRequire(file);
  const http = httpOver(exchange);
  const requireOurs = (name: string): unknown => (name === 'node:http' ? http : require(name));
  run(module, module.exports, requireOurs, setTimeout, clearTimeout);
  return module.exports.main;
}

async function main(): Promise<void> {
  const { file, parameters, startAt, latencyMs, faults } = JSON.parse(
    readFileSync(0, 'utf8'),
  ) as FunctionCall;
  const time = simulation(startAt, latencyMs);
  const exchange = faults ? faultyExchange(time.exchange, faults) : time.exchange;
  const call = loaded(file, { ...time, exchange });
  Date.now = () => Math.floor(time.now());
  const cpu = process.cpuUsage();
  const answer = await call({ parameters });
  const { user, system } = process.cpuUsage(cpu);
  const run = { answer, endedAt: time.now(), cpuMs: (user + system) / 1000, peakRssMb: peakRssMb() };
  process.stdout.write(JSON.stringify(run), () => process.exit(0));
}

void main();
