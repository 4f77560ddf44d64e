/** Where a portal listens, and the token that its doors ask for. */
export interface PortalDoor {
  readonly url: string;
  readonly token: string;
  readonly portalId: number;
}

export interface PortalRecord {
  readonly id?: string;
  readonly properties: Readonly<Record<string, string | null>>;
  readonly associations?: readonly PortalAssociation[];
}

export interface PortalAssociation {
  readonly toObjectType: string;
  readonly toId: string;
  readonly typeId?: number;
}

export interface Refused {
  readonly objectType: string;
  readonly id: string;
  readonly message: string;
}

/** One request to the portal; an answer that is no success is an error with the portal's own words. */
export async function request<Reply>(
  door: PortalDoor,
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply> {
  const answer = await fetch(`${door.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${door.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text.slice(0, 500)}`);
  return (text === '' ? null : JSON.parse(text)) as Reply;
}

/** The portal's bulk door takes a few thousand records at a time. */
const batch = 5_000;

interface Imported {
  readonly ids: readonly string[];
  readonly errors: readonly { readonly index: number; readonly message: string }[];
}

/** Loads records through the bulk door; those that the portal refuses are told, the rest are in. */
export async function importRecords(
  door: PortalDoor,
  objectType: string,
  records: readonly PortalRecord[],
): Promise<readonly Refused[]> {
  const refused: Refused[] = [];
  for (let start = 0; start < records.length; start += batch) {
    const part = records.slice(start, start + batch);
    const { errors } = await request<Imported>(door, 'POST', '/portal/import', { objectType, records: part });
    for (const { index, message } of errors) refused.push({ objectType, id: part[index]?.id ?? '', message });
  }
  return refused;
}
