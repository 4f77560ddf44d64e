import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { envelope } from './door.ts';
import type { Door, PortalReply } from './door.ts';
import { readBody } from './request-body.ts';
import { isOwnHost, isOwnOrigin } from './request-guard.ts';

export interface HttpServer {
  port: number;
  close(): Promise<void>;
}

const refusal = (message: string) => envelope(403, 'FORBIDDEN_REQUEST', message, randomUUID());

async function answer(request: IncomingMessage, port: number, doors: readonly Door[]): Promise<PortalReply> {
  if (!isOwnHost(request.headers, port))
    return refusal('This portal answers to 127.0.0.1 and localhost only.');
  if (!isOwnOrigin(request.headers, port)) return refusal('This portal answers to its own pages only.');
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
  const body = await readBody(request, url.pathname);
  if (!body.ok) {
    const reply = envelope(body.status, 'VALIDATION_ERROR', body.message, randomUUID());
    return { ...reply, headers: { connection: 'close' } };
  }
  const { method = 'GET', headers } = request;
  const asked = { method, path: url.pathname, query: url.searchParams, headers, body: body.value };
  for (const door of doors) {
    const reply = await door(asked);
    if (reply) return reply;
  }
  return envelope(404, 'OBJECT_NOT_FOUND', `No route for ${method} ${url.pathname}`, randomUUID());
}

function send(response: ServerResponse, reply: PortalReply): void {
  if (response.destroyed) return;
  const bare = typeof reply.body === 'string' || Buffer.isBuffer(reply.body);
  const empty = reply.body === null || reply.body === undefined;
  const payload = bare ? (reply.body as string | Buffer) : empty ? '' : JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    ...(bare || empty ? {} : { 'content-type': 'application/json;charset=utf-8' }),
    'content-length': Buffer.byteLength(payload),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...reply.headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : payload);
}

function unexpected(error: unknown): PortalReply {
  const reference = randomUUID();
  console.error(`[portal] ${reference}`, error);
  return envelope(500, 'INTERNAL_ERROR', 'internal error', reference);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') error.message = `Port ${port} is in use: choose another one.`;
      reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Serves the doors, asked in their order, on 127.0.0.1 alone. Port 0 takes a free one. */
export async function openHttpServer(wantedPort: number, doors: readonly Door[]): Promise<HttpServer> {
  let port = wantedPort;
  const server = createServer((request, response) => {
    answer(request, port, doors)
      .catch(unexpected)
      .then((reply) => send(response, reply))
      .catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  port = await listen(server, wantedPort);
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 500).unref();
      }),
  };
}
