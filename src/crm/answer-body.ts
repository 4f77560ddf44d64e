import { releaseBytes } from './release-bytes.ts';

/** What the bytes of an answer say: null where there are none, undefined where they are no JSON. Takes the bytes over. */
export type BodyReader = (body: Uint8Array<ArrayBuffer>) => unknown;

type Revive = (this: unknown, key: string, value: unknown) => unknown;

export const jsonOf: BodyReader = (body) => {
  const text = textOf(body, 0, body.length);
  releaseBytes(body);
  return parsed(text);
};

const opening = Buffer.from('"payload":"');
const quote = '"'.charCodeAt(0);
const escape = '\\'.charCodeAt(0);
/** Stands for the bytes until the rest is read. No payload of ours begins so. */
const mark = '\0bytes ';
const markInJson = JSON.stringify(mark).slice(1, -1);

/**
 * JSON of records whose property `payload` stays the bytes that it came as, unless something in it is escaped. As texts,
 * the segments of an answer would be in memory three times: in the body, in its text, and one by one. The bytes are
 * those of the body: releasing those of one payload takes all, and the eleven before them, `"payload":"`, are free.
 */
export const jsonWithPayloads: BodyReader = (body) => {
  const bytes = Buffer.from(body.buffer);
  const payloads: Uint8Array[] = [];
  let text = '';
  let read = 0;
  for (let at = bytes.indexOf(opening); at >= 0; at = bytes.indexOf(opening, read)) {
    const start = at + opening.length;
    const end = bytes.indexOf(quote, start);
    if (end < 0) break;
    const isEscaped = bytes.subarray(start, end).includes(escape);
    text += textOf(bytes, read, isEscaped ? end : start);
    if (!isEscaped) text += markInJson + String(payloads.push(bytes.subarray(start, end)) - 1);
    read = end;
  }
  return parsed(text + textOf(bytes, read, bytes.length), (key, value) =>
    key === 'payload' && typeof value === 'string' && value.startsWith(mark)
      ? payloads[Number(value.slice(mark.length))]
      : value,
  );
};

const textOf = ({ buffer, byteOffset }: Uint8Array, start: number, end: number): string =>
  Buffer.from(buffer, byteOffset).toString('utf8', start, end);

function parsed(text: string, revive?: Revive): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text, revive) as unknown;
  } catch {
    return undefined;
  }
}
