import fc from 'fast-check';
import { jsonOf, jsonWithPayloads } from './answer-body.ts';

const bodyOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The same with the bytes of payloads as texts again. */
function withTexts(value: unknown): unknown {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (Array.isArray(value)) return value.map(withTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withTexts(member)]));
}

const recordWith = (payload: unknown) => ({ id: '7', properties: { store_key: 'deals:7', payload } });

describe('an answer as JSON', () => {
  it('is null where there is nothing, and undefined where it is no JSON', () => {
    expect(jsonOf(bodyOf(''))).toBeNull();
    expect(jsonOf(bodyOf('<html>'))).toBeUndefined();
    expect(jsonWithPayloads(bodyOf(''))).toBeNull();
    expect(jsonWithPayloads(bodyOf('{"results":[{"properties":{"payload":"AAAA'))).toBeUndefined();
    expect(jsonWithPayloads(bodyOf('{"results":[{"properties":{"payload":"AAAA"}'))).toBeUndefined();
  });

  it('is the same whichever way payloads are read, whatever they hold', () => {
    const payload = fc.oneof(
      fc.base64String(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"payload":"', '\\', '\0' + '0', null, 12, { payload: 'AAAA' }),
    );
    const body = fc.record({
      message: fc.string({ unit: 'binary' }),
      results: fc.array(payload.map(recordWith)),
    });
    fc.assert(
      fc.property(body, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(withTexts(jsonWithPayloads(bodyOf(text)))).toEqual(jsonOf(bodyOf(text)));
      }),
    );
  });

  it('keeps payloads as bytes of the body, behind eleven that are free', () => {
    const body = bodyOf(JSON.stringify({ results: [recordWith('QUJD'), recordWith('"')] }));
    const { results } = jsonWithPayloads(body) as { results: ReturnType<typeof recordWith>[] };
    const [bytes, escaped] = results.map(({ properties }) => properties.payload);
    expect(bytes).toBeInstanceOf(Uint8Array);
    expect((bytes as Uint8Array).buffer).toBe(body.buffer);
    const { byteOffset } = bytes as Uint8Array;
    expect(new TextDecoder().decode(body.subarray(byteOffset - 11, byteOffset))).toBe('"payload":"');
    expect(escaped).toBe('"');
  });
});
