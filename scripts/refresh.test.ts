import { stderr, stdout } from 'node:process';
import { startPortal, type Portal } from '#portal/portal';
import { install } from '#scripts/install';
import { main } from '#scripts/refresh';

let portal: Portal;
let printed: string;

beforeAll(async () => {
  portal = await startPortal({ buildDir: null, quiet: true });
  await install({ baseUrl: portal.url, token: portal.token });
  const records = Array.from({ length: 250 }, (_, place) => ({
    id: String(1000 + place),
    properties: { dealname: `Deal ${place}`, pipeline: 'default', dealstage: 'closedwon', amount: '100' },
  }));
  await fetch(`${portal.url}/portal/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${portal.uiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ objectType: 'deals', records }),
  });
});
afterAll(() => portal.close());
beforeEach(() => {
  printed = '';
  const print = (text: unknown) => ((printed += String(text)), true);
  jest.spyOn(stdout, 'write').mockImplementation(print);
  jest.spyOn(stderr, 'write').mockImplementation(print);
});
afterEach(() => jest.restoreAllMocks());

const flags = (...more: string[]) => ['--token', portal.token, '--base-url', portal.url, ...more];
const going = () => new AbortController().signal;

test('the first run reads everything, the next what changed, and a sweep everything again', async () => {
  expect(await main(flags(), going())).toBe(0);
  expect(printed).toContain('250 records read, 1 segments written.');
  printed = '';
  expect(await main(flags('--sweep', '--share', '1'), going())).toBe(0);
  expect(printed).toContain('250 records read, 1 segments written.');
});

test('an interrupted refresh says that what was read is kept', async () => {
  expect(await main(flags(), AbortSignal.abort())).toBe(130);
  expect(printed).toContain('the next refresh goes on from there');
});

test('a token that HubSpot does not accept is said in one sentence', async () => {
  const args = ['--token', 'wrong', '--base-url', portal.url, '--portal-id', String(portal.portalId)];
  expect(await main(args, going())).toBe(1);
  expect(printed).toContain('missing a permission');
});

test.each([
  [['--colour', 'red'], '--colour'],
  [['--token', 't', '--portal-id', 'x'], '--portal-id'],
  [['--token', 't', '--share', '2'], '--share'],
])('a wrong flag is named, and the usage follows: %j', async (args, named) => {
  expect(await main(args, going())).toBe(2);
  expect(printed).toContain(named);
  expect(printed).toContain('Usage:');
});
