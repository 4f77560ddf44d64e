import { appHref } from './app-href.ts';

test.each<[string, Record<string, string> | undefined, string]>([
  ['/', undefined, '/app'],
  ['/partners', undefined, '/app/partners'],
  ['partners', undefined, '/app/partners'],
  ['/partners/:id', { id: '7' }, '/app/partners/7'],
  ['/partners/:id', { id: 'a/b $&' }, '/app/partners/a%2Fb%20%24%26'],
  ['/partners/:id', { id: '7', tab: 'deals' }, '/app/partners/7?tab=deals'],
  ['/partners?sort=name', { tab: 'deals' }, '/app/partners?sort=name&tab=deals'],
  ['/partners/:identity', { id: '7' }, '/app/partners/:identity?id=7'],
])('%s with %j leads to its address', (to, params, expected) => {
  expect(appHref(to, params)).toBe(expected);
});
