import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTransport, type Request, type TransportOptions } from '#crm/transport';

type Reply = (response: ServerResponse, request: IncomingMessage) => void;

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Reply => {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
};
const fine = json(200, { id: '1' });
const hang: Reply = () => undefined;
const reset: Reply = (response) => response.destroy();
const tooMany = (policyName: string, headers = {}) =>
  json(
    429,
    { status: 'error', message: 'You have reached your limit.', errorType: 'RATE_LIMIT', policyName },
    headers,
  );

let server: Server;
let script: Reply[];
let received: string[];

beforeEach(async () => {
  script = [];
  received = [];
  server = createServer((request, response) => {
    received.push(`${request.method} ${request.url}`);
    (script.shift() ?? fine)(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const send = (request: Partial<Request> = {}, options: Partial<TransportOptions> = {}) => {
  const { port } = server.address() as AddressInfo;
  const transport = createTransport({
    token: 'secret-token',
    baseUrl: `http://127.0.0.1:${port}`,
    now: Date.now,
    deadlineAt: Date.now() + 5_000,
    attemptMs: 150,
    ...options,
  });
  return transport({ method: 'GET', path: '/crm/objects/2026-09/deals/1', ...request });
};

test.each<[string, Reply]>([
  ['429 of the ten-second policy', tooMany('TEN_SECONDLY_ROLLING', { 'retry-after': '0' })],
  ['429 of the search policy', tooMany('SECONDLY')],
  ['423 locked', json(423, { message: 'locked' })],
  ['477 migration with a short wait', json(477, {}, { 'retry-after': '1' })],
  ['500', json(500, 'oops')],
  ['502 without a body', json(502, '')],
  ['a hang', hang],
  ['a reset connection', reset],
  ['a malformed body', json(200, '{"id":')],
])('after %s the same call is sent again and answers', async (_name, fault) => {
  script = [fault];
  await expect(send()).resolves.toEqual({ status: 200, body: { id: '1' } });
  expect(received).toHaveLength(2);
});

test.each<[string, Reply, string]>([
  ['the daily limit', tooMany('DAILY'), 'crm_busy'],
  ['401', json(401, { message: 'expired' }), 'crm_forbidden'],
  ['403', json(403, { message: 'scope' }), 'crm_forbidden'],
  ['400', json(400, { message: 'Property x is required' }), 'crm_refused'],
  [
    'an unknown custom object',
    json(400, { message: 'Unable to infer object type from: p1_x' }),
    'not_installed',
  ],
  ['477 that lasts for hours', json(477, {}, { 'retry-after': '86400' }), 'crm_busy'],
])('%s is not tried again', async (_name, fault, code) => {
  script = [fault];
  await expect(send()).rejects.toMatchObject({ code });
  expect(received).toHaveLength(1);
});

test('nothing outlives the deadline: a server that always hangs is given up in time', async () => {
  script = Array.from({ length: 20 }, () => hang);
  const started = Date.now();
  await expect(send({}, { deadlineAt: started + 700 })).rejects.toMatchObject({ code: 'crm_unreachable' });
  expect(Date.now() - started).toBeLessThan(900);
});

test('past the deadline nothing is sent at all', async () => {
  await expect(send({}, { deadlineAt: Date.now() - 1 })).rejects.toMatchObject({ code: 'out_of_time' });
  expect(received).toHaveLength(0);
});

test('a call that is not worth waiting for gives up before the deadline', async () => {
  script = Array.from({ length: 20 }, () => tooMany('TEN_SECONDLY_ROLLING', { 'retry-after': '1' }));
  const started = Date.now();
  await expect(send({ until: started + 500 })).rejects.toMatchObject({ code: 'crm_busy' });
  expect(Date.now() - started).toBeLessThan(500);
});

test('a POST that may have been done is sent again only where that is safe', async () => {
  const post = { method: 'POST', path: '/crm/objects/2026-09/notes', body: {} } as const;
  script = [reset];
  await expect(send(post)).rejects.toMatchObject({ code: 'crm_unreachable' });
  script = [json(429, { policyName: 'TEN_SECONDLY_ROLLING' }, { 'retry-after': '0' })];
  await expect(send(post)).resolves.toMatchObject({ status: 200 });
  script = [reset];
  await expect(send({ ...post, repeatable: true })).resolves.toMatchObject({ status: 200 });
});

test('a status that the caller expects is an answer', async () => {
  script = [json(404, { message: 'resource not found' })];
  await expect(send({ accept: [404] })).resolves.toMatchObject({ status: 404 });
});

test('the token is sent as a bearer, and no problem speaks of it', async () => {
  let authorization: string | undefined;
  script = [
    (response, request) => {
      authorization = request.headers.authorization;
      json(400, { message: 'bad' })(response, request);
    },
  ];
  const problem = await send().catch((error: unknown) => error);
  expect(authorization).toBe('Bearer secret-token');
  expect(JSON.stringify(problem) + String(problem)).not.toContain('secret-token');
});

test('calls above the limit of a window wait for the next', async () => {
  const limit = { calls: 2, windowMs: 300 };
  const { port } = server.address() as AddressInfo;
  const transport = createTransport({
    token: 't',
    baseUrl: `http://127.0.0.1:${port}`,
    now: Date.now,
    limits: { general: limit, associations: limit, search: limit },
  });
  const started = Date.now();
  await Promise.all([1, 2, 3].map(() => transport({ method: 'GET', path: '/x' })));
  expect(Date.now() - started).toBeGreaterThanOrEqual(290);
});

test('what is waited for is waited for on the given clock', async () => {
  let at = 1_000;
  const slept: number[] = [];
  const sleep = (ms: number): Promise<void> => {
    slept.push(Math.round(ms));
    at += ms;
    return Promise.resolve();
  };
  const limit = { calls: 1, windowMs: 60_000 };
  const limits = { general: limit, associations: limit, search: limit };
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  const transport = createTransport({ token: 't', baseUrl, now: () => at, limits, sleep });
  await transport({ method: 'GET', path: '/x' });
  await transport({ method: 'GET', path: '/x' });
  expect(slept).toEqual([60_000]);
});

test('a call that does not fit into the time takes no place in the window', async () => {
  const limit = { calls: 2, windowMs: 60_000 };
  const limits = { general: limit, associations: limit, search: limit };
  const { port } = server.address() as AddressInfo;
  const transport = createTransport({
    token: 't',
    baseUrl: `http://127.0.0.1:${port}`,
    now: Date.now,
    deadlineAt: Date.now() + 5_000,
    limits,
  });
  await transport({ method: 'GET', path: '/x' });
  await expect(transport({ method: 'GET', path: '/x', keep: 1 })).rejects.toMatchObject({
    code: 'out_of_time',
  });
  await expect(transport({ method: 'GET', path: '/x' })).resolves.toMatchObject({ status: 200 });
});
