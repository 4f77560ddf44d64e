import { stderr, stdout } from 'node:process';
import { startPortal, type Portal } from '#portal/portal';
import { main } from '#scripts/install';

let portal: Portal;
let printed: string;

beforeAll(async () => {
  portal = await startPortal({ buildDir: null, quiet: true });
});
afterAll(() => portal.close());
beforeEach(() => {
  printed = '';
  const print = (text: unknown) => ((printed += String(text)), true);
  jest.spyOn(stdout, 'write').mockImplementation(print);
  jest.spyOn(stderr, 'write').mockImplementation(print);
});
afterEach(() => jest.restoreAllMocks());

const flags = (token = portal.token) => ['--token', token, '--base-url', portal.url, '--currency', 'USD'];

test('the first run says what it made, the second that nothing changed', async () => {
  expect(await main(flags())).toBe(0);
  expect(printed).toContain('created  object partner_involvement');
  printed = '';
  expect(await main(flags())).toBe(0);
  expect(printed).toContain('Everything was in place; nothing changed.');
});

test('a token that HubSpot does not accept is said in one sentence', async () => {
  expect(await main([...flags('wrong'), '--portal-id', String(portal.portalId)])).toBe(1);
  expect(printed).toContain('missing a permission');
});

test.each([
  [['--colour', 'red'], '--colour'],
  [['--token', 't', '--portal-id', 'x'], '--portal-id'],
  [['--token', 't', '--currency', 'euro'], '--currency'],
])('a wrong flag is named, and the usage follows: %j', async (args, named) => {
  expect(await main(args)).toBe(2);
  expect(printed).toContain(named);
  expect(printed).toContain('Usage:');
});
