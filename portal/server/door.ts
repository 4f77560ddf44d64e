import type { IncomingHttpHeaders } from 'node:http';

interface PortalRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export interface PortalReply {
  status: number;
  headers?: Record<string, string>;
  /** A string or bytes go out as they are (with their content-type header), anything else as JSON. */
  body: unknown;
}

/** Answers the requests that are its own, and null for the rest. */
export type Door = (request: PortalRequest) => Promise<PortalReply | null>;

export const bearerOf = (headers: IncomingHttpHeaders): string | null =>
  /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;

/** HubSpot's error envelope. */
export const envelope = (
  status: number,
  category: string,
  message: string,
  correlationId: string,
): PortalReply => ({ status, body: { status: 'error', message, correlationId, category } });
