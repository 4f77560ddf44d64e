import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureBody } from './function-errors.ts';
import { createRunner } from './runner.ts';
import type { FunctionLimits, Runner } from './runner.ts';

const folder = mkdtempSync(join(tmpdir(), 'runner-'));
afterAll(() => rmSync(folder, { recursive: true }));

const runners = new Set<Runner>();
afterAll(() => Promise.all([...runners].map((runner) => runner.close())));

function runnerWith(limits: Partial<FunctionLimits> = {}): Runner {
  const runner = createRunner({ timeoutMs: 5_000, memoryMb: 128, ...limits });
  runners.add(runner);
  return runner;
}
const usual = runnerWith();

let written = 0;
function run(source: string, runner = usual) {
  written += 1;
  const file = join(folder, `function-${written}.js`);
  writeFileSync(file, source);
  return runner.run({
    file,
    context: {
      parameters: { dealId: '7' },
      propertiesToSend: { amount: '10' },
      event: null,
      secrets: { A: 'b' },
    },
    environment: { PRIVATE_APP_ACCESS_TOKEN: 'pat-1' },
  });
}

describe('an app function', () => {
  test('is given its context and answers what main returned', async () => {
    const outcome = await run('exports.main = async (context) => context;');
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        parameters: { dealId: '7' },
        propertiesToSend: { amount: '10' },
        event: null,
        secrets: { A: 'b' },
      },
    });
  });

  test('that returns nothing answers null', async () => {
    expect(await run('exports.main = () => {};')).toMatchObject({ ok: true, value: null });
  });

  test('sees the environment it is given and no other', async () => {
    const outcome = await run('exports.main = () => process.env;');
    expect(outcome).toMatchObject({ ok: true, value: { PRIVATE_APP_ACCESS_TOKEN: 'pat-1' } });
    expect(outcome.ok && Object.keys(outcome.value as object)).toHaveLength(1);
  });

  test('starts afresh each time: nothing is left in memory', async () => {
    const source = 'globalThis.calls = (globalThis.calls ?? 0) + 1; exports.main = () => globalThis.calls;';
    expect(await run(source)).toMatchObject({ value: 1 });
    expect(await run(source)).toMatchObject({ value: 1 });
  });

  test('has what it printed kept, in order', async () => {
    const outcome = await run(
      "console.log('one'); exports.main = () => { console.error('two', { three: 3 }); return 1; };",
    );
    expect(outcome.logs).toBe('one\ntwo { three: 3 }\n');
  });
});

describe('an app function that misbehaves', () => {
  const hasty = runnerWith({ timeoutMs: 300 });

  test.each([
    ['loops for ever', 'exports.main = () => { for (;;) {} };', 'timeout'],
    ['never settles', 'exports.main = () => new Promise(() => {});', 'timeout'],
    ['has no main', 'exports.notMain = () => 1;', 'no-main'],
    ['returns a BigInt', 'exports.main = () => 1n;', 'not-json'],
    ['returns a circle', 'exports.main = () => { const a = {}; a.a = a; return a; };', 'not-json'],
    ['returns a function', 'exports.main = () => () => 1;', 'not-json'],
    ['throws', "exports.main = () => { throw new TypeError('boom'); };", 'threw'],
    ['rejects', "exports.main = async () => { throw new Error('boom'); };", 'threw'],
    ['does not parse', 'exports.main = (', 'threw'],
    ['requires what is not there', "require('not-installed'); exports.main = () => 1;", 'threw'],
    [
      'throws later',
      "exports.main = () => new Promise(() => setTimeout(() => { throw new Error('late'); }));",
      'threw',
    ],
    ['exits', 'exports.main = () => process.exit(0);', 'threw'],
  ])('and %s ends as HubSpot ends it', async (_claim, source, because) => {
    const outcome = await run(source, because === 'timeout' ? hasty : usual);
    expect(outcome).toMatchObject({ ok: false, because });
  });

  test('and takes too much memory is stopped, and the portal lives on', async () => {
    const outcome = await run(
      'exports.main = () => { const kept = []; for (;;) kept.push(new Array(10000).fill(kept.length)); };',
      runnerWith({ memoryMb: 64, timeoutMs: 20_000 }),
    );
    expect(outcome).toMatchObject({ ok: false, because: 'threw' });
    expect(outcome.ok ? '' : outcome.text).toMatch(/memory/i);
    expect(await run('exports.main = () => 1;')).toMatchObject({ ok: true, value: 1 });
  });

  test('is ended when the portal closes', async () => {
    const runner = runnerWith();
    setTimeout(() => void runner.close(), 100);
    expect(await run('exports.main = () => new Promise(() => {});', runner)).toMatchObject({ ok: false });
  });

  test('is reported in the words of HubSpot', async () => {
    const outcome = await run("exports.main = () => { throw new Error('boom'); };");
    expect(failureBody('score', outcome as never, 15_000)).toMatchObject({
      status: 'error',
      category: 'VALIDATION_ERROR',
      errors: [{ message: "The serverless function 'score' failed to execute: Error: boom." }],
    });
    const slow = await run('for (;;) {}', hasty);
    expect(JSON.stringify(failureBody('score', slow as never, 15_000))).toContain(
      'Task timed out after 15.00 seconds',
    );
  });
});
