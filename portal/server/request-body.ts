import type { IncomingMessage } from 'node:http';

const megabyte = 1024 * 1024;

/** The invocation payload of a function is 6 MB (HubSpot's CMS page; for app functions UNVERIFIED). */
const bodyLimitOf = (path: string): number => {
  if (path.startsWith('/api/')) return 6 * megabyte;
  return path.startsWith('/portal/') ? 128 * megabyte : 32 * megabyte;
};

export type Body = { ok: true; value: unknown } | { ok: false; status: 400 | 413; message: string };

const tooLarge: Body = { ok: false, status: 413, message: 'The request body is too large.' };

async function collect(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else if (size > limit * 2) return null;
  }
  return size > limit ? null : Buffer.concat(chunks, size);
}

export async function readBody(request: IncomingMessage, path: string): Promise<Body> {
  const limit = bodyLimitOf(path);
  if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge;
  const bytes = await collect(request, limit);
  if (bytes === null) return tooLarge;
  if (bytes.length === 0) return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(bytes.toString('utf8')) as unknown };
  } catch (error) {
    return { ok: false, status: 400, message: `Invalid input JSON: ${(error as Error).message}` };
  }
}
