import { Agent, request as sendPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as sendSecure } from 'node:https';
import { gunzipSync } from 'node:zlib';
import { releaseBytes } from './release-bytes.ts';

/** As much of fetch's arguments as HubSpot's client gives for `apiRequest`. */
interface Init {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** As much of fetch's answer as the transport reads. */
interface LightAnswer {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  /** Whoever takes it may release it (`releaseBytes`). */
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

const plain = { send: sendPlain, agent: new Agent({ keepAlive: true }) };
const secure = { send: sendSecure, agent: new SecureAgent({ keepAlive: true }) };

/**
 * Stands for fetch in the functions that HubSpot runs: Node's own takes 17 MB and 50 ms with its first call, which a
 * function that starts anew each time pays each time (docs/decisions/0012).
 */
export function fetch(url: string | URL, { method = 'GET', headers = {}, body }: Init = {}) {
  const target = new URL(url);
  const { send, agent } = target.protocol === 'http:' ? plain : secure;
  const options: RequestOptions = { method, agent, headers: { 'accept-encoding': 'gzip', ...headers } };
  return new Promise<LightAnswer>((resolve, reject) => {
    const request = send(target, options, (message) => {
      answerOf(message).then(resolve, reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function answerOf(message: IncomingMessage): Promise<LightAnswer> {
  const sent = await bodyOf(message);
  const bytes = message.headers['content-encoding'] === 'gzip' ? unpacked(sent) : sent;
  return {
    status: message.statusCode ?? 0,
    headers: { get: (name) => message.headers[name.toLowerCase()]?.toString() ?? null },
    arrayBuffer: () => Promise.resolve(bytes.buffer),
  };
}

function unpacked(sent: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = gunzipSync(sent);
  releaseBytes(sent);
  return resized(bytes, bytes.length);
}

/** All of an answer, in memory of its own, put together as it comes: some answers are megabytes. */
async function bodyOf(message: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const told = Number(message.headers['content-length'] ?? 0);
  let bytes = new Uint8Array(told);
  let length = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    if (length + chunk.length > bytes.length) bytes = resized(bytes, 2 * (length + chunk.length));
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return length === bytes.length ? bytes : resized(bytes, length);
}

function resized(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const other = new Uint8Array(length);
  other.set(bytes.subarray(0, Math.min(length, bytes.length)));
  releaseBytes(bytes);
  return other;
}
