import { EventEmitter } from 'node:events';
import http, { type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { Readable } from 'node:stream';

/** One call to an HTTP server with its whole answer. */
interface Sent {
  readonly target: URL;
  readonly options: RequestOptions;
  readonly body: string | undefined;
}

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly chunks: readonly Buffer[];
}

export type Exchange = (sent: Sent) => Promise<Received>;

export const realExchange: Exchange = ({ target, options, body }) =>
  new Promise((resolve, reject) => {
    const request = http.request(target, options, (message) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('error', reject);
      message.on('end', () => resolve({ status: message.statusCode ?? 0, headers: message.headers, chunks }));
    });
    request.on('error', reject);
    request.end(body);
  });

/** As much of `node:http` as a function uses, its calls going another way. A copy of all would load what Node loads late. */
export function httpOver(exchange: Exchange): Pick<typeof http, 'Agent' | 'request'> {
  const request = (target: URL, options: RequestOptions, answered: (message: Readable) => void) => {
    const emitter = new EventEmitter();
    const end = (body?: string) =>
      void exchange({ target, options, body }).then(
        ({ status, headers, chunks }) =>
          answered(Object.assign(Readable.from(chunks), { statusCode: status, headers })),
        (error: unknown) => emitter.emit('error', error),
      );
    return Object.assign(emitter, { end });
  };
  return { Agent: http.Agent, request: request as unknown as typeof http.request };
}
