import { boot } from '../boot.ts';

/** The CRM refused or could not be reached; the message is HubSpot's own sentence where there is one. */
export class CrmError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

interface ErrorBody {
  message?: string;
  errors?: { message?: string }[];
}

async function messageOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => ({}))) as ErrorBody;
  return body.errors?.[0]?.message ?? body.message ?? `The portal answered ${response.status}.`;
}

/** Asks the portal over HTTP, as any other client would. */
export async function askCrm<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        authorization: `Bearer ${boot.uiToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new CrmError(0, 'The portal does not answer. Is it still running?');
  }
  if (!response.ok) throw new CrmError(response.status, await messageOf(response));
  const text = await response.text();
  return (text === '' ? null : JSON.parse(text)) as T;
}
