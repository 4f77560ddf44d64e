import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { bundled, isLaw, isLoad, type Claim } from './claims.ts';

/** Simulations that take seconds for each mutant; the other tests have to find the mutants. */
const leftOut = ['null-worlds.test.ts'];

/** No test passes one place two million times; a mutant that makes it do so is endless. */
const mostHits = 2e6;

/** What the mutated code looks at to know which mutant is on. */
const stryker = ((globalThis as { __stryker__?: InstrumenterContext }).__stryker__ ??=
  {} as InstrumenterContext);

/**
 * Runs the tests of the domain in one process: a mutant costs the tests that reach it, not a start of the test
 * framework. Possible because these tests are pure: they use `describe`, `it`, `each` and `expect`, and no clock.
 */
class InProcessRunner implements TestRunner {
  #bundle: Awaited<ReturnType<typeof bundled>> = { counting: () => [], plain: () => [] };
  #claims: Claim[] = [];
  #isFresh = false;

  capabilities = () => ({ reloadEnvironment: true });

  async init(): Promise<void> {
    this.#bundle = await bundled('src/domain', leftOut);
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    const claims = this.#bundle.counting((id) => Object.assign(stryker, { currentTestId: id }));
    for (const claim of claims) {
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
    const reached = new Set(testFilter);
    const isStatic = testFilter === undefined;
    const loads = new Set(
      this.#claims.filter(isLoad).flatMap(({ id, file }) => (reached.has(id) ? file : [])),
    );
    stryker.activeMutant = activeMutant.id;
    stryker.hitLimit = Math.min(hitLimit ?? Infinity, mostHits);
    try {
      const near = dirname(activeMutant.fileName);
      const isRule = ({ id, file }: Claim): boolean => reached.has(id) && !isLaw(file);
      const first = await firstFailure(nearestFirst(near, this.#claims, isRule));
      if (first.status !== MutantRunStatus.Survived) return first;
      // What a mutant does while a file loads shows only where the file is loaded again.
      if (isStatic || loads.size > 0) this.#load();
      const isLeft = ({ id, file }: Claim): boolean =>
        isStatic || loads.has(file) || (reached.has(id) && isLaw(file));
      return await firstFailure(nearestFirst(near, this.#claims, isLeft));
    } catch (error) {
      // Code that cannot be loaded passes no test.
      const { id } = this.#claims[0]!;
      return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage: String(error), nrOfTests: 1 };
    } finally {
      delete stryker.activeMutant;
    }
  }

  #load(): void {
    this.#isFresh = false;
    this.#claims = this.#bundle.plain();
    this.#isFresh = stryker.activeMutant === undefined;
  }
}

/**
 * The claims that concern a mutant: those of its own folder first, which find it soonest, and the quick ones before the
 * slow. Laws count in their own folder alone.
 */
function nearestFirst(
  folder: string,
  claims: readonly Claim[],
  concerns: (claim: Claim) => boolean,
): readonly Claim[] {
  const isNear = ({ file }: Claim): boolean => folder.endsWith(dirname(file));
  const concerned = claims.filter((claim) => concerns(claim) && (isNear(claim) || !isLaw(claim.file)));
  const effort = (claim: Claim): number => (isNear(claim) ? 0 : 1e9) + (tookMs.get(claim.id) ?? 0);
  return concerned.sort((one, other) => effort(one) - effort(other));
}

async function firstFailure(claims: readonly Claim[]): Promise<MutantRunResult> {
  let nrOfTests = 0;
  for (const claim of claims) {
    nrOfTests++;
    stryker.hitCount = 0;
    const failure = await failureOf(claim);
    if (stryker.hitCount > stryker.hitLimit!) {
      return { status: MutantRunStatus.Timeout, reason: 'Goes round and round.' };
    }
    if (failure === null) continue;
    return { status: MutantRunStatus.Killed, killedBy: [claim.id], failureMessage: failure, nrOfTests };
  }
  return { status: MutantRunStatus.Survived, nrOfTests };
}

/** How long each claim took when it was last tried. */
const tookMs = new Map<string, number>();

async function failureOf({ id, check }: Claim): Promise<string | null> {
  const start = performance.now();
  try {
    await check();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    tookMs.set(id, performance.now() - start);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
