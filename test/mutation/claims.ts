import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { expect } from 'expect';
import * as laws from 'fast-check';

/** One test, named by its file and its words. The first claim of every file is that it can be loaded. */
export interface Claim {
  readonly id: string;
  readonly file: string;
  readonly check: () => unknown;
}

/** Told which claim the code that runs next belongs to; undefined: to none. */
type Attribute = (id: string | undefined) => void;

type Check = (...row: never[]) => unknown;

export const isLaw = (file: string): boolean => file.endsWith('.laws.test.ts');
/** The quick ones first: most mutants die before a law has to be tried. */
const byEffort = (one: string, other: string): number =>
  Number(isLaw(one)) - Number(isLaw(other)) || (one < other ? -1 : 1);

type Collect = (attribute?: Attribute) => Claim[];

/** Where mutated code counts that it was reached, which only the run without mutants has to know. */
const countedCall = /stryCov_\w+\((?:"\d+",? ?)+\)/g;

export const isLoad = ({ id, file }: Claim): boolean => id === loadOf(file);
const loadOf = (file: string): string => `${file} › can be loaded`;

/**
 * Bundles a folder with its tests into one script, as one that counts what is reached and as one that does not; each call
 * of either loads it afresh. The code comes before the
 * tests, so that what runs while the code loads is told from what a test runs while it loads.
 */
export async function bundled(
  folder: string,
  leftOut: readonly string[],
): Promise<{ readonly counting: Collect; readonly plain: Collect }> {
  const root = process.cwd();
  const files = globSync(`${folder}/**/*.ts`, { cwd: root });
  const isTest = (file: string): boolean => file.endsWith('.test.ts');
  const tests = files.filter((file) => isTest(file) && !leftOut.some((name) => file.endsWith(name)));
  const contents = [
    ...files.filter((file) => !isTest(file)).map((file) => `require('./${file}');`),
    ...tests.sort(byEffort).map((file) => `inFile('${file}', () => require('./${file}'));`),
  ];
  const { outputFiles } = await build({
    stdin: { contents: contents.join('\n'), resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    write: false,
  });
  const wrapped = `(function (require, module, inFile) {${outputFiles[0]!.text}\n})`;
  const require = createRequire(join(root, 'package.json'));
  const collecting = (text: string) => {
    const script = new Script(text);
    return (attribute: Attribute = () => undefined) =>
      collect(script, (id) => (id === 'fast-check' ? fewWorlds : require(id)), attribute);
  };
  return { counting: collecting(wrapped), plain: collecting(wrapped.replaceAll(countedCall, '0')) };
}

/** Laws are tried on a few worlds, the same for every mutant so that a score can be repeated, without a search for the smallest. */
const assertOnFew = <Values>(property: laws.IProperty<Values>): void =>
  laws.assert(property, { seed: 1, numRuns: 25, endOnFailure: true });
const few = { ...laws, assert: assertOnFew };
const fewWorlds = { ...few, default: few, __esModule: true };

function collect(script: Script, require: (id: string) => unknown, attribute: Attribute): Claim[] {
  const claims: Claim[] = [];
  let names: string[] = [];
  let file = '';
  const claim = (name: string, check: Check, place = ''): void => {
    claims.push({ id: [...names, name + place].join(' › '), file, check: check });
  };
  const each = (rows: readonly unknown[]) => (name: string, check: Check) =>
    rows.forEach((row, i) => {
      const values = (Array.isArray(row) ? row : [row]) as never[];
      claim(name, () => check(...values), ` #${i}`);
    });
  const describe = (name: string, body: () => void): void => {
    names = [...names, name];
    body();
    names = names.slice(0, -1);
  };
  const it = Object.assign(claim, { each });
  Object.assign(globalThis, { describe, it, test: it, expect, afterAll: () => undefined });
  const inFile = (of: string, load: () => void): void => {
    file = of;
    names = [of];
    let failure: Error | null = null;
    claims.push({ id: loadOf(of), file, check: () => failure && Promise.reject(failure) });
    attribute(loadOf(of));
    try {
      load();
    } catch (error) {
      failure = error as Error;
    }
    attribute(undefined);
  };
  (script.runInThisContext() as (...given: unknown[]) => void)(require, { exports: {} }, inFile);
  return claims;
}
