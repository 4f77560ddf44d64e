import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { configureGlobal } from 'fast-check';
import { bundled, isLoad, type Claim } from './claims.ts';

/** Simulations of minutes, and limits on time, which say nothing about a mutant on a busy machine. */
const leftOut = ['null-worlds.test.ts', 'speed.test.ts'];

// The same worlds for every mutant, so that a score can be repeated; fewer of them, and no search for the smallest.
configureGlobal({ seed: 1, numRuns: 30, endOnFailure: true });

/** What the mutated code looks at to know which mutant is on. */
const stryker = ((globalThis as { __stryker__?: InstrumenterContext }).__stryker__ ??=
  {} as InstrumenterContext);

/**
 * Runs the tests of the domain in one process: a mutant costs the tests that reach it, not a start of the test
 * framework. Possible because these tests are pure: they use `describe`, `it`, `each` and `expect`, and no clock.
 */
class InProcessRunner implements TestRunner {
  #collect: Awaited<ReturnType<typeof bundled>> = () => [];
  #claims: Claim[] = [];
  #isFresh = false;

  capabilities = () => ({ reloadEnvironment: true });

  async init(): Promise<void> {
    this.#collect = await bundled('src/domain', leftOut);
  }

  async dryRun(): Promise<DryRunResult> {
    this.#load();
    const tests: TestResult[] = [];
    for (const claim of this.#claims) {
      stryker.currentTestId = claim.id;
      const start = performance.now();
      const failure = await failureOf(claim);
      const result = {
        id: claim.id,
        name: claim.id,
        fileName: claim.file,
        timeSpentMs: performance.now() - start,
      };
      tests.push(
        failure === null
          ? { ...result, status: TestStatus.Success }
          : { ...result, status: TestStatus.Failed, failureMessage: failure },
      );
    }
    delete stryker.currentTestId;
    return {
      status: DryRunStatus.Complete,
      tests,
      ...(stryker.mutantCoverage && { mutantCoverage: stryker.mutantCoverage }),
    };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    if (!this.#isFresh) this.#load();
    const reached = new Set(testFilter ?? this.#claims.map(({ id }) => id));
    const loads = new Set(
      this.#claims.filter(isLoad).flatMap(({ id, file }) => (reached.has(id) ? file : [])),
    );
    stryker.activeMutant = activeMutant.id;
    Object.assign(stryker, { hitLimit, hitCount: hitLimit && 0 });
    try {
      const near = dirname(activeMutant.fileName);
      const first = await firstFailure(nearestFirst(near, this.#claims, ({ id }) => reached.has(id)));
      if (first.status !== MutantRunStatus.Survived || loads.size === 0) return first;
      // What a mutant does while a file loads shows only where the file is loaded again.
      this.#load();
      return await firstFailure(nearestFirst(near, this.#claims, ({ file }) => loads.has(file)));
    } finally {
      delete stryker.activeMutant;
    }
  }

  #load(): void {
    this.#claims = this.#collect((id) => Object.assign(stryker, { currentTestId: id }));
    this.#isFresh = stryker.activeMutant === undefined;
  }
}

/** The claims that concern a mutant; those of its own folder find it soonest. */
function nearestFirst(
  folder: string,
  claims: readonly Claim[],
  concerns: (claim: Claim) => boolean,
): readonly Claim[] {
  const isFar = ({ file }: Claim): number => Number(!folder.endsWith(dirname(file)));
  return claims.filter(concerns).sort((one, other) => isFar(one) - isFar(other));
}

async function firstFailure(claims: readonly Claim[]): Promise<MutantRunResult> {
  let nrOfTests = 0;
  for (const claim of claims) {
    nrOfTests++;
    const failure = await failureOf(claim);
    const endless = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
    if (endless !== undefined) return endless;
    if (failure === null) continue;
    return { status: MutantRunStatus.Killed, killedBy: [claim.id], failureMessage: failure, nrOfTests };
  }
  return { status: MutantRunStatus.Survived, nrOfTests };
}

async function failureOf({ check }: Claim): Promise<string | null> {
  try {
    await check();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
