import { SegmentUnreadable } from '#domain/segments/segment-unreadable';
import type { Payload } from '#usecases/crm/portfolio';
import type { Properties } from './objects.ts';
import { storeProperties } from './records.ts';
import { bytesOf, checksumOf, payloadOf } from './segment-payload.ts';

export const keyProperty = 'store_key';

/** As read: `payload` is a text, or the bytes of one (`jsonWithPayloads`). */
type StoredProperties = Readonly<Record<string, unknown>>;

/** Outside this file a packed payload carries its checksum in front; the record has them in two properties. */
export const checksumLength = 8;

export function pack(bytes: Uint8Array): string {
  const payload = payloadOf(bytes);
  return `${checksumOf(payload)}${payload}`;
}

export function unpack(payload: Payload): Uint8Array | null {
  try {
    return bytesOf(
      charactersOf(payload, checksumLength, payload.length),
      charactersOf(payload, 0, checksumLength),
    );
  } catch (error) {
    if (error instanceof SegmentUnreadable) return null;
    throw error;
  }
}

const charactersOf = (payload: Payload, start: number, end: number): string =>
  typeof payload === 'string' ? payload.slice(start, end) : bufferOf(payload).toString('latin1', start, end);

export const recordText = (key: string, kind: string, payload: string): Properties => ({
  [keyProperty]: key,
  kind,
  payload,
});

export const packedRecord = (key: string, kind: string, payload: string): Properties => ({
  ...recordText(key, kind, payload.slice(checksumLength)),
  checksum: payload.slice(0, checksumLength),
});

/** The packed payload of a record. Bytes stay where they are: the checksum is written before them. */
export function packedIn(properties: StoredProperties): Payload {
  const { payload } = properties;
  const { checksum } = storeProperties.parse({ ...properties, payload: null });
  const inFront = (checksum ?? '').padStart(checksumLength).slice(0, checksumLength);
  if (!(payload instanceof Uint8Array)) return `${inFront}${payloadIn(properties)}`;
  const { buffer, byteOffset, length } = payload;
  const packed = Buffer.from(buffer, byteOffset - checksumLength, checksumLength + length);
  packed.write(inFront, 'latin1');
  return packed;
}

/** Properties whose payload is a text. */
export const inText = (properties: StoredProperties): StoredProperties => {
  const { payload } = properties;
  return payload instanceof Uint8Array
    ? { ...properties, payload: bufferOf(payload).toString('utf8') }
    : properties;
};

export const payloadIn = (properties: StoredProperties): string =>
  storeProperties.parse(inText(properties)).payload ?? '';

const bufferOf = ({ buffer, byteOffset, length }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, length);
