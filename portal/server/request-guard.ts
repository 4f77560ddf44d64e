import type { IncomingHttpHeaders } from 'node:http';

const names = ['127.0.0.1', 'localhost'];

/** A page elsewhere must not reach the portal through a name of its own that points here (DNS rebinding). */
export function isOwnHost(headers: IncomingHttpHeaders, port: number): boolean {
  return names.some((name) => headers.host === `${name}:${port}`);
}

/** A browser states the page that asks; programs state none, and pages elsewhere are refused. */
export function isOwnOrigin(headers: IncomingHttpHeaders, port: number): boolean {
  const { origin } = headers;
  return origin === undefined || names.some((name) => origin === `http://${name}:${port}`);
}
