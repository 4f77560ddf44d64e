import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readAppManifest } from './app-manifest.ts';
import { contentKey } from './bundle-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (path: string, content: unknown) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
};

put('app/app-hsmeta.json', { uid: 'app', type: 'app', config: { name: 'An app' } });
const cardConfig = { name: 'A card', entrypoint: '/app/cards/a.js', location: 'crm.record.sidebar' };
put('app/cards/a-hsmeta.json', {
  uid: 'a',
  type: 'card',
  config: { ...cardConfig, objectTypes: ['DEAL', 'company'] },
});
put('app/cards/a.js', 'one');
put('app/functions/f-hsmeta.json', {
  uid: 'f',
  type: 'app-function',
  config: { entrypoint: '/app/functions/dist/f.js', secretKeys: ['KEY'] },
});

test('object types are read in any case and number', () => {
  expect(readAppManifest(folder).surfaces).toMatchObject([{ uid: 'a', objectTypes: ['deals', 'companies'] }]);
});

test('a function’s entrypoint is found from the source folder', () => {
  const file = join(folder, 'app/functions/dist/f.js');
  expect(readAppManifest(folder).functions).toEqual([{ uid: 'f', file, secretKeys: ['KEY'] }]);
});

test('an app without cards, pages or functions has none', () => {
  expect(readAppManifest(join(folder, 'app', 'cards'))).toEqual({ name: 'App', surfaces: [], functions: [] });
});

test('an entrypoint outside of the build folder is refused', () => {
  put('app/functions/out-hsmeta.json', {
    uid: 'out',
    type: 'app-function',
    config: { entrypoint: '../../x.js' },
  });
  expect(() => readAppManifest(folder)).toThrow('lies outside');
  rmSync(join(folder, 'app/functions/out-hsmeta.json'));
});

test('a bundle’s key changes with the content of its folder, and not without', () => {
  const [surface] = readAppManifest(folder).surfaces;
  const key = () => contentKey(join(folder, 'app', 'cards'), surface?.file ?? '');
  const first = key();
  expect(key()).toBe(first);
  put('app/cards/a.js', 'another');
  expect(key()).not.toBe(first);
});
