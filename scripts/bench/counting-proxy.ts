import {
  createServer,
  request as send,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly start: number;
  end: number;
  status: number;
}

export interface CountingProxy {
  readonly url: string;
  /** Calls since the last time this was asked, and in how many sequential rounds they came. */
  take(): { calls: number; rounds: number; list: string[]; refused: number };
  close(): Promise<void>;
}

/** A round starts with a call that began after every earlier call had been answered. */
function roundsOf(calls: readonly Call[]): number {
  let rounds = 0;
  let answeredBy = -Infinity;
  for (const call of [...calls].sort((a, b) => a.start - b.start)) {
    if (call.start >= answeredBy) rounds += 1;
    answeredBy = Math.max(answeredBy, call.end);
  }
  return rounds;
}

const countOf = (calls: readonly Call[]): ReturnType<CountingProxy['take']> => ({
  calls: calls.length,
  rounds: roundsOf(calls),
  list: calls.map((call) => `${call.method} ${call.path}`),
  refused: calls.filter(({ status }) => status === 429).length,
});

/**
 * Stands between a function and the portal and counts what passes. `delayMs` makes rounds visible in time; `heard` is
 * told of each call before it passes.
 */
export async function countingProxy(
  target: string,
  delayMs = 0,
  heard: (headers: IncomingHttpHeaders) => void = () => undefined,
): Promise<CountingProxy> {
  const calls: Call[] = [];
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const call: Call = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      start: performance.now(),
      end: Infinity,
      status: 0,
    };
    calls.push(call);
    heard(incoming.headers);
    const { hostname, port } = new URL(target);
    const headers = { ...incoming.headers, host: `${hostname}:${port}`, connection: 'close' };
    const { method, path } = call;
    const onward = send({ hostname, port, method, path, headers, agent: false }, (answer) => {
      setTimeout(() => {
        call.end = performance.now();
        call.status = answer.statusCode ?? 502;
        outgoing.writeHead(call.status, { ...answer.headers, connection: 'keep-alive' });
        answer.pipe(outgoing);
      }, delayMs);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  };
  const server = createServer(pass);
  await listening(server);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => countOf(calls.splice(0)),
    close: () => closed(server),
  };
}

const listening = (server: Server): Promise<void> =>
  new Promise((ready) => server.listen(0, '127.0.0.1', ready));

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
