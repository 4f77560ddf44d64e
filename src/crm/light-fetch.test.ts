import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { fetch } from './light-fetch.ts';

const textOf = async (reply: { arrayBuffer: () => Promise<ArrayBuffer> }): Promise<string> =>
  new TextDecoder().decode(await reply.arrayBuffer());

let server: Server;
let url: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('method, path, headers and body arrive, and the answer as it was given', async () => {
  answer = (request, response) =>
    void text(request).then((body) => {
      response.writeHead(429, { 'Retry-After': '3' });
      response.end(JSON.stringify([request.method, request.url, request.headers['authorization'], body]));
    });
  const reply = await fetch(`${url}/a?b=c`, {
    method: 'POST',
    headers: { Authorization: 'Bearer x' },
    body: 'Zürich',
  });
  expect([reply.status, reply.headers.get('retry-after'), reply.headers.get('missing')]).toEqual([
    429,
    '3',
    null,
  ]);
  expect(JSON.parse(await textOf(reply))).toEqual(['POST', '/a?b=c', 'Bearer x', 'Zürich']);
});

test('a compressed answer is unpacked', async () => {
  answer = (request, response) => {
    expect(request.headers['accept-encoding']).toBe('gzip');
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(gzipSync('packed'));
  };
  expect(await textOf(await fetch(url))).toBe('packed');
});

test.each([20, 100_000, 5_000_000])(
  'an answer of %i characters arrives whole, plain and packed',
  async (size) => {
    const written = 'ü123456789'.repeat(size / 10);
    for (const isPacked of [false, true]) {
      answer = (_, response) => {
        if (isPacked) response.writeHead(200, { 'content-encoding': 'gzip' });
        response.end(isPacked ? gzipSync(written) : written);
      };
      const [one, other] = await Promise.all([fetch(url), fetch(url)]);
      expect((await textOf(one)) === written && (await textOf(other)) === written).toBe(true);
    }
  },
);

test.each([
  ['before an answer', (_: IncomingMessage, response: ServerResponse) => void response.destroy()],
  [
    'in the middle of one',
    (_: IncomingMessage, response: ServerResponse) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    },
  ],
])('a connection that breaks %s is a failure', async (_, breaks) => {
  answer = breaks;
  await expect(fetch(url)).rejects.toThrow();
});
