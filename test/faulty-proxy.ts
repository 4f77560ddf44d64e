import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one call. `lost`: HubSpot does the work, and its answer never arrives. */
export const faults = ['429', '500', 'reset', 'lost', 'malformed', 'hang'] as const;
export type Fault = (typeof faults)[number];

export interface FaultyProxy {
  readonly url: string;
  /** The call with this number from now on (0 is the next) meets the fault, once. */
  strike(call: number, fault: Fault): void;
  close(): void;
}

/** A door to a server through which one chosen call goes wrong. */
export async function faultyProxy(target: string): Promise<FaultyProxy> {
  let countdown = -1;
  let fault: Fault = '500';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const struck = countdown-- === 0 ? fault : null;
      const forward = () =>
        fetch(`${target}${request.url}`, {
          method: request.method ?? 'GET',
          headers: { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' },
          ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
        });
      void answer(struck, forward, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    strike: (call, kind) => {
      countdown = call;
      fault = kind;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(
  fault: Fault | null,
  forward: () => Promise<Response>,
  response: ServerResponse,
): Promise<void> {
  switch (fault) {
    case '429':
      response.writeHead(429, { 'retry-after': '0' });
      return void response.end(JSON.stringify({ policyName: 'TEN_SECONDLY_ROLLING', message: 'limit' }));
    case '500':
      return void response.writeHead(500).end();
    case 'reset':
      return void response.destroy();
    case 'hang':
      return;
    case 'lost':
      await forward();
      return void response.destroy();
    case 'malformed': {
      await forward();
      return void response.writeHead(200).end('{"id":');
    }
    case null: {
      const reply = await forward();
      const text = await reply.text();
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(text);
    }
  }
}
