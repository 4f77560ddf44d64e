import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from '#scripts/build';
import type { HubSpotReading } from './deployable/read-as-hubspot.ts';

const root = resolve(__dirname, '..');
// Under the root, where HubSpot's bundler finds what it would install; in no hidden folder, which HubSpot skips.
mkdirSync(join(root, 'out'), { recursive: true });
const project = mkdtempSync(join(root, 'out/deployable-'));
const scratch = mkdtempSync(join(tmpdir(), 'deployable-'));
const app = join(project, 'build/app');

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(__dirname, 'deployable', script), ...args], { encoding: 'utf8' });

let reading: HubSpotReading;

beforeAll(async () => {
  mkdirSync(join(project, 'build'), { recursive: true });
  copyFileSync(join(root, 'hsproject.json'), join(project, 'hsproject.json'));
  await build(join(project, 'build'));
  const { stdout, stderr, status } = run('read-as-hubspot.ts', project);
  if (status !== 0) throw new Error(stderr);
  reading = JSON.parse(stdout) as HubSpotReading;
}, 60_000);

afterAll(() => {
  for (const dir of [project, scratch]) rmSync(dir, { recursive: true, force: true });
});

const filesOf = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();

const sourceOf = (metaFilePath: string): string =>
  readFileSync(join(project, 'build', metaFilePath.replace('-hsmeta.json', '.js')), 'utf8');

const nodesOf = (...types: readonly string[]) => reading.nodes.filter(({ type }) => types.includes(type));
const surfaces = () => nodesOf('CARD', 'PAGE', 'SETTINGS');
const configOf = (metaFilePath: string) =>
  (
    JSON.parse(readFileSync(join(project, 'build', metaFilePath), 'utf8')) as {
      config: Record<string, unknown>;
    }
  ).config;

test('HubSpot knows the platform version and reads every metadata file', () => {
  expect(reading.platformVersion).toBe('2026.09');
  expect(reading.knownVersion).toBe(true);
  expect(reading.skipped).toEqual([]);
  const written = filesOf(app).filter((file) => file.endsWith('-hsmeta.json'));
  expect(nodesOf('APPLICATION', 'CARD', 'PAGE', 'SETTINGS', 'APP_FUNCTION')).toHaveLength(written.length);
});

test('every source of metadata reaches the build', () => {
  const sources = filesOf(join(root, 'src/app')).filter((file) => file.endsWith('-hsmeta.json'));
  const built = filesOf(app).filter((file) => file.endsWith('-hsmeta.json'));
  expect(built.map((file) => basename(file)).sort()).toEqual(sources.map((file) => basename(file)).sort());
});

test('uids are valid and unique', () => {
  expect(reading.nodes.filter(({ uidError }) => uidError !== null)).toEqual([]);
  const uids = reading.nodes.map(({ uid }) => uid);
  expect(new Set(uids).size).toBe(uids.length);
});

test('what may exist once exists once', () => {
  expect(nodesOf('APPLICATION')).toHaveLength(1);
  expect(nodesOf('PAGE')).toHaveLength(1);
  expect(nodesOf('SETTINGS')).toHaveLength(1);
  for (const { count, maxCount } of Object.values(reading.counts))
    expect(count).toBeLessThanOrEqual(maxCount ?? Infinity);
});

test('every entrypoint is a JavaScript file beside its metadata', () => {
  for (const { metaFilePath, entrypoint } of [...surfaces(), ...nodesOf('APP_FUNCTION')]) {
    expect(entrypoint).toBe(`/${metaFilePath.replace('-hsmeta.json', '.js')}`);
    expect(existsSync(join(project, 'build', metaFilePath.replace('-hsmeta.json', '.js')))).toBe(true);
  }
});

test('surfaces have names of their own, because HubSpot names their bundles by file', () => {
  const names = surfaces().map(({ metaFilePath }) => basename(metaFilePath));
  expect(new Set(names).size).toBe(names.length);
});

test("HubSpot's own bundler builds every surface without a warning", () => {
  expect(surfaces().length).toBeGreaterThan(0);
  for (const { metaFilePath } of surfaces()) {
    const entry = join(project, 'build', metaFilePath.replace('-hsmeta.json', '.js'));
    const output = join(scratch, basename(entry, '.js'));
    const { stdout, stderr, status } = run('bundle-as-hubspot.ts', dirname(entry), entry, output);
    expect({ entry: basename(entry), stdout, stderr, status }).toEqual({
      entry: basename(entry),
      stdout: '',
      stderr: '',
      status: 0,
    });
    expect(readFileSync(join(output, basename(entry)), 'utf8')).toContain('extend');
  }
}, 60_000);

test('surfaces hold no react-dom, which the host does not provide', () => {
  for (const { metaFilePath } of surfaces()) expect(sourceOf(metaFilePath)).not.toMatch(/react-dom/);
});

test('functions carry the small zod, and English as its only language', () => {
  for (const { metaFilePath } of nodesOf('APP_FUNCTION')) {
    const parts = sourceOf(metaFilePath).match(/(?<=\/zod\/v4\/)(classic|mini|locales\/(?!index)\w+)/g);
    expect({ metaFilePath, parts: new Set(parts) }).toEqual({
      metaFilePath,
      parts: new Set(['mini', 'locales/en']),
    });
  }
});

test('CRM components stay out of the sidebar, of pages and of settings', () => {
  for (const { type, metaFilePath } of surfaces()) {
    if (type === 'CARD' && configOf(metaFilePath)['location'] === 'crm.record.tab') continue;
    expect(sourceOf(metaFilePath)).not.toMatch(/@hubspot\/ui-extensions\/crm/);
  }
});

test('every function loads as CommonJS and has a main', () => {
  const load = createRequire(join(app, 'functions/package.json'));
  expect(nodesOf('APP_FUNCTION').length).toBeGreaterThan(0);
  for (const { metaFilePath } of nodesOf('APP_FUNCTION')) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        '-p',
        `typeof require(${JSON.stringify(load.resolve(`./${basename(metaFilePath).replace('-hsmeta.json', '.js')}`))}).main`,
      ],
      { encoding: 'utf8' },
    );
    expect({ metaFilePath, status, stdout, stderr }).toEqual({
      metaFilePath,
      status: 0,
      stdout: 'function\n',
      stderr: '',
    });
  }
}, 60_000);

test('the folders ask for exact versions, and their locks hold all that those need', () => {
  for (const folder of ['cards', 'pages', 'settings', 'functions']) {
    const read = (name: string) => JSON.parse(readFileSync(join(app, folder, name), 'utf8')) as Manifest;
    const { dependencies } = read('package.json');
    const { packages } = read('package-lock.json');
    expect(Object.keys(dependencies).length).toBeGreaterThan(0);
    for (const [name, version] of Object.entries(dependencies)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`]?.version).toBe(version);
    }
  }
});

interface Manifest {
  dependencies: Record<string, string>;
  packages: Record<string, { version?: string }>;
}

test('the same sources give the same bytes', async () => {
  await build(join(scratch, 'again'));
  const again = join(scratch, 'again/app');
  expect(filesOf(again)).toEqual(filesOf(app));
  for (const file of filesOf(app))
    expect(readFileSync(join(again, file))).toEqual(readFileSync(join(app, file)));
}, 60_000);

test('a function loads nothing but itself and what comes with Node: what it installs is not waited for', () => {
  const files = nodesOf('APP_FUNCTION').map(({ metaFilePath }) =>
    join(project, 'build', metaFilePath.replace('-hsmeta.json', '.js')),
  );
  const code = `for (const file of ${JSON.stringify(files)}) require(file); console.log(JSON.stringify(Object.keys(require.cache)))`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=commonjs', '-e', code], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect((JSON.parse(stdout) as string[]).sort()).toEqual([...files].sort());
});
