import fc from 'fast-check';
import { arbitraryRows } from '#test/arbitrary-rows';
import { decodeRows, encodeRows } from '#domain/segments/codec';
import { SegmentUnreadable } from '#domain/segments/segment-unreadable';
import { releaseBytes } from './release-bytes.ts';
import { bytesOf, checksumOf, payloadOf } from './segment-payload.ts';

const stored = (given: Uint8Array): [payload: string, checksum: string] => {
  const payload = payloadOf(given);
  return [payload, checksumOf(payload)];
};
const bytes = fc.uint8Array({ maxLength: 3000 });

it('gives back the bytes that it was made of', () => {
  fc.assert(
    fc.property(bytes, (given) => {
      expect(Uint8Array.from(bytesOf(...stored(given)))).toEqual(given);
    }),
  );
});

it('is text that any property keeps: letters, digits and three signs', () => {
  fc.assert(fc.property(bytes, (given) => /^[A-Za-z0-9+/=]*$/.test(payloadOf(given))));
});

it('has the CRC-32 of what is in it as its checksum', () => {
  expect(checksumOf(Buffer.from('123456789').toString('base64'))).toBe('cbf43926');
});

it('is refused when cut or changed, unless it still says the same rows', () => {
  const alphabet = fc.constantFrom(
    ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=- \u00e9',
  );
  fc.assert(
    fc.property(arbitraryRows.deals, fc.nat(), alphabet, fc.boolean(), (deals, place, character, cut) => {
      const payload = payloadOf(encodeRows('deals', deals));
      const at = place % payload.length;
      const changed = cut ? payload.slice(0, at) : payload.slice(0, at) + character + payload.slice(at + 1);
      const kept = decodeRows('deals', bytesOf(payload, checksumOf(payload)));
      try {
        expect(decodeRows('deals', bytesOf(changed, checksumOf(payload)))).toEqual(kept);
      } catch (error) {
        expect(error).toBeInstanceOf(SegmentUnreadable);
      }
    }),
    { numRuns: 200 },
  );
});

it('gives the memory of large bytes back, and leaves alone what others may share', () => {
  const large = bytesOf(...stored(new Uint8Array(200_000).fill(7)));
  releaseBytes(large);
  expect(large.length).toBe(0);
  const small = bytesOf(...stored(Uint8Array.of(1, 2, 3)));
  const other = Buffer.from('other');
  releaseBytes(small);
  expect([...small]).toEqual([1, 2, 3]);
  expect(other.toString()).toBe('other');
});

it('is refused where the checksum fits but nothing unpacks', () => {
  const payload = Buffer.from('no brotli').toString('base64');
  expect(() => bytesOf(payload, checksumOf(payload))).toThrow(SegmentUnreadable);
});
